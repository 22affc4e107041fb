/**
 * The first gear: MicroPython with the score path of the very sources that Pyodide gets, lowered (`generator/lowering`).
 *
 * Text goes in, and its answer comes out as UTF-8. What it can't be sure of it leaves to the engine of record.
 */
import { INSIDE, raiseFence } from './fence.js';
import { handOver } from './python.js';
import { EngineFailure } from './reasons.js';

const WASM = 'micropython.wasm';
const HEAP_BYTES = 4 * 1024 * 1024;
/**
 * So many new bytes before MicroPython tidies up. By itself it does so every 16 KiB, which is behind each score, and looks then
 * through all that it keeps.
 */
const BYTES_BETWEEN_TIDYING = HEAP_BYTES / 4;
const LIBRARY = '/lib/';

/** Longer requests than a person makes take too long here. */
const LONGEST = 50_000;

/** Half a sign, which UTF-8 can't say. */
const HALF = /\p{Surrogate}/u;

/**
 * @typedef {(options: object) => Promise<any>} LoadMicroPython
 * @typedef {{ entry: string, sources: Record<string, string>, policy: string }} Package
 *   the module that is called, all modules by path, and the policy as it was frozen
 */

/**
 * Start MicroPython with the lowered sources, and have it take the policy.
 *
 * @param {{ loadMicroPython: LoadMicroPython, compiled: Promise<WebAssembly.Module>, lowered: Package }} given
 * @returns {Promise<import('./python.js').Ask>} answers `score_json`; with an empty text what it declines
 */
export async function startGear({ loadMicroPython, compiled, lowered }) {
  raiseFence(new Map([[WASM, new Uint8Array()]]));
  // It instantiates at once, so what it is handed has to be there before.
  const refused = handOver(compiled);
  const started = loadMicroPython({ url: INSIDE + WASM, heapsize: HEAP_BYTES, stdout: () => {}, stderr: () => {} });
  const python = await Promise.race([started, refused]);
  for (const [path, source] of Object.entries(lowered.sources)) {
    const file = LIBRARY + path;
    python.FS.mkdirTree(file.slice(0, file.lastIndexOf('/')));
    python.FS.writeFile(file, source);
  }
  const answer = ruled(python, lowered);
  python.pyimport('gc').threshold(BYTES_BETWEEN_TIDYING);
  const encoder = new TextEncoder();
  return (method, text) => {
    if (method !== 'score_json') throw new EngineFailure('unknown', `the first gear has no method ${method}`);
    if (text.length > LONGEST || HALF.test(text)) return encoder.encode('');
    try {
      return encoder.encode(answer(text));
    } catch {
      return encoder.encode('');
    }
  };
}

/**
 * @param {any} python
 * @param {Package} lowered
 * @returns {(text: string) => string}
 */
function ruled(python, { entry, policy }) {
  try {
    return python.pyimport(entry).load(policy);
  } catch (error) {
    throw new EngineFailure('rules', String(error));
  }
}
