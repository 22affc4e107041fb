/**
 * What was answered, kept by this browser, cleared and had back; and what is said of where the answers come from.
 */
import { onPress, slot } from '../page.js';
import { clearDraft, saveDraft } from './draft.js';
import { forgetShown } from './shown.js';

/** Answers of these origins are the visitor's own. */
const OWN = new Set(['typed', 'amended', 'file', 'undone']);
/** Those of these are shown only. */
const SHOWN = new Set(['link', 'person']);

/**
 * @param {HTMLElement} $page
 * @param {import('../page.js').Context} context
 * @param {string} today
 */
export function openKeeping($page, { store, transitions }, today) {
  store.subscribe(['on', 'kept', 'readings', 'origin'], ({ origin, on, kept, readings }) => {
    if (OWN.has(origin)) saveDraft({ on: on === today ? '' : on, kept, readings });
    if (origin === 'cleared') clearDraft();
    if (!SHOWN.has(origin)) forgetShown();
  });
  store.subscribe(['note'], ({ note }) => (slot($page, 'note').textContent = note));
  store.subscribe(['before'], ({ before }) => {
    for (const $undo of /** @type {NodeListOf<HTMLElement>} */ ($page.querySelectorAll('[data-action="undo"]'))) $undo.hidden = !before;
  });
  onPress($page, {
    clear: () => transitions.clear(),
    undo: ($pressed) => {
      transitions.undo();
      // The button goes away, its neighbours stay.
      /** @type {HTMLElement | null | undefined} */ ($pressed.closest('.people, .buttons')?.querySelector('button'))?.focus({ preventScroll: true });
    },
  });
}
