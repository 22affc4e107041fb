/**
 * A sheet: a stretch of Python's memory on which a request is written and its answer read, with no object made for either.
 */

/** An answer with all its sentences has room on it, and a request of a person. */
const SHEET_BYTES = 65_536;
/** Of UTF-8, for what JavaScript counts as one. */
const MOST_BYTES = 3;

/** Half a sign, which Python's text may hold and UTF-8 can't say. */
const HALF = /\p{Surrogate}/u;

/**
 * @typedef {{
 *   held: any,
 *   hasRoomFor: (text: string) => boolean,
 *   write: (text: string) => number,
 *   read: (length: number) => Uint8Array<ArrayBuffer>,
 * }} Sheet `held` is Python's; `write` gives the bytes that the text takes; `read` copies
 */

/**
 * @param {any} pyodide
 * @returns {Sheet}
 */
export function createSheet(pyodide) {
  const builtins = pyodide.pyimport('builtins');
  const held = builtins.bytearray(SHEET_BYTES);
  builtins.destroy();
  const encoder = new TextEncoder();
  let seen = held.getBuffer('u8');
  const bytes = () => {
    // When Python's memory grows, what was seen of it is empty.
    if (seen.data.length === 0) {
      seen.release();
      seen = held.getBuffer('u8');
    }
    return seen.data;
  };
  return {
    held,
    hasRoomFor: (text) => text.length * MOST_BYTES <= SHEET_BYTES && !HALF.test(text),
    write: (text) => encoder.encodeInto(text, bytes()).written,
    read: (length) => bytes().slice(0, length),
  };
}
