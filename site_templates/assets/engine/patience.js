/**
 * What is asked of this browser's storage, which may be refused, full or broken and may never answer: all that is kept there is an
 * extra, and without it the rest goes on.
 */

/** Longer than any browser takes that answers at all. */
const PATIENCE_MS = 10_000;

/**
 * Work that fails gives nothing.
 *
 * @template {unknown[]} A
 * @template T
 * @param {(...given: A) => Promise<T>} work
 * @returns {(...given: A) => Promise<T | undefined>}
 */
export function quietly(work) {
  return async (...given) => {
    try {
      return await work(...given);
    } catch {
      return undefined;
    }
  };
}

/**
 * Work that never ends gives nothing either: it holds nobody up.
 *
 * @template T
 * @param {Promise<T | undefined>} work
 * @returns {Promise<T | undefined>}
 */
export function inTime(work) {
  return Promise.race([work, new Promise((/** @type {(nothing: undefined) => void} */ resolve) => setTimeout(resolve, PATIENCE_MS))]);
}
