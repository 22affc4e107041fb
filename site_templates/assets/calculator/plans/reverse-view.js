/**
 * The reverse question: to pass by a day, which base from which month, and how many more months of insurance?
 */
import { createCompanion } from '../companion.js';
import { monthWords } from '../ledger/ledger-words.js';
import { shownFigure, shownPoints } from '../figures.js';
import { fillList, say, slot } from '../page.js';

/**
 * @typedef {import('../contract.js').Reverse} Reverse
 * @typedef {import('../contract.js').ReverseInsured} Insured
 */

/**
 * @param {HTMLElement} $reverse
 * @param {import('../page.js').Context} context
 * @param {number} quiet
 * @param {(scored: import('../contract.js').Request) => import('../contract.js').Request | undefined} about what is asked of it,
 *   with the day by which it has to be enough
 */
export function openReverseView($reverse, context, quiet, about) {
  const { words } = context;
  return createCompanion(context, 'reverse_json', {
    quiet,
    about,
    hide: () => ($reverse.hidden = true),
    /** @param {Reverse} answer */
    show(answer) {
      slot($reverse, 'reverse-title').textContent = say(words.plans.reverse, answer);
      fillList(slot($reverse, 'reverse-base'), 'reverse-line', baseLines(answer, words));
      fillList(slot($reverse, 'reverse-insured'), 'reverse-line', answer.insured_months ? insuredLines(answer.insured_months, words) : []);
      slot($reverse, 'reverse-months').hidden = !answer.insured_months;
      $reverse.hidden = false;
    },
  });
}

/**
 * @param {Reverse} answer
 * @param {import('../page.js').Words} words
 */
function baseLines({ first_date: date, base }, { plans, ledger }) {
  if (!base.needed) return [say(plans.base_unneeded, { date })];
  if (base.because) return [base.because];
  return base.options.map(({ from_month: month, score, assumptions = [], ...option }) => {
    const values = { ...option, base: shownFigure(option.base), month: monthWords(month, ledger), score: shownPoints(score) };
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
