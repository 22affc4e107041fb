/**
 * What a visitor ticked on a page, kept by this browser only.
 *
 * Storage may be off, full or damaged: then nothing is kept, and nothing else happens.
 */

/** What stands before the pages of this policy where the site has others; each keeps for itself. */
const place = () => document.documentElement?.dataset.place ?? '';

/**
 * The name under which this site keeps something: others on the same host, such as a preview of it, have their own.
 *
 * @param {string} name
 */
export function keyOf(name) {
  const $icon = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="icon"]'));
  // The icon lies in the site's `assets`; the single file carries its own.
  const isHosted = $icon?.href.startsWith('http');
  return `${name}:${isHosted ? new URL('../', $icon?.href).pathname : 'file'}${place()}`;
}

/**
 * The text kept under a name. What was kept before sites had names of their own is taken over by the first that looks.
 *
 * @param {string} name
 */
export function storedText(name) {
  const key = keyOf(name);
  const old = place() ? null : localStorage.getItem(name);
  if (old !== null) {
    if (localStorage.getItem(key) === null) localStorage.setItem(key, old);
    localStorage.removeItem(name);
  }
  return localStorage.getItem(key);
}

/**
 * @param {string} name
 * @returns {Record<string, unknown>} what was kept, by name
 */
export function loadKept(name) {
  return quietly(() => JSON.parse(storedText(name) ?? '{}')) ?? {};
}

/**
 * @param {string} name
 * @param {Record<string, unknown>} kept nothing is left behind where it is empty
 */
export function saveKept(name, kept) {
  const key = keyOf(name);
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
