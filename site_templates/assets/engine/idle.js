/**
 * Work that nobody waits for.
 */

const LATER_MS = 2_000;

/** @param {() => void} work */
export function whenIdle(work) {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work);
  else setTimeout(work, LATER_MS);
}
