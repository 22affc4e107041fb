/**
 * The draft: what was typed, kept by this browser only, until one button clears it.
 */

import { quietly } from '../../guide/kept.js';

const KEY = 'hujifen.draft';
/** What the document hears when the draft is another one. */
const CHANGED = 'hujifen-draft';
/** Drafts of another schema are thrown away. */
const SCHEMA = 1;

/**
 * @typedef {import('../store.js').Draft} Draft
 */

/** @param {Draft} draft */
export function saveDraft(draft) {
  const isEmpty = !draft.on && [draft.kept, draft.readings].every((part) => Object.keys(part).length === 0);
  if (isEmpty) {
    clearDraft();
    return;
  }
  quietly(() => localStorage.setItem(KEY, JSON.stringify({ schema: SCHEMA, ...draft })));
  announce(draft);
}

/** @returns {Draft | undefined} */
export function loadDraft() {
  return quietly(() => {
    const { schema, ...draft } = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return schema === SCHEMA ? draftOf(draft) : undefined;
  });
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
  quietly(() => localStorage.removeItem(KEY));
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
  addEventListener('storage', ({ key }) => (key === KEY || key === null) && hear(loadDraft()));
  addEventListener('pageshow', ({ persisted }) => persisted && hear(loadDraft()));
  hear(loadDraft());
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
