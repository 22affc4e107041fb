/**
 * The build's parts: fetched as streams, counted by the byte, accepted only with the right SHA-256.
 */
import { verifies } from './digest.js';
import { EngineFailure } from './reasons.js';

/**
 * @typedef {{ path: string, bytes: number, integrity: string }} Part
 *   `path` is relative to the worker, `bytes` the decoded size, `integrity` as in HTML
 */

/** The network itself, whatever is put in its place later (`fence.js`). */
const network = globalThis.fetch.bind(globalThis);

/**
 * Fetch one part whole. A damaged one may sit in the browser's cache for a year, so it is fetched once more past it.
 *
 * @param {Part} part
 * @param {(bytes: number) => void} arrived is told of every chunk
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function fetchPart(part, arrived) {
  try {
    return await attempt(part, arrived, 'default');
  } catch (error) {
    if (!(error instanceof EngineFailure) || error.reason !== 'integrity') throw error;
    return attempt(part, arrived, 'reload');
  }
}

/**
 * @param {Part} part
 * @param {(bytes: number) => void} arrived
 * @param {RequestCache} cache
 */
async function attempt(part, arrived, cache) {
  let counted = 0;
  const count = (/** @type {number} */ bytes) => {
    counted += bytes;
    arrived(bytes);
  };
  try {
    const bytes = await collect(await respond(part, cache), part, count);
    await verify(bytes, part);
    return bytes;
  } catch (error) {
    arrived(-counted);
    throw error;
  }
}

/**
 * @param {Part} part
 * @param {RequestCache} cache
 * @returns {Promise<Response>}
 */
async function respond(part, cache) {
  /** @type {RequestInit} */
  const options = { cache, credentials: 'omit', redirect: 'error' };
  // Outside secure contexts there is no digest for scripts; the browser's own check is all there is.
  if (!globalThis.crypto?.subtle) options.integrity = part.integrity;
  const response = await network(new URL(part.path, location.href), options).catch((error) => {
    throw lost(part, error);
  });
  if (!response.ok) throw new EngineFailure('missing', `${part.path}: HTTP ${response.status}`);
  return response;
}

/**
 * @param {Response} response
 * @param {Part} part
 * @param {(bytes: number) => void} arrived
 */
async function collect(response, part, arrived) {
  if (!response.body) throw new EngineFailure('missing', `${part.path}: empty`);
  const bytes = new Uint8Array(part.bytes);
  const reader = response.body.getReader();
  let filled = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((error) => {
      throw lost(part, error);
    });
    if (done) break;
    if (filled + value.length > part.bytes) throw new EngineFailure('integrity', `${part.path}: too long`);
    bytes.set(value, filled);
    filled += value.length;
    arrived(value.length);
  }
  if (filled < part.bytes) throw new EngineFailure('integrity', `${part.path}: too short`);
  return bytes;
}

/**
 * Refuse bytes that are not the part's.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {Part} part
 */
export async function verify(bytes, part) {
  if (!globalThis.crypto?.subtle) return;
  if (!(await verifies(bytes, part.integrity))) throw new EngineFailure('integrity', `${part.path}: other bytes`);
}

/**
 * The page knows better than the worker whether there is a network at all, and makes that `offline` (`client.js`).
 *
 * @param {Part} part
 * @param {unknown} error
 */
export function lost(part, error) {
  return new EngineFailure('blocked', `${part.path}: ${error}`);
}
