/**
 * The fence around Python: nothing in the worker reaches the network but the build's own parts.
 *
 * A worker's file is not covered by the page's Content-Security-Policy, so it fences itself in.
 */
import { EngineFailure } from './reasons.js';

/** An origin that exists nowhere: Pyodide asks for its files there and is handed the build's parts. */
export const INSIDE = 'https://inside.invalid/';

const DOORS = [
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'Worker',
  'SharedWorker',
  'importScripts',
  'caches',
  'CacheStorage',
  'Cache',
  'FontFace',
  'fonts',
];

/** @type {Map<string, Uint8Array<ArrayBuffer>>} */
let inside = new Map();

/**
 * Replace every way out, once and for good. From here on `fetch` answers for files of `INSIDE` only.
 *
 * @param {Map<string, Uint8Array<ArrayBuffer>>} files by name
 */
export function raiseFence(files) {
  inside = files;
  if (globalThis.fetch === answer) return;
  shut('fetch', answer);
  for (const door of DOORS) shut(door, undefined);
  shutText();
}

/** Shut the ways in which text becomes code: it could say `import()`, which is no name that can be taken away. */
function shutText() {
  for (const made of [function () {}, async () => {}, function* () {}, async function* () {}]) {
    Object.defineProperty(Object.getPrototypeOf(made), 'constructor', { value: noCode, writable: false, configurable: false });
  }
  shut('eval', noCode);
  shut('Function', noCode);
  shut('setTimeout', withoutText(globalThis.setTimeout));
  shut('setInterval', withoutText(globalThis.setInterval));
}

function noCode() {
  throw new EngineFailure('blocked', 'the engine made code of text');
}
// Whoever asks whether something is a function still gets the right answer.
noCode.prototype = Function.prototype;

/**
 * A timer that runs functions, and no code out of text.
 *
 * @param {(run: TimerHandler, ...given: any[]) => number} timer
 */
function withoutText(timer) {
  return (/** @type {TimerHandler} */ run, /** @type {any[]} */ ...given) => {
    return typeof run !== 'function' ? noCode() : timer.call(globalThis, run, ...given);
  };
}

/** @param {RequestInfo | URL} request */
async function answer(request) {
  const url = request instanceof Request ? request.url : String(request);
  const file = url.startsWith(INSIDE) ? inside.get(url.slice(INSIDE.length)) : undefined;
  if (!file) throw new EngineFailure('blocked', `the engine asked for ${url}`);
  return new Response(file);
}

/**
 * A global for good, also where it is reached past the global object, on one of its prototypes.
 *
 * @param {string} name
 * @param {unknown} value
 */
function shut(name, value) {
  Object.defineProperty(globalThis, name, { value, writable: false, configurable: false });
  for (let above = Object.getPrototypeOf(globalThis); above; above = Object.getPrototypeOf(above)) {
    if (Object.hasOwnProperty.call(above, name)) Object.defineProperty(above, name, { value, writable: false, configurable: false });
  }
}
