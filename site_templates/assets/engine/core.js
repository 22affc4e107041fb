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
 * @typedef {(name: keyof Source) => Promise<any>} Bring begins to bring a part, or goes on waiting for it
 */

/** So long answers are gathered before they are sent: shorter than a frame. */
const BUNDLE_MS = 10;

/**
 * Start the engine and answer the page's calls, until the page ends the worker.
 *
 * @param {Build} build
 * @param {(count: import('./progress.js').Count) => Source} open
 * @param {{ bringing: 'download' | 'unpack', memory?: Memory }} given what bringing the parts is called, and where this
 *   browser may keep a memory
 */
export async function run(build, open, { bringing, memory }) {
  const progress = createProgress(build.total, (event) => postMessage({ kind: 'progress', ...event }));
  const bring = onceEach(open(progress));
  try {
    progress.enter(bringing);
    const { ask, isResumed } = await start(build, bring, progress, memory);
    answerCalls(ask, async () => {
      if (isResumed || !memory) return;
      await memory.keepRuntime(await bring('wasm'));
      postMessage({ kind: 'spare' });
    });
    progress.enter('ready');
    postMessage({ kind: 'ready' });
  } catch (error) {
    const { reason, detail } = asFailure(error);
    postMessage({ kind: 'failed', reason, detail });
  }
}

/**
 * Start Python once more, for its memory alone: before the first call, with all that it may ever import. Whoever waits for
 * a score is not held up by it; and no answer of anybody's is in this memory, as this worker never gets a call.
 *
 * @param {Build} build
 * @param {(count: import('./progress.js').Count) => Source} open
 * @param {Memory} memory
 */
export async function keep(build, open, memory) {
  const source = open({ arrived() {}, expect() {} });
  const bring = onceEach({ ...source, wasm: async () => (await memory.runtime()) ?? source.wasm() });
  const pyodide = await begun(build, bring, true);
  check(build, await ruled(pyodide, bring));
  for (const name of build.late) pyodide.pyimport(name).destroy();
  await memory.keep({ memory: pyodide.makeMemorySnapshot(), wasm: await bring('wasm') });
}

/**
 * @param {Source} source
 * @returns {Bring} each part once
 */
function onceEach(source) {
  /** @type {Map<keyof Source, Promise<any>>} */
  const coming = new Map();
  return (name) => {
    const part = coming.get(name) ?? source[name]();
    coming.set(name, part);
    return part;
  };
}

/**
 * @param {Build} build
 * @param {Bring} bring
 * @param {ReturnType<typeof createProgress>} progress
 * @param {Memory} [memory]
 * @returns {Promise<{ ask: Ask, isResumed: boolean }>}
 */
async function start(build, bring, progress, memory) {
  if (typeof BigInt !== 'function') throw new EngineFailure('outdated', 'no BigInt');
  if (typeof WebAssembly !== 'object') throw new EngineFailure('wasm_unavailable', 'no WebAssembly');
  // Wanted in any case.
  bring('glue');
  const kept = await memory?.recall();
  const resumed = kept && (await resume(build, bring, progress, kept));
  if (resumed) {
    memory?.trust();
    return { ask: resumed, isResumed: true };
  }
  if (kept) await memory?.forget();
  return { ask: await begin(build, bring, progress), isResumed: false };
}

/**
 * Go on from the memory of an earlier start.
 *
 * @param {Build} build
 * @param {Bring} bring
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
 * @param {Bring} bring
 * @param {ReturnType<typeof createProgress>} progress
 * @returns {Promise<Ask>}
 */
async function begin(build, bring, progress) {
  const pyodide = await begun(build, bring, false, () => progress.enter('start'));
  progress.enter('rules');
  const ask = await ruled(pyodide, bring);
  progress.enter('selfcheck');
  check(build, ask);
  return ask;
}

/**
 * Python, begun with all parts at hand.
 *
 * @param {Build} build
 * @param {Bring} bring
 * @param {boolean} record whether its memory is to be copied later
 * @param {() => void} [arrived] called when all parts are here
 * @returns {Promise<any>}
 */
async function begun(build, bring, record, arrived = () => {}) {
  const compiled = bring('wasm').then(compile);
  const [loadPyodide, stdlib, archive] = await Promise.all([
    bring('glue'),
    bring('stdlib'),
    bring('scoring'),
    bring('policy'),
    compiled,
  ]);
  arrived();
  return startPython({ loadPyodide, compiled, stdlib, archive, lock: build.lock, record });
}

/**
 * @param {any} pyodide
 * @param {Bring} bring
 * @returns {Promise<Ask>}
 */
async function ruled(pyodide, bring) {
  return loadScorer(pyodide, new TextDecoder().decode(await bring('policy')));
}

/**
 * @param {Pick<Build, 'selfchecks'>} build
 * @param {Ask} ask
 */
export function check(build, ask) {
  for (const { method, request, answer } of build.selfchecks) {
    if (ask(method, request) !== answer) throw new EngineFailure('selfcheck', request);
  }
}

/** @param {Bytes} bytes */
export async function compile(bytes) {
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw asFailure(error, 'wasm_unavailable');
  }
}

/**
 * Answer calls in the order in which they come. They come in bundles, and so do the answers: a message costs as much as
 * a score.
 *
 * @param {Ask} ask
 * @param {() => Promise<void>} answered called once the first have been answered
 */
export function answerCalls(ask, answered) {
  let isFirst = true;
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
    if (isFirst) void answered();
    isFirst = false;
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
