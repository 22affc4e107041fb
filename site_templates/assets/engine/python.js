/**
 * Python in this worker: Pyodide started from parts that are already here, and the scorer inside it.
 *
 * Text goes in, and its answer comes out as UTF-8; no Python is written here, and no rule is known here.
 */
import { INSIDE, raiseFence } from './fence.js';
import { EngineFailure } from './reasons.js';
import { createSheet } from './sheet.js';

const WASM = 'pyodide.asm.wasm';
const LIBRARY = 'python_stdlib.zip';
const ARCHIVE = '/lib/scoring.zip';
const API = 'generator.scorer';
const SCORER = 'scorer';
/** So many new objects, and so many looks at the young and at the older ones, before the next look at each. */
const CYCLES = [100_000, 20, 100];
const METHOD = /^[a-z]+_json$/;

/**
 * @typedef {{ info: object }} Lock the part of Pyodide's lock file that a start without packages needs
 * @typedef {(options: object) => Promise<any>} LoadPyodide
 * @typedef {(method: string, text: string) => Uint8Array<ArrayBuffer>} Ask the answer as UTF-8: whoever reads it makes text of it
 */

/**
 * Start Python with the scoring package on its path, or go on from a snapshot of its memory.
 *
 * @param {{
 *   loadPyodide: LoadPyodide,
 *   compiled: Promise<WebAssembly.Module>,
 *   stdlib: Uint8Array<ArrayBuffer>,
 *   archive: Uint8Array<ArrayBuffer>,
 *   lock: Lock,
 *   snapshot?: Uint8Array<ArrayBuffer>,
 *   record?: boolean,
 *   halves: import('./halves.js').Halves,
 * }} given `archive` is the scoring package as a zip file; `record` makes a snapshot possible later
 * @returns {Promise<any>}
 */
export function startPython({ loadPyodide, compiled, stdlib, archive, lock, snapshot, record, halves }) {
  raiseFence(
    new Map([
      [WASM, new Uint8Array()],
      [LIBRARY, stdlib],
    ]),
  );
  const started = loadPyodide({
    indexURL: INSIDE,
    packageBaseUrl: INSIDE,
    stdLibURL: INSIDE + LIBRARY,
    lockFileContents: { ...lock, packages: {} },
    env: { PYTHONHASHSEED: '0', PYTHONPATH: ARCHIVE },
    fsInit: async (/** @type {any} */ files) => files.writeFile(ARCHIVE, archive),
    stdin: () => null,
    stdout: () => {},
    stderr: () => {},
    ...(record ? { _makeSnapshot: true } : {}),
    ...(snapshot ? { _loadSnapshot: snapshot } : {}),
  });
  return Promise.race([started, handOver(compiled, halves.join)]);
}

/**
 * Make `instantiateStreaming` finish the compilation that began with the download.
 *
 * Pyodide and MicroPython only log a failed instantiation, and Pyodide then waits for ever; here it becomes a failure.
 *
 * @param {Promise<WebAssembly.Module>} compiled
 * @param {import('./halves.js').Halves['join']} [join] what is to be seen of the instance
 * @returns {Promise<never>} rejects when the module cannot be instantiated
 */
export function handOver(compiled, join = async (instance) => instance) {
  return new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (_response, imports) => {
      try {
        const module = await compiled;
        return { module, instance: await join(await WebAssembly.instantiate(module, imports), imports ?? {}) };
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
}

/**
 * Load the rules: the one call that builds the scorer. It stays in Python's own globals, so snapshots have it.
 *
 * @param {any} pyodide
 * @param {string} policyText
 * @returns {Ask}
 */
export function loadScorer(pyodide, policyText) {
  try {
    pyodide.globals.set(SCORER, pyodide.pyimport(API).load(policyText));
    lookForCyclesRarely(pyodide.pyimport('gc'));
    return loadedScorer(pyodide);
  } catch (error) {
    throw new EngineFailure('rules', String(error));
  }
}

/**
 * Answers leave no objects behind that only hold each other: Python need not look for them among what is here to stay,
 * and seldom among the rest.
 *
 * @param {any} gc Python's module
 */
function lookForCyclesRarely(gc) {
  gc.freeze();
  gc.set_threshold(...CYCLES);
  gc.destroy();
}

/**
 * The scorer that Python holds, as a function from method and text to the answer's bytes.
 *
 * @param {any} pyodide
 * @returns {Ask}
 */
export function loadedScorer(pyodide) {
  const scorer = pyodide.globals.get(SCORER);
  const { answer, answer_on: answerOn } = scorer;
  const sheet = createSheet(pyodide);
  /** @type {Set<string>} */
  const known = new Set();
  return (method, text) => {
    if (!known.has(method)) {
      if (!METHOD.test(method) || !(method in scorer)) {
        throw new EngineFailure('unknown', `the scorer has no method ${method}`);
      }
      known.add(method);
    }
    const given = sheet.hasRoomFor(text) ? answerOn(sheet.held, method, sheet.write(text)) : answer(method, text);
    if (typeof given === 'number') return sheet.read(given);
    const bytes = given.toJs();
    given.destroy();
    return bytes;
  };
}
