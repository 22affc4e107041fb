/**
 * Memory as its pages that are not all zeros: half of it, at no cost worth mentioning.
 *
 * Layout, in 32-bit words: magic, length of the memory, number of pages, their indexes; then the pages themselves.
 */

const PAGE = 4096;
const WORDS = PAGE / 4;
const MAGIC = 0x48554a46;
const HEAD = 3;

/**
 * @param {Uint8Array<ArrayBuffer>} memory its length a multiple of four
 * @returns {ArrayBuffer}
 */
export function pack(memory) {
  const words = new Uint32Array(memory.buffer, 0, memory.length / 4);
  const pages = [];
  for (let start = 0; start < words.length; start += WORDS) {
    if (isUsed(words, start)) pages.push(start / WORDS);
  }
  const size = (/** @type {number} */ page) => Math.min(WORDS, words.length - page * WORDS);
  const used = pages.reduce((sum, page) => sum + size(page), 0);
  const packed = new Uint32Array(HEAD + pages.length + used);
  packed.set([MAGIC, memory.length, pages.length]);
  packed.set(pages, HEAD);
  let at = HEAD + pages.length;
  for (const page of pages) {
    packed.set(words.subarray(page * WORDS, page * WORDS + size(page)), at);
    at += size(page);
  }
  return packed.buffer;
}

/**
 * @param {ArrayBuffer} body
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function unpack(body) {
  const packed = new Uint32Array(body);
  const [magic, length, count] = packed;
  if (magic !== MAGIC) throw new Error('not a memory');
  const words = new Uint32Array(length / 4);
  let at = HEAD + count;
  for (const page of packed.subarray(HEAD, HEAD + count)) {
    const size = Math.min(WORDS, words.length - page * WORDS);
    words.set(packed.subarray(at, at + size), page * WORDS);
    at += size;
  }
  return new Uint8Array(words.buffer);
}

/**
 * @param {Uint32Array} words
 * @param {number} start of a page
 */
function isUsed(words, start) {
  const end = Math.min(start + WORDS, words.length);
  for (let at = start; at < end; at += 1) if (words[at] !== 0) return true;
  return false;
}
