/**
 * Python in this worker: Pyodide started from parts that are already here, and the scorer inside it.
 *
 * Text goes in and text comes out; no Python is written here, and no rule is known here.
 */
import { INSIDE } from './fence.js';
import { EngineFailure } from './reasons.js';

const ARCHIVE = '/lib/scoring.zip';
const API = 'generator.scoring.api';
const METHOD = /^[a-z]+_json$/;

/**
 * @typedef {{ info: object }} Lock the part of Pyodide's lock file that a start without packages needs
 * @typedef {(options: object) => Promise<any>} LoadPyodide
 */

/**
 * Make `instantiateStreaming` finish the compilation that began with the download.
 *
 * Pyodide only logs a failed instantiation and then waits for ever; here it becomes a failure.
 *
 * @param {Promise<WebAssembly.Module>} compiled
 * @returns {Promise<never>} rejects when the module cannot be instantiated
 */
export function handOver(compiled) {
  return new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (_response, imports) => {
      try {
        const module = await compiled;
        return { module, instance: await WebAssembly.instantiate(module, imports) };
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
}

/**
 * Start Python with the scoring package on its path.
 *
 * @param {LoadPyodide} loadPyodide
 * @param {Uint8Array} archive the scoring package as a zip file
 * @param {Lock} lock
 */
export function startPython(loadPyodide, archive, lock) {
  return loadPyodide({
    indexURL: INSIDE,
    packageBaseUrl: INSIDE,
    stdLibURL: `${INSIDE}python_stdlib.zip`,
    lockFileContents: { ...lock, packages: {} },
    env: { PYTHONHASHSEED: '0', PYTHONPATH: ARCHIVE },
    fsInit: async (/** @type {any} */ files) => files.writeFile(ARCHIVE, archive),
    stdin: () => null,
    stdout: () => {},
    stderr: () => {},
  });
}

/**
 * Load the rules: the one call that builds the scorer.
 *
 * @param {any} pyodide
 * @param {string} policyText
 * @returns {any} the Python `Scorer`
 */
export function loadScorer(pyodide, policyText) {
  try {
    return pyodide.pyimport(API).load(policyText);
  } catch (error) {
    throw new EngineFailure('rules', String(error));
  }
}

/**
 * The scorer's methods as functions from text to text.
 *
 * @param {any} scorer
 * @returns {(method: string, text: string) => string}
 */
export function speakTo(scorer) {
  /** @type {Map<string, (text: string) => string>} */
  const methods = new Map();
  return (method, text) => {
    let ask = methods.get(method);
    if (!ask) {
      ask = METHOD.test(method) ? scorer[method] : undefined;
      if (!ask) throw new EngineFailure('unknown', `the scorer has no method ${method}`);
      methods.set(method, ask);
    }
    return ask(text);
  };
}
