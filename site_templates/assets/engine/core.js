/**
 * The worker's life: parts come, Python starts, the rules load, known requests are checked, calls are answered.
 *
 * Where the parts come from is the caller's business: the network (`worker.js`) or the page itself (`offline-worker.js`).
 */
import { createProgress } from './progress.js';
import { loadScorer, loadedScorer, startPython } from './python.js';
import { EngineFailure, asFailure } from './reasons.js';

/**
 * @typedef {Uint8Array<ArrayBuffer>} Bytes
 * @typedef {{
 *   glue: () => Promise<import('./python.js').LoadPyodide>,
 *   wasm: () => Promise<Bytes>,
 *   stdlib: () => Promise<Bytes>,
 *   scoring: () => Promise<Bytes>,
 *   policy: () => Promise<Bytes>,
 * }} Source how each part is brought
 * @typedef {{
 *   total: number,
 *   late: ReadonlyArray<string>,
 *   lock: import('./python.js').Lock,
 *   selfchecks: ReadonlyArray<{ method: string, request: string, answer: string }>,
 * }} Build
 * @typedef {import('./python.js').Ask} Ask
 * @typedef {import('./memory.js').Memory} Memory
 */

/** So long answers are gathered before they are sent: shorter than a frame. */
const BUNDLE_MS = 10;
/** The first call is answered before the worker is busy with storing. */
const KEEP_AFTER_MS = 50;

/**
 * Start the engine and answer the page's calls, until the page ends the worker.
 *
 * @param {Build} build
 * @param {(arrived: (bytes: number) => void) => Source} open
 * @param {Memory} [memory] where this browser may keep one
 */
export async function run(build, open, memory) {
  const progress = createProgress(build.total, (event) => postMessage({ kind: 'progress', ...event }));
  const source = open(progress.arrived);
  /** @type {Map<keyof Source, Promise<any>>} */
  const coming = new Map();
  const bring = (/** @type {keyof Source} */ name) => {
    const part = coming.get(name) ?? source[name]();
    coming.set(name, part);
    return part;
  };
  try {
    answerCalls(await start(build, bring, progress, memory));
    progress.enter('ready');
    postMessage({ kind: 'ready' });
  } catch (error) {
    const { reason, detail } = asFailure(error);
    postMessage({ kind: 'failed', reason, detail });
  }
}

/**
 * @param {Build} build
 * @param {(name: keyof Source) => Promise<any>} bring begins to bring a part, or goes on waiting for it
 * @param {ReturnType<typeof createProgress>} progress
 * @param {Memory} [memory]
 * @returns {Promise<Ask>}
 */
async function start(build, bring, progress, memory) {
  progress.enter('download');
  if (typeof WebAssembly !== 'object') throw new EngineFailure('wasm_unavailable', 'no WebAssembly');
  // Wanted in any case.
  bring('glue');
  const kept = await memory?.recall();
  const resumed = kept && (await resume(build, bring, progress, kept));
  if (resumed) {
    memory?.trust();
    return resumed;
  }
  if (kept) await memory?.forget();
  return begin(build, bring, progress, memory);
}

/**
 * Go on from the memory of an earlier start.
 *
 * @param {Build} build
 * @param {(name: keyof Source) => Promise<any>} bring
 * @param {ReturnType<typeof createProgress>} progress
 * @param {import('./memory.js').Kept} kept
 * @returns {Promise<Ask | undefined>} nothing where it does not lead to a scorer that answers right
 */
async function resume(build, bring, progress, kept) {
  try {
    const compiled = compile(kept.wasm);
    const loadPyodide = await bring('glue');
    progress.enter('start');
    // All modules that there are have been imported: neither archive is opened again.
    const none = new Uint8Array();
    const ask = loadedScorer(
      await startPython({ loadPyodide, compiled, stdlib: none, archive: none, lock: build.lock, snapshot: kept.memory }),
    );
    check(build, ask);
    return ask;
  } catch {
    return undefined;
  }
}

/**
 * Start from nothing.
 *
 * @param {Build} build
 * @param {(name: keyof Source) => Promise<any>} bring
 * @param {ReturnType<typeof createProgress>} progress
 * @param {Memory} [memory]
 * @returns {Promise<Ask>}
 */
async function begin(build, bring, progress, memory) {
  const compiled = bring('wasm').then(compile);
  const [stdlib, loadPyodide, archive, policy] = await Promise.all([
    bring('stdlib'),
    bring('glue'),
    bring('scoring'),
    bring('policy'),
    compiled,
  ]);
  progress.enter('start');
  const pyodide = await startPython({ loadPyodide, compiled, stdlib, archive, lock: build.lock, record: Boolean(memory) });
  progress.enter('rules');
  const ask = loadScorer(pyodide, new TextDecoder().decode(policy));
  progress.enter('selfcheck');
  check(build, ask);
  if (memory) await remember(build, pyodide, memory, bring);
  return ask;
}

/**
 * Take Python's memory now, before the first call, with all that it may ever import; store it after that call.
 *
 * @param {Build} build
 * @param {any} pyodide
 * @param {Memory} memory
 * @param {(name: keyof Source) => Promise<any>} bring
 */
async function remember(build, pyodide, memory, bring) {
  try {
    for (const name of build.late) pyodide.pyimport(name).destroy();
    const kept = { memory: pyodide.makeMemorySnapshot(), wasm: await bring('wasm') };
    setTimeout(() => memory.keep(kept), KEEP_AFTER_MS);
  } catch {
    // Then every start is a first start.
  }
}

/**
 * @param {Build} build
 * @param {Ask} ask
 */
function check(build, ask) {
  for (const { method, request, answer } of build.selfchecks) {
    if (ask(method, request) !== answer) throw new EngineFailure('selfcheck', request);
  }
}

/** @param {Bytes} bytes */
async function compile(bytes) {
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw new EngineFailure('wasm_unavailable', String(error));
  }
}

/**
 * Answer calls in the order in which they come. They come in bundles, and so do the answers: a message costs as much as
 * a score.
 *
 * @param {Ask} ask
 */
function answerCalls(ask) {
  addEventListener('message', ({ data }) => {
    if (data?.kind !== 'calls') return;
    /** @type {import('./client.js').Answer[]} */
    let answers = [];
    let since = performance.now();
    for (const { id, method, text } of data.calls) {
      answers.push(answerOf(ask, id, method, text));
      if (performance.now() - since < BUNDLE_MS) continue;
      postMessage({ kind: 'answers', answers });
      answers = [];
      since = performance.now();
    }
    if (answers.length > 0) postMessage({ kind: 'answers', answers });
  });
}

/**
 * @param {Ask} ask
 * @param {number} id
 * @param {string} method
 * @param {string} text
 * @returns {import('./client.js').Answer}
 */
function answerOf(ask, id, method, text) {
  try {
    return { id, text: ask(method, text) };
  } catch (error) {
    const { reason, detail } = asFailure(error);
    return { id, reason, detail };
  }
}
