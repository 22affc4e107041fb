/**
 * When the permit is to be endorsed: a window before the day on which it ends, every year.
 */
import { daysLater, yearsLater } from './days.js';
import { say } from '../page.js';

/**
 * @typedef {{ window: number, kept: number, authority: string, confidence: string }} RenewalFacts days, and how sure they are
 * @typedef {{ from: string, to: string }} Renewal both days included
 */

/**
 * @param {string} ends the day on which the permit ends
 * @param {string} until how far to look
 * @param {RenewalFacts} facts
 * @returns {Renewal[]}
 */
export function renewalsOf(ends, until, { window }) {
  const renewals = [];
  for (let years = 0; yearsLater(ends, years) <= until; years += 1) {
    const to = yearsLater(ends, years);
    renewals.push({ from: daysLater(to, -window), to });
  }
  return renewals;
}

/**
 * What happens to those who are late.
 *
 * @param {RenewalFacts} facts
 * @param {import('../page.js').Words} words
 */
export function lateInWords(facts, { outlook, authority }) {
  return say(outlook.renewal_late, { ...facts, authority: authority[facts.authority] });
}

/**
 * The next one in words, and what happens to those who are late; or that they are late already.
 *
 * @param {string} ends
 * @param {string} on the day for which one asks
 * @param {RenewalFacts} facts
 * @param {import('../page.js').Words} words
 */
export function renewalInWords(ends, on, facts, words) {
  const sentence = ends < on ? words.outlook.renewal_past : words.outlook.renewal;
  return say(sentence, { late: lateInWords(facts, words), from: daysLater(ends, -facts.window), to: ends });
}
