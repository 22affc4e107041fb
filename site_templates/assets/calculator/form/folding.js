/**
 * A part of the form that is folded while nothing in it has to be seen.
 */

/** Of these origins the answers are the same ones still, but for some. */
const EDITED = new Set(['typed', 'amended', 'followed']);

/**
 * Open what is needed, whatever the visitor did with it. Otherwise it is folded when the answers come from elsewhere, and
 * left as it is while they are typed, be it in another tab.
 *
 * @param {HTMLDetailsElement} $fold
 * @param {import('../store.js').Store} store
 * @param {(kept: import('../store.js').Kept) => boolean} isNeeded
 */
export function foldUnless($fold, store, isNeeded) {
  store.subscribe(['kept', 'origin'], ({ kept, origin }) => {
    if (isNeeded(kept)) $fold.open = true;
    else if (!EDITED.has(origin)) $fold.open = false;
  });
}
