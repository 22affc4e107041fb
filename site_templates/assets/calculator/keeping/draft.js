/**
 * The draft: what was typed, kept by this browser only, until one button clears it.
 */

import { keyOf, quietly, storedText } from '../../guide/kept.js';

const NAME = 'hujifen.draft';
/** What the browser does not keep is kept by its tab, as long as that is open. */
const OF_TAB = 'hujifen.draft-of-tab';
/** What the document hears when the draft is another one. */
const CHANGED = 'hujifen-draft';
/** Drafts of an older schema are thrown away, those of a newer one are left alone: another tab has the newer page. */
const SCHEMA = 1;

/**
 * @typedef {import('../store.js').Draft} Draft
 */

/**
 * @param {Draft} draft
 * @returns {boolean} whether this browser keeps it
 */
export function saveDraft(draft) {
  const isEmpty = !draft.on && [draft.kept, draft.readings].every((part) => Object.keys(part).length === 0);
  const mayKeep = !isOfNewerPage();
  if (isEmpty && mayKeep) {
    clearDraft();
    return true;
  }
  const text = JSON.stringify({ schema: SCHEMA, ...draft });
  const isKept = mayKeep && isStored(text);
  quietly(() => (isKept ? sessionStorage.removeItem(keyOf(OF_TAB)) : sessionStorage.setItem(keyOf(OF_TAB), text)));
  announce(draft);
  return isKept;
}

/** @param {string} text */
function isStored(text) {
  quietly(() => localStorage.setItem(keyOf(NAME), text));
  // Extensions have taught arrays to write themselves otherwise than a page could read them again.
  return quietly(() => storedText(NAME)) === text && quietly(() => draftIn(text)) !== undefined;
}

/** @returns {Draft | undefined} */
export function loadDraft() {
  return quietly(() => draftIn(storedText(NAME)));
}

/** @returns {Draft | undefined} what was last answered in this tab, where the browser did not keep it */
export function loadDraftOfTab() {
  return quietly(() => draftIn(sessionStorage.getItem(keyOf(OF_TAB))));
}

/** @param {string | null} text */
function draftIn(text) {
  const { schema, ...draft } = JSON.parse(text ?? '{}');
  return schema === SCHEMA ? draftOf(draft) : undefined;
}

function isOfNewerPage() {
  return quietly(() => JSON.parse(storedText(NAME) ?? '{}').schema > SCHEMA) ?? false;
}

/**
 * A draft, where this is one.
 *
 * @param {any} plain
 * @returns {Draft | undefined}
 */
export function draftOf({ on, kept, readings }) {
  if (typeof on !== 'string' || !isTexts(kept)) return undefined;
  return { on, kept, readings: { ...readings } };
}

export function clearDraft() {
  quietly(() => localStorage.removeItem(keyOf(NAME)));
  quietly(() => sessionStorage.removeItem(keyOf(OF_TAB)));
  announce(undefined);
}

/**
 * Hear of the draft: now, and whenever it changes, be it in this document, in another tab, or while this page lay in
 * the browser's memory.
 *
 * @param {(draft: Draft | undefined) => void} hear
 */
export function followDraft(hear) {
  document.addEventListener(CHANGED, (event) => hear(/** @type {CustomEvent} */ (event).detail));
  followOthers(hear);
  hear(loadDraft());
}

/**
 * Hear of the draft whenever it changes, but not of what this document itself does.
 *
 * @param {(draft: Draft | undefined) => void} hear
 * @param {() => void} [wiped] hears that all was taken from the browser at once, which is no answer taken back
 */
export function followOthers(hear, wiped = () => hear(undefined)) {
  const tell = () => isOfNewerPage() || hear(loadDraft());
  addEventListener('storage', ({ key }) => {
    if (key === null) wiped();
    else if (key === keyOf(NAME)) tell();
  });
  addEventListener('pageshow', ({ persisted }) => persisted && tell());
}

/** @param {Draft | undefined} draft */
function announce(draft) {
  document.dispatchEvent(new CustomEvent(CHANGED, { detail: draft }));
}

/** @param {any} kept */
function isTexts(kept) {
  const isText = (/** @type {unknown} */ text) => typeof text === 'string';
  return Object.values(kept).every((texts) => Array.isArray(texts) && texts.every(isText));
}
