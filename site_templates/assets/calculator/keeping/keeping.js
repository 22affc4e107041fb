/**
 * What was answered, kept by this browser, cleared and had back; and what is said of where the answers come from.
 */
import { onPress, slot } from '../page.js';
import { clearDraft, followOthers, loadDraft, loadDraftOfTab, saveDraft } from './draft.js';
import { areOne, merged, strangeIn } from './merging.js';
import { forgetShown } from './shown.js';
import { NOTHING } from './transitions.js';

/** Answers of these origins are the visitor's own. */
const OWN = new Set(['typed', 'amended', 'file', 'undone']);
/** Of these, those that change some answers and leave the others as they are. */
const EDITED = new Set(['typed', 'amended']);
/** Those of these are shown only, and are kept nowhere as the visitor's own. */
export const SHOWN = new Set(['link', 'person']);

/**
 * @param {HTMLElement} $page
 * @param {import('../page.js').Context} context
 * @param {import('../form/day.js').Day} day
 */
export function openKeeping($page, { store, transitions, questions, choices, words }, { today, onTurn }) {
  /** The draft as this tab saw it last: another tab may have changed it since. */
  let seen = loadDraft() ?? NOTHING;
  const own = () => {
    const { on, kept, readings } = store.state;
    const strange = strangeIn(seen, questions, choices);
    return { on: on === today() ? '' : on, kept: { ...strange.kept, ...kept }, readings: { ...strange.readings, ...readings } };
  };
  slot($page, 'not-kept').hidden = !loadDraftOfTab();
  store.subscribe(['on', 'kept', 'readings', 'origin'], ({ origin }) => {
    if (OWN.has(origin)) {
      const mine = own();
      const theirs = loadDraft();
      // Where the browser has lost the draft, nobody has taken back an answer.
      const all = EDITED.has(origin) && theirs ? merged(seen, mine, theirs) : mine;
      const isKept = saveDraft(all);
      slot($page, 'not-kept').hidden = isKept;
      // Else what lies there is still what lay there before.
      seen = isKept ? all : theirs ?? NOTHING;
      if (!areOne(all, mine)) transitions.follow(all);
    }
    if (origin === 'cleared') {
      clearDraft();
      seen = NOTHING;
    }
    if (!SHOWN.has(origin)) forgetShown();
  });
  const follow = (draft = NOTHING) => {
    const { origin } = store.state;
    if (SHOWN.has(origin)) store.change({ before: draft });
    else {
      const all = merged(seen, own(), draft);
      if (!areOne(all, own())) transitions.follow(all);
    }
    seen = draft;
  };
  followOthers(follow, () => {
    const { origin, kept } = store.state;
    if (!SHOWN.has(origin) && Object.keys(kept).length > 0) store.change({ note: words.script.wiped });
    seen = NOTHING;
  });
  onTurn((was) => transitions.turnDay(was));
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
