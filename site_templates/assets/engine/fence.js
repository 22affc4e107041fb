/**
 * The fence around Python: nothing in the worker reaches the network but the build's own parts.
 *
 * A worker's file is not covered by the page's Content-Security-Policy, so it fences itself in.
 */
import { EngineFailure } from './reasons.js';

/** An origin that exists nowhere: Pyodide asks for its files there and is handed the build's parts. */
export const INSIDE = 'https://inside.invalid/';

const DOORS = ['XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'EventSource', 'WebTransport', 'Worker', 'importScripts'];

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
}

/** @param {RequestInfo | URL} request */
async function answer(request) {
  const url = request instanceof Request ? request.url : String(request);
  const file = url.startsWith(INSIDE) ? inside.get(url.slice(INSIDE.length)) : undefined;
  if (!file) throw new EngineFailure('blocked', `the engine asked for ${url}`);
  return new Response(file);
}

/**
 * @param {string} name of a global
 * @param {unknown} value what it is for good
 */
function shut(name, value) {
  Object.defineProperty(globalThis, name, { value, writable: false, configurable: false });
}
