// A thread of node made to look like a browser's worker, just so far as the engine's scripts can tell.
// `workerData`: the worker's `script`, and the `file` that it lies in, beside which it finds what it fetches.
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const { script, file } = workerData;
const location = pathToFileURL(file);

class WorkerGlobalScope {
  static [Symbol.hasInstance](value) {
    return value === globalThis;
  }
}

Object.assign(globalThis, {
  WorkerGlobalScope,
  self: globalThis,
  location,
  importScripts: () => {},
  postMessage: (data) => parentPort.postMessage(data),
  addEventListener: (kind, listener, options) => {
    const hear = (data) => listener({ data });
    if (kind === 'message') parentPort[options?.once ? 'once' : 'on'](kind, hear);
  },
  fetch: async (address) => new Response(bytesOf(address)),
  // node takes a file for a module by its name; a browser by how it is loaded.
  importModule: (address) => import(`data:text/javascript;base64,${bytesOf(address).toString('base64')}`),
});
// By this Pyodide tells node from a browser.
globalThis.process = undefined;

(0, eval)(script.replaceAll(/\bimport\(/g, 'importModule('));

function bytesOf(address) {
  return readFileSync(fileURLToPath(new URL(address, location)));
}
