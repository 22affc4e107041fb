/**
 * The page's side of the engine: starts the worker, passes on its progress, asks and waits for answers.
 */
import { withResolvers } from './deferred.js';
import { whenIdle } from './idle.js';
import { EngineFailure, asFailure, tellingReason } from './reasons.js';
import { request, requireFile } from './response.js';
import { KEEPING } from './stores.js';

/** Longest silence that is still taken for work; a call may take that long on an old phone. */
const PATIENCE_MS = { download: 45_000, start: 120_000, call: 60_000 };
const patienceAt = (/** @type {string} */ stage) => (stage === 'download' ? PATIENCE_MS.download : PATIENCE_MS.start);
/** How a network that is gone shows. */
const LOST = new Set(['blocked', 'cut']);
/** So often a page that waits looks how long it does. */
const LOOK_MS = 1000;
/** A look that is so late slept with its page: the machine was asleep, or the browser had put the page by. */
const LATE_MS = 5000;
/** So long a silence is told. */
const SILENCE_MS = 15_000;

/**
 * @typedef {{ worker: string, total: number }} Config the worker's address and the bytes of all its parts
 * @typedef {import('./progress.js').Progress} Progress
 * @typedef {{
 *   total: number, bringing: 'download' | 'unpack', lead?: import('./lead.js').Lead, askWhy?: () => Promise<void>, keep?: () => void,
 * }} Given `total`: bytes of all parts; `bringing`: how they come; `lead`: what it waits for before it begins; `askWhy` asks why
 *   a worker did not load, and rejects where that can be told; `keep` has the browser keep the memory of a start
 * @typedef {{ id: number, method: string, text: string }} Call
 * @typedef {{ id: number, bytes?: Uint8Array<ArrayBuffer>, reason?: import('./reasons.js').Reason, detail?: string }} Answer
 * @typedef {{
 *   readonly ready: Promise<void>,
 *   call: (method: string, text: string) => Promise<string>,
 *   onProgress: (callback: (progress: Progress) => void) => void,
 *   retry: () => Promise<void>,
 *   close: () => void,
 *   begin?: () => void,
 *   onStanding?: (told: import('./gears.js').Told) => void,
 * }} Engine `begin`: it waits no longer to be asked, where it does; `onStanding`: how the answers stand that came before it was
 *   ready, where any could
 */

/**
 * Start the engine. `ready` rejects with an `EngineFailure`; `retry` starts anew and gives the new `ready`.
 *
 * @param {Config} config
 * @param {import('./lead.js').Lead} [lead] what the worker waits for before it begins; a call ends it
 * @returns {Engine}
 */
export function connect(config, lead) {
  /** The worker may lie damaged in the browser's cache, perhaps for a year. */
  let isDoubtful = false;
  const start = async () => {
    if (isDoubtful) await askFor(config.worker).catch(() => {});
    isDoubtful = false;
    return new Worker(config.worker);
  };
  return connectBy(start, {
    total: config.total,
    bringing: 'download',
    lead,
    askWhy: () => {
      isDoubtful = true;
      return askFor(config.worker);
    },
    // It ends by itself.
    keep: () => void new Worker(config.worker, { name: KEEPING }),
  });
}

/**
 * What the host says of a worker that did not load: the browser itself gives no reason.
 *
 * @param {string} address
 * @returns {Promise<void>} rejects with the reason, where the host gives one
 */
async function askFor(address) {
  // What comes takes the place of what the browser's cache may hold damaged.
  const response = await request(address, { cache: 'reload', redirect: 'manual' });
  requireFile(response, address);
  if ((await response.text()) === '') throw new EngineFailure('empty', address);
}

/**
 * Why a worker's text did not run. What a browser with these functions can't read was not sent so.
 *
 * @param {string} message
 * @returns {import('./reasons.js').Reason}
 */
function unreadReason(message) {
  const reason = tellingReason(message) ?? 'unknown';
  return reason === 'outdated' && typeof structuredClone === 'function' ? 'integrity' : reason;
}

/**
 * Start the engine with a worker that the caller makes.
 *
 * @param {() => Promise<Worker>} makeWorker
 * @param {Given} given
 * @returns {Engine}
 */
export function connectBy(makeWorker, given) {
  /** @type {Set<(progress: Progress) => void>} */
  const listeners = new Set();
  /** @type {Progress} */
  let latest = { stage: given.lead ? 'waiting' : given.bringing, loaded: 0, total: given.total };
  const tell = (/** @type {Progress} */ progress) => {
    latest = progress;
    for (const listener of listeners) listener(progress);
  };
  const open = () => openSession(makeWorker, given, tell);
  let session = open();
  return Object.freeze({
    get ready() {
      return session.ready;
    },
    call: async (/** @type {string} */ method, /** @type {string} */ text) => {
      const asked = session;
      given.lead?.end();
      await asked.ready;
      return asked.ask(method, text);
    },
    onProgress: (/** @type {(progress: Progress) => void} */ listener) => {
      listeners.add(listener);
      listener(latest);
    },
    retry: () => {
      given.lead?.end();
      session.close();
      session = open();
      return session.ready;
    },
    close: () => session.close(),
  });
}

/**
 * One worker from its start to its end.
 *
 * @param {() => Promise<Worker>} makeWorker
 * @param {Given} given
 * @param {(progress: Progress) => void} tell
 */
function openSession(makeWorker, { total, bringing, lead, askWhy = async () => {}, keep = () => {} }, tell) {
  /** @type {import('./deferred.js').Deferred<void>} */
  const start = withResolvers();
  /** @type {Map<number, import('./deferred.js').Deferred<string>>} */
  const waiting = new Map();
  const decoder = new TextDecoder();
  /** @type {Worker | undefined} */
  let worker;
  let asked = 0;
  let isAlive = false;
  /** A silence was told, and nothing has been heard since. */
  let isSilent = false;
  /** What goes on behind what is shown: it begins anew, with both halves of the runtime. @type {'download' | 'start' | undefined} */
  let anew;
  /** @type {Progress} */
  let progress = { stage: bringing, loaded: 0, total };
  /** What looks, from one sign of life to the next, how long the silence has lasted. */
  let looking = 0;
  /** @type {EngineFailure | undefined} */
  let over;
  /** @type {Call[]} */
  let bundle = [];

  const stop = (/** @type {EngineFailure} */ failure) => {
    over = failure;
    rest();
    worker?.terminate();
    start.reject(failure);
    for (const { reject } of waiting.values()) reject(failure);
  };
  const end = (/** @type {EngineFailure} */ found) => {
    if (over) return;
    // The page knows better than the worker whether there is a network at all.
    const isOffline = LOST.has(found.reason) && navigator.onLine === false;
    const failure = isOffline ? new EngineFailure('offline', found.detail) : found;
    stop(failure);
    tell({ ...progress, stage: 'failed', reason: failure.reason, detail: failure.detail });
  };
  const isReady = () => progress.stage === 'ready';
  const rest = () => clearInterval(looking);
  const hush = () => {
    isSilent = true;
    tell({ ...progress, stage: anew ?? progress.stage, isSilent });
    // An empty worker starts and says nothing.
    if (!isAlive) askWhy().catch((why) => end(asFailure(why, 'blocked')));
  };
  const watch = (/** @type {number} */ patience) => {
    rest();
    let [silence, last, isTold] = [0, Date.now(), false];
    looking = setInterval(() => {
      const since = Date.now() - last;
      last += since;
      // Nobody can have been heard by a page that slept: the wait begins anew.
      silence = since > LATE_MS + LOOK_MS ? 0 : silence + Math.max(since, LOOK_MS);
      if (silence >= patience) end(new EngineFailure(isReady() && !anew ? 'stopped' : 'timeout'));
      else if (silence >= SILENCE_MS && !isTold) {
        isTold = true;
        hush();
      }
    }, LOOK_MS);
  };
  const show = (/** @type {Progress} */ next) => {
    progress = next;
    tell(progress);
  };
  const hear = (/** @type {any} */ data) => {
    if (over) return;
    isAlive = true;
    if (data.kind === 'progress') {
      anew = undefined;
      watch(patienceAt(data.stage));
      show({ stage: data.stage, loaded: data.loaded, total: data.total });
    } else if (data.kind === 'ready') {
      rest();
      start.resolve();
    } else if (data.kind === 'anew') {
      anew = data.stage;
      watch(patienceAt(data.stage));
      if (isSilent) tell(progress);
      isSilent = false;
    } else if (data.kind === 'spare') {
      whenIdle(keep);
    } else if (data.kind === 'failed') {
      const failure = new EngineFailure(data.reason, data.detail);
      // WebKit does not tell a worker that a security rule forbids what it asks for; a page it tells.
      if (data.reason === 'blocked') refuse(failure);
      else end(failure);
    } else if (data.kind === 'answers') {
      anew = undefined;
      for (const answer of data.answers) settle(answer);
      if (isSilent) tell(progress);
      isSilent = false;
      if (waiting.size > 0) watch(PATIENCE_MS.call);
      else rest();
    }
  };
  const settle = (/** @type {Answer} */ { id, bytes, reason, detail }) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (reason) call?.reject(new EngineFailure(reason, detail));
    else call?.resolve(decoder.decode(bytes));
  };
  const send = () => {
    worker?.postMessage({ kind: 'calls', calls: bundle });
    bundle = [];
  };

  // A page that never looks at `ready` must not log an unhandled rejection: progress says it too.
  start.promise.catch(() => {});
  const begin = async () => {
    await lead?.over;
    if (over) return;
    show(progress);
    watch(PATIENCE_MS.download);
    await makeWorker().then(began, (error) => end(asFailure(error, 'worker_unavailable')));
  };
  const began = (/** @type {Worker} */ made) => {
    worker = made;
    if (over) worker.terminate();
    worker.onmessage = ({ data }) => hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      if (isReady()) end(new EngineFailure('stopped', event.message));
      else if (!event.message) refuse(new EngineFailure('blocked', 'the worker did not load'));
      // A page in its place is no script either.
      else refuse(new EngineFailure(unreadReason(event.message), event.message));
    };
  };
  const refuse = (/** @type {EngineFailure} */ failure) => {
    askWhy().then(
      () => end(failure),
      // That the line is down now says nothing of what came before.
      (why) => end(why instanceof EngineFailure && why.reason !== 'blocked' ? why : failure),
    );
  };

  void begin();
  return {
    ready: start.promise,
    close: () => stop(new EngineFailure('stopped', 'started anew')),
    ask: (/** @type {string} */ method, /** @type {string} */ text) => {
      /** @type {import('./deferred.js').Deferred<string>} */
      const call = withResolvers();
      if (over) {
        call.reject(over);
        return call.promise;
      }
      if (waiting.size === 0) watch(PATIENCE_MS.call);
      asked += 1;
      waiting.set(asked, call);
      // All calls of one moment go together.
      if (bundle.push({ id: asked, method, text }) === 1) queueMicrotask(send);
      return call.promise;
    },
  };
}
