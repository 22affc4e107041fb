/**
 * The worker's life: parts come, Python starts, the rules load, known requests are checked, calls are answered.
 *
 * Where the parts come from is the caller's business: the network (`worker.js`) or the page itself (`offline-worker.js`).
 */
import { createHalves } from './halves.js';
import { createProgress } from './progress.js';
import { loadScorer, loadedScorer, startPython } from './python.js';
import { EngineFailure, asFailure } from './reasons.js';

/**
 * @typedef {Uint8Array<ArrayBuffer>} Bytes
 * @typedef {{
 *   glue: () => Promise<import('./python.js').LoadPyodide>,
 *   wasm: () => Promise<Bytes>,
 *   rest?: () => Promise<Bytes | undefined>,
 *   stdlib: () => Promise<Bytes>,
 *   scoring: () => Promise<Bytes>,
 *   policy: () => Promise<Bytes>,
 * }} Source how each part is brought; `rest` is the second half of the runtime, where it comes in halves
 * @typedef {(count: Count, later: Count) => Source} Open `later` counts what a start does without
 * @typedef {{
 *   total: number,
 *   late: ReadonlyArray<string>,
 *   lock: import('./python.js').Lock,
 *   selfchecks: ReadonlyArray<{ method: string, request: string, answer: string }>,
 * }} Build
 * @typedef {import('./python.js').Ask} Ask
 * @typedef {import('./memory.js').Memory} Memory
 * @typedef {import('./progress.js').Count} Count
 * @typedef {import('./halves.js').Halves} Halves
 * @typedef {{ ask: Ask, halves: Halves }} Started
 * @typedef {(name: keyof Source) => Promise<any>} Bring begins to bring a part, or goes on waiting for it
 */

/** So long answers are gathered before they are sent: shorter than a frame. */
const BUNDLE_MS = 10;
/** So long after the first answer the rest is brought: what the page asks with its first score goes before. */
const AFTER_MS = 200;
/** @type {Count} */
const UNCOUNTED = { arrived() {}, expect() {} };

/**
 * Start the engine and answer the page's calls, until the page ends the worker.
 *
 * @param {Build} build
 * @param {Open} open
 * @param {{ bringing: 'download' | 'unpack', memory?: Memory }} given what bringing the parts is called, and where this
 *   browser may keep a memory
 */
export async function run(build, open, { bringing, memory }) {
  const progress = createProgress(build.total, (event) => postMessage({ kind: 'progress', ...event }));
  let isRestAwaited = false;
  const tellAnew = (/** @type {'download' | 'start'} */ stage) => postMessage({ kind: 'anew', stage });
  const bring = onceEach(open(progress, { ...UNCOUNTED, arrived: () => isRestAwaited && tellAnew('download') }));
  /** Python with both halves: somebody waits for what the first one lacks. */
  const whole = async () => {
    isRestAwaited = true;
    tellAnew('download');
    const rest = await bring('rest');
    isRestAwaited = false;
    tellAnew('start');
    return started(build, bring, createHalves(compile(rest)));
  };
  try {
    progress.enter(bringing);
    const resumed = await resume(build, bring, progress, memory);
    let engine = resumed ?? (await begin(build, bring, progress)) ?? (await whole());
    answerCalls((method, text) => engine.ask(method, text), {
      isVoid: () => engine.halves.hasMissed(),
      anew: async () => {
        engine = await whole();
      },
      answered: async () => {
        if (resumed) return;
        const rest = await bring('rest');
        if (rest && !engine.halves.isWhole()) await engine.halves.complete(await compile(rest));
        if (!memory) return;
        await memory.keepRuntime({ wasm: await bring('wasm'), rest });
        postMessage({ kind: 'spare' });
      },
    });
    progress.enter('ready');
    postMessage({ kind: 'ready' });
  } catch (error) {
    fail(error);
  }
}

/** @param {unknown} error */
function fail(error) {
  const { reason, detail } = asFailure(error);
  postMessage({ kind: 'failed', reason, detail });
}

/**
 * Start Python once more, for its memory alone: before the first call, with all that it may ever import. Whoever waits for
 * a score is not held up by it; and no answer of anybody's is in this memory, as this worker never gets a call.
 *
 * @param {Build} build
 * @param {Open} open
 * @param {Memory} memory
 */
export async function keep(build, open, memory) {
  const source = open(UNCOUNTED, UNCOUNTED);
  const kept = await memory.runtime();
  const bring = onceEach(kept ? { ...source, wasm: async () => kept.wasm, rest: async () => kept.rest } : source);
  const rest = await bring('rest');
  const pyodide = await begun(build, bring, createHalves(rest && compile(rest)), { record: true });
  check(build, await ruled(pyodide, bring));
  for (const name of build.late) pyodide.pyimport(name).destroy();
  await memory.keep({ memory: pyodide.makeMemorySnapshot(), wasm: await bring('wasm'), rest });
}

/**
 * @param {Source} source
 * @returns {Bring} each part once, and again where it did not come
 */
function onceEach(source) {
  /** @type {Map<keyof Source, Promise<any>>} */
  const coming = new Map();
  return (name) => {
    const part = coming.get(name) ?? Promise.resolve(source[name]?.());
    coming.set(name, part);
    part.catch(() => coming.delete(name));
    return part;
  };
}

/**
 * Go on from the memory of an earlier start.
 *
 * @param {Build} build
 * @param {Bring} bring
 * @param {ReturnType<typeof createProgress>} progress
 * @param {Memory} [memory]
 * @returns {Promise<Started | undefined>} nothing where it does not lead to a scorer that answers right
 */
async function resume(build, bring, progress, memory) {
  if (typeof BigInt !== 'function') throw new EngineFailure('outdated', 'no BigInt');
  if (typeof WebAssembly !== 'object') throw new EngineFailure('wasm_unavailable', 'no WebAssembly');
  // Wanted in any case.
  bring('glue').catch(() => {});
  const kept = await memory?.recall();
  if (!memory || !kept) return undefined;
  try {
    const compiled = compile(kept.wasm);
    const halves = createHalves(kept.rest && compile(kept.rest));
    const loadPyodide = await bring('glue');
    progress.enter('start');
    // All modules that there are have been imported: neither archive is opened again.
    const none = new Uint8Array();
    const given = { loadPyodide, compiled, stdlib: none, archive: none, lock: build.lock, snapshot: kept.memory, halves };
    const ask = loadedScorer(await startPython(given));
    check(build, ask);
    memory.trust();
    return { ask, halves };
  } catch {
    await memory.forget();
    return undefined;
  }
}

/**
 * Start from nothing, with the first half.
 *
 * @param {Build} build
 * @param {Bring} bring
 * @param {ReturnType<typeof createProgress>} progress
 * @returns {Promise<Started | undefined>} nothing where it needs the other half
 */
async function begin(build, bring, progress) {
  const halves = createHalves();
  const start = halves.watched(started(build, bring, halves, progress.enter));
  const engine = await start.catch((error) => {
    if (!halves.hasMissed()) throw error;
  });
  return halves.hasMissed() ? undefined : engine ?? undefined;
}

/**
 * Python begun, with the rules, and checked.
 *
 * @param {Build} build
 * @param {Bring} bring
 * @param {Halves} halves
 * @param {(stage: import('./progress.js').Stage) => void} [enter]
 * @returns {Promise<Started>}
 */
async function started(build, bring, halves, enter = () => {}) {
  const pyodide = await begun(build, bring, halves, { arrived: () => enter('start') });
  enter('rules');
  const ask = await ruled(pyodide, bring);
  enter('selfcheck');
  check(build, ask);
  return { ask, halves };
}

/**
 * Python, begun with all parts at hand.
 *
 * @param {Build} build
 * @param {Bring} bring
 * @param {Halves} halves
 * @param {{ record?: boolean, arrived?: () => void }} given whether its memory is to be copied later, and what is called when
 *   all parts are here
 * @returns {Promise<any>}
 */
async function begun(build, bring, halves, { record = false, arrived = () => {} }) {
  const compiled = bring('wasm').then(compile);
  const [loadPyodide, stdlib, archive] = await Promise.all([
    bring('glue'),
    bring('stdlib'),
    bring('scoring'),
    bring('policy'),
    compiled,
  ]);
  arrived();
  return startPython({ loadPyodide, compiled, stdlib, archive, lock: build.lock, record, halves });
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
  const decoder = new TextDecoder();
  for (const { method, request, answer } of build.selfchecks) {
    if (decoder.decode(ask(method, request)) !== answer) throw new EngineFailure('selfcheck', request);
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
 * a score. Answers leave as bytes, which the page makes text of, while the next ones are made here.
 *
 * @param {Ask} ask
 * @param {{ isVoid?: () => boolean, anew?: () => Promise<void>, answered?: () => Promise<void> }} [given] `isVoid`: what was
 *   answered last does not count; `anew` is then called, and the question asked once more; `answered` is called once, a while
 *   after the first answers
 */
export function answerCalls(ask, { isVoid = () => false, anew = async () => {}, answered = async () => {} } = {}) {
  let isFirst = true;
  let turn = Promise.resolve();
  const answerAll = async (/** @type {import('./client.js').Call[]} */ calls) => {
    /** @type {import('./client.js').Answer[]} */
    let answers = [];
    let since = performance.now();
    const send = () => {
      if (answers.length > 0) postMessage({ kind: 'answers', answers }, { transfer: buffersOf(answers) });
      answers = [];
      since = performance.now();
    };
    for (const call of calls) {
      let answer = answerOf(ask, call);
      if (isVoid()) {
        send();
        await anew();
        answer = answerOf(ask, call);
      }
      if ('broken' in answer) {
        send();
        throw asFailure(answer.broken, 'stopped');
      }
      answers.push(answer);
      if (performance.now() - since >= BUNDLE_MS) send();
    }
    send();
    // What can't be brought now is brought when it is needed.
    if (isFirst) setTimeout(() => void answered().catch(() => {}), AFTER_MS);
    isFirst = false;
  };
  addEventListener('message', ({ data }) => {
    if (data?.kind === 'calls') turn = turn.then(() => answerAll(data.calls)).catch(fail);
  });
}

/**
 * @param {Ask} ask
 * @param {import('./client.js').Call} call
 * @returns {import('./client.js').Answer | { broken: unknown }} the scorer raises nothing: where Python does, as it has no memory
 *   left, say, no answer after it can be trusted
 */
function answerOf(ask, { id, method, text }) {
  try {
    return { id, bytes: ask(method, text) };
  } catch (error) {
    if (!(error instanceof EngineFailure)) return { broken: error };
    return { id, reason: error.reason, detail: error.detail };
  }
}

/** @param {import('./client.js').Answer[]} answers */
function buffersOf(answers) {
  return answers.flatMap(({ bytes }) => (bytes ? [bytes.buffer] : []));
}
