/**
 * The draft: what was typed, kept by this browser only, until one button clears it.
 */

const KEY = 'hujifen.draft';
/** Drafts of another schema are thrown away. */
const SCHEMA = 1;

/**
 * @typedef {{ on: string, kept: import('./form.js').Kept, readings: Record<string, string> }} Draft
 *   `on` is empty where the visitor left it at today
 */

/** @param {Draft} draft */
export function saveDraft(draft) {
  const isEmpty = !draft.on && [draft.kept, draft.readings].every((part) => Object.keys(part).length === 0);
  if (isEmpty) clearDraft();
  else quietly(() => localStorage.setItem(KEY, JSON.stringify({ schema: SCHEMA, ...draft })));
}

/** @returns {Draft | undefined} */
export function loadDraft() {
  return quietly(() => {
    return checkedDraft(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  });
}

/**
 * A draft, where this is one of this schema.
 *
 * @param {any} plain
 * @returns {Draft | undefined}
 */
export function checkedDraft({ schema, on, kept, readings }) {
  if (schema !== SCHEMA || typeof on !== 'string' || !isTexts(kept)) return undefined;
  return { on, kept, readings: { ...readings } };
}

export function clearDraft() {
  quietly(() => localStorage.removeItem(KEY));
}

/** @param {any} kept */
function isTexts(kept) {
  const isText = (/** @type {unknown} */ text) => typeof text === 'string';
  return Object.values(kept).every((texts) => Array.isArray(texts) && texts.every(isText));
}

/**
 * Storage may be off, full or damaged: then there is no draft, and nothing else happens.
 *
 * @template T
 * @param {() => T} work
 */
function quietly(work) {
  try {
    return work();
  } catch {
    return undefined;
  }
}
