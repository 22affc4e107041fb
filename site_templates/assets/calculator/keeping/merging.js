/**
 * Two tabs of one visitor: what each has changed since both had the same draft.
 */

/** @typedef {import('../store.js').Draft} Draft */

/**
 * Both changes in one draft; where both changed the same answer, mine holds.
 *
 * @param {Draft} base what both began with
 * @param {Draft} mine
 * @param {Draft} theirs
 * @returns {Draft}
 */
export function merged(base, mine, theirs) {
  return {
    on: mine.on === base.on ? theirs.on : mine.on,
    kept: mergedParts(base.kept, mine.kept, theirs.kept),
    readings: mergedParts(base.readings, mine.readings, theirs.readings),
  };
}

/**
 * Whether nothing of a draft is missing or other in the next one.
 *
 * @param {Draft} draft
 * @param {Draft} next
 */
export function isWithin(draft, next) {
  const isSame = (/** @type {Record<string, any>} */ parts, /** @type {Record<string, any>} */ others) =>
    Object.entries(parts).every(([code, part]) => areSame(part, others[code]));
  return draft.on === next.on && isSame(draft.kept, next.kept) && isSame(draft.readings, next.readings);
}

/**
 * What of a draft this page has no place for, as when a newer one in another tab has asked more. It is not this page's to take away.
 *
 * @param {Draft} draft
 * @param {ReadonlyArray<Pick<import('../form/questions.js').Question, 'code' | 'choices'>>} questions
 * @param {import('../page.js').Context['choices']} choices of each reading
 * @returns {Pick<Draft, 'kept' | 'readings'>}
 */
export function strangeIn({ kept, readings }, questions, choices) {
  const places = new Map(questions.map(({ code, choices: all }) => [code, all]));
  const isStrange = (/** @type {[string, string[]]} */ [code, [first]]) => !places.has(code) || !(places.get(code)?.includes(first) ?? true);
  const isStrangeReading = (/** @type {[string, string]} */ [code, choice]) => !Object.keys(choices).includes(code) || !choices[code].all.includes(choice);
  return {
    kept: Object.fromEntries(Object.entries(kept).filter(isStrange)),
    readings: Object.fromEntries(Object.entries(readings).filter(isStrangeReading)),
  };
}

/**
 * @template T
 * @param {Record<string, T>} base
 * @param {Record<string, T>} mine
 * @param {Record<string, T>} theirs
 * @returns {Record<string, T>}
 */
function mergedParts(base, mine, theirs) {
  const codes = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  const all = [...codes].map((code) => [code, areSame(mine[code], base[code]) ? theirs[code] : mine[code]]);
  return Object.fromEntries(all.filter(([, part]) => part !== undefined));
}

/**
 * @param {Draft} one
 * @param {Draft} other
 */
export function areOne(one, other) {
  return isWithin(one, other) && isWithin(other, one);
}

/**
 * @param {unknown} one
 * @param {unknown} other
 */
function areSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
