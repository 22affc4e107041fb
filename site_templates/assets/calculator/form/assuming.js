/**
 * What is assumed of those who say nothing of it: that they have none of the situations that they didn't tick.
 */
import { askedOf, keptAnswers } from './answers.js';

/**
 * @typedef {import('../store.js').Kept} Kept
 * @typedef {import('./questions.js').Question} Question
 * @typedef {import('../page.js').PageData} PageData
 */

/**
 * The situations that somebody is in or may be in: one of their questions is answered with more than nothing, or with
 * 不确定.
 *
 * @param {ReadonlyArray<Question>} questions
 * @param {Kept} kept
 * @param {Pick<PageData, 'nothing'>} data
 * @returns {Set<string>}
 */
export function situationsOf(questions, kept, { nothing }) {
  const none = keptAnswers(questions, nothing);
  const isTold = (/** @type {Question} */ { code }) => code in kept && kept[code].join() !== none[code]?.join();
  return new Set(questions.filter(({ situation }) => situation).filter(isTold).map(({ situation }) => situation));
}

/**
 * The answers that are assumed: "nothing" to each untouched question of a situation that is not told.
 *
 * @param {ReadonlyArray<Question>} questions
 * @param {Kept} kept
 * @param {string} edition
 * @param {Pick<PageData, 'nothing'>} data
 * @returns {Kept}
 */
export function assumedOf(questions, kept, edition, data) {
  const told = situationsOf(questions, kept, data);
  const open = questions.filter(({ code, situation }) => situation && !told.has(situation) && !(code in kept) && code in data.nothing);
  const none = keptAnswers(questions, Object.fromEntries(open.map(({ code }) => [code, data.nothing[code]])));
  const asked = askedOf(questions, { ...none, ...kept }, edition);
  return Object.fromEntries(Object.entries(none).filter(([code]) => asked.has(code)));
}
