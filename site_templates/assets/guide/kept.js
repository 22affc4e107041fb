/**
 * What a visitor ticked on a page, kept by this browser only.
 *
 * Storage may be off, full or damaged: then nothing is kept, and nothing else happens.
 */

/**
 * @param {string} key
 * @returns {Record<string, unknown>} what was kept, by name
 */
export function loadKept(key) {
  return quietly(() => JSON.parse(localStorage.getItem(key) ?? '{}')) ?? {};
}

/**
 * @param {string} key
 * @param {Record<string, unknown>} kept nothing is left behind where it is empty
 */
export function saveKept(key, kept) {
  const isEmpty = Object.keys(kept).length === 0;
  quietly(() => (isEmpty ? localStorage.removeItem(key) : localStorage.setItem(key, JSON.stringify(kept))));
}

/**
 * @template T
 * @param {() => T} work
 */
export function quietly(work) {
  try {
    return work();
  } catch {
    return undefined;
  }
}
