/**
 * Which papers these answers and this result call for, by who brings them.
 */

/**
 * @typedef {{ question: string, is?: string, is_not?: string, at_least?: number }} Condition
 * @typedef {{ name: string, from: string, indicators: string[], when: Condition[] }} Paper
 */

/**
 * @param {Paper[]} papers
 * @param {ReadonlySet<string>} counted indicators that give points
 * @param {import('../store.js').Kept} kept
 * @returns {Map<string, string[]>} names by who brings them
 */
export function papersNeeded(papers, counted, kept) {
  /** @type {Map<string, string[]>} */
  const needed = new Map();
  for (const { name, from, indicators, when } of papers) {
    const isFor = indicators.length === 0 || indicators.some((code) => counted.has(code));
    const isSo = when.length === 0 || when.some((condition) => mayHold(condition, kept));
    if (isFor && isSo) needed.set(from, [...(needed.get(from) ?? []), name]);
  }
  return needed;
}

/**
 * A question that was not answered decides nothing.
 *
 * @param {Condition} condition
 * @param {import('../store.js').Kept} kept
 */
function mayHold(condition, kept) {
  const answer = kept[condition.question]?.[0];
  return !answer || holds(condition, answer);
}

/**
 * @param {Condition} condition
 * @param {string} answer to its question, not an empty one
 */
export function holds({ is, is_not: isNot, at_least: atLeast }, answer) {
  if (is !== undefined) return answer === is;
  if (isNot !== undefined) return answer !== isNot;
  return Number(answer) >= Number(atLeast);
}
