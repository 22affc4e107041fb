/**
 * The reverse question: to pass by a day, which base from which month, and how many more months of insurance?
 */
import { createCompanion } from '../companion.js';
import { monthWords } from '../ledger/ledger-words.js';
import { say, shownPoints, slot } from '../page.js';
import { lineOf } from './plan-row.js';

/**
 * @typedef {{ base: string, from_month: string, months: number, date: string, score: number, assumptions?: string[] }} BaseOption
 * @typedef {{ months: number, more: number | null, date?: string, because?: string, sentence?: string }} Insured
 * @typedef {{
 *   by: string, first_date: string | null,
 *   base: { needed: boolean, options: BaseOption[], because?: string },
 *   insured_months?: Insured,
 * }} Reverse
 */

/**
 * @param {HTMLElement} $plans
 * @param {import('../../engine/client.js').Engine} engine
 * @param {import('../page.js').Words} words
 * @param {number} quiet
 * @param {() => string | undefined} by the day that is asked for
 */
export function openReverseView($plans, engine, words, quiet, by) {
  const $reverse = slot($plans, 'reverse');
  return createCompanion(engine, 'reverse_json', {
    quiet,
    about: (request) => (by() ? { ...request, by: by() } : undefined),
    hide: () => ($reverse.hidden = true),
    /** @param {Reverse} answer */
    show(answer) {
      slot($reverse, 'reverse-title').textContent = say(words.plans.reverse, answer);
      fill($reverse, 'reverse-base', baseLines(answer, words));
      fill($reverse, 'reverse-insured', answer.insured_months ? insuredLines(answer.insured_months, words) : []);
      slot($reverse, 'reverse-months').hidden = !answer.insured_months;
      $reverse.hidden = false;
    },
  });
}

/**
 * @param {HTMLElement} $reverse
 * @param {string} name
 * @param {string[]} sentences
 */
function fill($reverse, name, sentences) {
  slot($reverse, name).replaceChildren(...sentences.map((sentence) => lineOf('reverse-line', sentence)));
}

/**
 * @param {Reverse} answer
 * @param {import('../page.js').Words} words
 */
function baseLines({ first_date: date, base }, { plans, ledger }) {
  if (!base.needed) return [say(plans.base_unneeded, { date })];
  if (base.because) return [base.because];
  return base.options.map(({ from_month: month, score, assumptions = [], ...option }) => {
    const values = { ...option, month: monthWords(month, ledger), score: shownPoints(score) };
    return [say(plans.base_option, values), ...assumptions].join('');
  });
}

/**
 * @param {Insured} insured
 * @param {import('../page.js').Words} words
 */
function insuredLines({ months, more, date, because, sentence }, { plans }) {
  const have = say(plans.insured_have, { months });
  if (more === null) return [have, because, sentence].filter((line) => line !== undefined);
  return [have, say(more > 0 ? plans.insured_more : plans.insured_enough, { more, date })];
}
