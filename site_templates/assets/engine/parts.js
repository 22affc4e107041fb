/**
 * The build's parts: fetched as streams, counted by the byte, accepted only with the right SHA-256.
 */
import { verifies } from './digest.js';
import { EngineFailure } from './reasons.js';
import { request, requireFile } from './response.js';

/**
 * @typedef {{ path: string, bytes: number, integrity: string }} Part
 *   `path` is relative to the worker, `bytes` the decoded size, `integrity` as in HTML
 * @typedef {import('./progress.js').Count} Count
 */

/** What may be the fault of a copy that lies in the browser's cache, or of a moment. */
const DAMAGED = new Set(['cut', 'missing', 'host', 'other', 'empty', 'integrity']);

/**
 * Fetch one part whole. A damaged one may sit in the browser's cache for a year, so it is fetched once more past it.
 *
 * @param {Part} part
 * @param {Count} count is told of every chunk
 * @param {RequestCache} cache
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function fetchPart(part, count, cache) {
  try {
    return await attempt(part, count, cache);
  } catch (error) {
    if (!(error instanceof EngineFailure) || !DAMAGED.has(error.reason)) throw error;
    return attempt(part, count, 'reload');
  }
}

/**
 * @param {Part} part
 * @param {Count} count
 * @param {RequestCache} cache
 */
async function attempt(part, { arrived, expect }, cache) {
  let counted = 0;
  let spared = 0;
  try {
    const response = await respond(part, cache);
    spared = part.bytes - travelling(response, part);
    expect(-spared);
    const share = 1 - spared / part.bytes;
    const bytes = await collect(response, part, (unpacked) => {
      counted += unpacked * share;
      arrived(unpacked * share);
    });
    await verify(bytes, part);
    return bytes;
  } catch (error) {
    arrived(-counted);
    expect(spared);
    throw error;
  }
}

/**
 * How many bytes of a part come over the line: the host says so of what it compressed beforehand.
 *
 * @param {Response} response
 * @param {Part} part
 */
function travelling({ headers }, part) {
  const length = Number(headers.get('content-length'));
  return headers.has('content-encoding') && length > 0 && length < part.bytes ? length : part.bytes;
}

/**
 * @param {Part} part
 * @param {RequestCache} cache
 * @returns {Promise<Response>}
 */
async function respond(part, cache) {
  /** @type {RequestInit} */
  // With the visitor's credentials, as a script is imported: so that its import finds in the cache what was checked here.
  const options = { cache, credentials: 'same-origin', mode: 'same-origin', redirect: 'manual' };
  // Outside secure contexts there is no digest for scripts; the browser's own check is all there is.
  if (!globalThis.crypto?.subtle) options.integrity = part.integrity;
  const response = await request(new URL(part.path, location.href).href, options);
  requireFile(response, part.path);
  return response;
}

/**
 * @param {Response} response
 * @param {Part} part
 * @param {(bytes: number) => void} arrived
 */
async function collect(response, part, arrived) {
  if (!response.body) throw new EngineFailure('empty', part.path);
  const bytes = new Uint8Array(part.bytes);
  const reader = response.body.getReader();
  let filled = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((error) => {
      // Before a byte: what the host says of its packing is not true.
      const packed = filled === 0 && response.headers.get('content-encoding');
      throw packed ? new EngineFailure('host', `Content-Encoding: ${packed}`) : new EngineFailure('cut', `${part.path}: ${error}`);
    });
    if (done) break;
    if (filled + value.length > part.bytes) throw new EngineFailure('integrity', `${part.path}: too long`);
    bytes.set(value, filled);
    filled += value.length;
    arrived(value.length);
  }
  if (filled === 0) throw new EngineFailure('empty', part.path);
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
