// Runs one Python script in Pyodide under node. The order comes as JSON on standard input (inside.py).
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const order = JSON.parse(readFileSync(0, 'utf8'));
const { loadPyodide } = await import(pathToFileURL(`${order.pyodide}/pyodide.mjs`).href);

try {
  const python = await loadPyodide({
    indexURL: `${order.pyodide}/`,
    args: order.flags,
    env: {
      PYTHONHASHSEED: '0',
      // Nothing may be written beside the host's packages.
      PYTHONDONTWRITEBYTECODE: '1',
      // Makes py_compile bind bytecode to its source by hash instead of by date.
      SOURCE_DATE_EPOCH: '315532800',
    },
  });
  mount(python, '/job', order.folder);
  if (order.packages) mount(python, '/packages', order.packages);
  python.runPython(order.script);
  process.exit(0);
} catch (error) {
  console.error(error.message ?? error);
  process.exit(1);
}

function mount(python, inside, outside) {
  python.FS.mkdirTree(inside);
  python.mountNodeFS(inside, outside);
}
