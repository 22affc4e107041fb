/**
 * Bytes that travel inside a text: gzip in Base64.
 */
import { EngineFailure } from './reasons.js';

/**
 * @param {string} text
 * @returns {Promise<Uint8Array<ArrayBuffer>>} rejects with an `EngineFailure` where the text is damaged
 */
export async function inflate(text) {
  try {
    return await unpacked(text);
  } catch (error) {
    throw new EngineFailure('integrity', String(error));
  }
}

/** @param {string} text */
async function unpacked(text) {
  const packed = fromBase64(text.trim());
  // A stream made by hand: streams of Blobs fail in the workers of some WebKits.
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(packed);
      controller.close();
    },
  });
  const bytes = stream.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(bytes).arrayBuffer());
}

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 */
function fromBase64(text) {
  const native = /** @type {{ fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }} */ (Uint8Array).fromBase64;
  if (native) return native.call(Uint8Array, text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
