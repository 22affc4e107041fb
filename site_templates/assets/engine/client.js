/**
 * The page's side of the engine: starts the worker, passes on its progress, asks and waits for answers.
 */
import { EngineFailure, asFailure } from './reasons.js';

/** Longest silence that is still taken for work. */
const PATIENCE_MS = { download: 45_000, start: 120_000 };

/**
 * @typedef {{ worker: string, total: number }} Config the worker's address and the bytes of all its parts
 * @typedef {import('./progress.js').Progress} Progress
 * @typedef {{ id: number, method: string, text: string }} Call
 * @typedef {{ id: number, text?: string, reason?: import('./reasons.js').Reason, detail?: string }} Answer
 * @typedef {{
 *   readonly ready: Promise<void>,
 *   call: (method: string, text: string) => Promise<string>,
 *   onProgress: (callback: (progress: Progress) => void) => void,
 *   retry: () => Promise<void>,
 * }} Engine
 */

/**
 * Start the engine. `ready` rejects with an `EngineFailure`; `retry` starts anew and gives the new `ready`.
 *
 * @param {Config} config
 * @returns {Engine}
 */
export function connect(config) {
  return connectBy(async () => new Worker(config.worker), config.total);
}

/**
 * Start the engine with a worker that the caller makes.
 *
 * @param {() => Promise<Worker>} makeWorker
 * @param {number} total bytes of all its parts
 * @returns {Engine}
 */
export function connectBy(makeWorker, total) {
  /** @type {Set<(progress: Progress) => void>} */
  const listeners = new Set();
  /** @type {Progress} */
  let latest = { stage: 'download', loaded: 0, total };
  const tell = (/** @type {Progress} */ progress) => {
    latest = progress;
    for (const listener of listeners) listener(progress);
  };
  let session = openSession(makeWorker, total, tell);
  return Object.freeze({
    get ready() {
      return session.ready;
    },
    call: async (/** @type {string} */ method, /** @type {string} */ text) => {
      const asked = session;
      await asked.ready;
      return asked.ask(method, text);
    },
    onProgress: (/** @type {(progress: Progress) => void} */ listener) => {
      listeners.add(listener);
      listener(latest);
    },
    retry: () => {
      session.close();
      session = openSession(makeWorker, total, tell);
      return session.ready;
    },
  });
}

/**
 * One worker from its start to its end.
 *
 * @param {() => Promise<Worker>} makeWorker
 * @param {number} total
 * @param {(progress: Progress) => void} tell
 */
function openSession(makeWorker, total, tell) {
  /** @type {PromiseWithResolvers<void>} */
  const start = withResolvers();
  /** @type {Map<number, PromiseWithResolvers<string>>} */
  const waiting = new Map();
  /** @type {Worker | undefined} */
  let worker;
  let asked = 0;
  let loaded = 0;
  let alarm = 0;
  let over = false;
  /** @type {Call[]} */
  let bundle = [];

  const stop = (/** @type {EngineFailure} */ failure) => {
    over = true;
    clearTimeout(alarm);
    worker?.terminate();
    start.reject(failure);
    for (const { reject } of waiting.values()) reject(failure);
  };
  const end = (/** @type {EngineFailure} */ found) => {
    if (over) return;
    const isOffline = found.reason === 'blocked' && navigator.onLine === false;
    const failure = isOffline ? new EngineFailure('offline', found.detail) : found;
    stop(failure);
    tell({ stage: 'failed', loaded, total, reason: failure.reason });
  };
  const watch = (/** @type {number} */ patience) => {
    clearTimeout(alarm);
    alarm = setTimeout(() => end(new EngineFailure('timeout')), patience);
  };
  const hear = (/** @type {any} */ data) => {
    if (over) return;
    if (data.kind === 'progress') {
      loaded = data.loaded;
      watch(data.stage === 'download' ? PATIENCE_MS.download : PATIENCE_MS.start);
      tell({ stage: data.stage, loaded, total: data.total });
    } else if (data.kind === 'ready') {
      clearTimeout(alarm);
      start.resolve();
    } else if (data.kind === 'failed') {
      end(new EngineFailure(data.reason, data.detail));
    } else if (data.kind === 'answers') {
      for (const answer of data.answers) settle(answer);
    }
  };
  const settle = (/** @type {Answer} */ { id, text, reason, detail }) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (reason) call?.reject(new EngineFailure(reason, detail));
    else call?.resolve(String(text));
  };
  const send = () => {
    worker?.postMessage({ kind: 'calls', calls: bundle });
    bundle = [];
  };

  // A page that never looks at `ready` must not log an unhandled rejection: progress says it too.
  start.promise.catch(() => {});
  watch(PATIENCE_MS.download);
  makeWorker().then(
    (made) => {
      worker = made;
      if (over) worker.terminate();
      worker.onmessage = ({ data }) => hear(data);
      worker.onerror = (event) => {
        event.preventDefault();
        end(new EngineFailure(event.message ? 'unknown' : 'blocked', event.message || 'the worker did not load'));
      };
    },
    (error) => end(asFailure(error, 'worker_unavailable')),
  );

  return {
    ready: start.promise,
    close: () => stop(new EngineFailure('unknown', 'started anew')),
    ask: (/** @type {string} */ method, /** @type {string} */ text) => {
      /** @type {PromiseWithResolvers<string>} */
      const call = withResolvers();
      asked += 1;
      waiting.set(asked, call);
      // All calls of one moment go together.
      if (bundle.push({ id: asked, method, text }) === 1) queueMicrotask(send);
      return call.promise;
    },
  };
}

/**
 * `Promise.withResolvers`, which many phones in use do not have yet.
 *
 * @template T
 * @returns {PromiseWithResolvers<T>}
 */
function withResolvers() {
  /** @type {any} */
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}
