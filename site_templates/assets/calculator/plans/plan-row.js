/**
 * A plan in words: what changes, from what to what, how sure each step is, and what it comes to.
 */
import { choiceLabel, labelOf, unitOf } from '../form/questions.js';
import { monthWords } from '../ledger/ledger-words.js';
import { shownFigure, shownPoints } from '../figures.js';
import { copyOf, fillList, say, slot } from '../page.js';

/**
 * @typedef {import('../contract.js').Plan} Plan
 * @typedef {import('../contract.js').PlannedChange} PlannedChange
 */

/** The answer that says on which day; changing it is waiting. */
const ON = 'on';

/**
 * @param {Plan} plan
 * @param {import('../page.js').Words} words
 */
export function planRow({ title, changes, date, score, range: [low], assumptions = [] }, words) {
  const $row = copyOf('plan-row');
  slot($row, 'plan-title').textContent = title;
  slot($row, 'plan-end').textContent = say(score === null ? words.plans.end_at_least : words.plans.end, { date, score: shownPoints(score ?? low) });
  slot($row, 'plan-changes').append(...changes.map((change) => changeRow(change, words)));
  const $assumptions = slot($row, 'plan-assumptions');
  $assumptions.hidden = assumptions.length === 0;
  fillList($assumptions, 'plan-assumption', assumptions);
  return $row;
}

/**
 * @param {PlannedChange} change
 * @param {import('../page.js').Words} words
 */
function changeRow(change, words) {
  const $row = copyOf('plan-change');
  slot($row, 'name').textContent = change.from_month || change.answer === ON ? '' : labelOf(change.answer);
  slot($row, 'step').textContent = stepOf(change, words);
  const $certainty = slot($row, 'certainty');
  $certainty.hidden = !change.certainty;
  if (change.certainty) {
    $certainty.textContent = words.authority[change.certainty];
    $certainty.classList.add(`certainty--${change.certainty}`);
  }
  return $row;
}

/**
 * @param {PlannedChange} change
 * @param {import('../page.js').Words} words
 */
function stepOf({ answer, from, to, from_month: month }, words) {
  const { plans, ledger } = words;
  if (answer === ON) return say(plans.wait, { date: to });
  if (month) {
    const figures = { month: monthWords(month, ledger), from: shownFigure(String(from)), to: shownFigure(String(to)) };
    return say(from === null ? plans.base_begins : plans.base, figures);
  }
  const [before, after] = [from, to].map((value) => valueWords(answer, value, words));
  return say(plans.step, { from: before, to: after });
}

/**
 * An answer as the form shows it: the label of the choice, or the figure with its unit.
 *
 * @param {string} code of the question
 * @param {PlannedChange['to'] | undefined} value
 * @param {import('../page.js').Words} words
 */
function valueWords(code, value, { plans }) {
  if (value === null || value === undefined) return plans.unanswered;
  const unit = unitOf(code);
  return choiceLabel(code, value) ?? shownFigure(String(value)) + (unit && ` ${unit}`);
}
