/**
 * The fence around Python: nothing in the worker reaches the network but the build's own parts.
 *
 * A worker's file is not covered by the page's Content-Security-Policy, so it fences itself in.
 */
import { EngineFailure } from './reasons.js';

/** An origin that exists nowhere: Pyodide asks for its files there and is handed the build's parts. */
export const INSIDE = 'https://inside.invalid/';

const DOORS = ['XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'EventSource', 'WebTransport', 'Worker', 'importScripts'];

/**
 * Replace every way out. From here on `fetch` answers for files of `INSIDE` only.
 *
 * @param {(name: string) => Promise<Response> | undefined} answer the response for a file's name
 */
export function raiseFence(answer) {
  shut('fetch', async (/** @type {RequestInfo | URL} */ request) => {
    const url = request instanceof Request ? request.url : String(request);
    const response = url.startsWith(INSIDE) ? answer(url.slice(INSIDE.length)) : undefined;
    if (!response) throw new EngineFailure('blocked', `the engine asked for ${url}`);
    return response;
  });
  for (const door of DOORS) shut(door, undefined);
}

/**
 * @param {string} name of a global
 * @param {unknown} value what it is for good
 */
function shut(name, value) {
  Object.defineProperty(globalThis, name, { value, writable: false, configurable: false });
}
