/**
 * A plan in words: what changes, from what to what, how sure each step is, and what it comes to.
 */
import { monthWords } from '../ledger/ledger-words.js';
import { copyOf, say, shownFigure, shownPoints, slot } from '../page.js';

/**
 * @typedef {string | number | boolean | null} Value
 * @typedef {{ answer: string, from: Value, to: Value, from_month?: string, indicator?: string, certainty?: string }} Change
 * @typedef {{ changes: Change[], date: string, score: number | null, range: [number, number], assumptions?: string[] }} Plan
 */

/** The answer that says on which day; changing it is waiting. */
const ON = 'on';

/**
 * @param {Plan} plan
 * @param {import('../form/form.js').Form} form
 * @param {import('../page.js').Words} words
 */
export function planRow({ changes, date, score, range, assumptions = [] }, form, words) {
  const $row = copyOf('plan-row');
  slot($row, 'plan-end').textContent = say(words.plans.end, { date, score: shownPoints(score ?? range[0]) });
  slot($row, 'plan-changes').append(...changes.map((change) => changeRow(change, form, words)));
  const $assumptions = slot($row, 'plan-assumptions');
  $assumptions.hidden = assumptions.length === 0;
  $assumptions.append(...assumptions.map((assumption) => lineOf('plan-assumption', assumption)));
  return $row;
}

/**
 * An entry of a list that is nothing but a sentence.
 *
 * @param {string} template
 * @param {string} sentence
 */
export function lineOf(template, sentence) {
  const $line = copyOf(template);
  $line.textContent = sentence;
  return $line;
}

/**
 * @param {Change} change
 * @param {import('../form/form.js').Form} form
 * @param {import('../page.js').Words} words
 */
function changeRow(change, form, words) {
  const $row = copyOf('plan-change');
  const field = change.answer === ON ? undefined : form.field(change.answer);
  slot($row, 'name').textContent = change.from_month ? '' : (field?.label ?? '');
  slot($row, 'step').textContent = stepOf(change, field, words);
  const $certainty = slot($row, 'certainty');
  $certainty.hidden = !change.certainty;
  if (change.certainty) {
    $certainty.textContent = words.authority[change.certainty];
    $certainty.classList.add(`certainty--${change.certainty}`);
  }
  return $row;
}

/**
 * @param {Change} change
 * @param {import('../form/fields.js').Field | undefined} field
 * @param {import('../page.js').Words} words
 */
function stepOf({ answer, from, to, from_month: month }, field, words) {
  const { plans, ledger } = words;
  if (answer === ON) return say(plans.wait, { date: to });
  if (month) {
    const figures = { month: monthWords(month, ledger), from: shownFigure(String(from)), to: shownFigure(String(to)) };
    return say(from === null ? plans.base_begins : plans.base, figures);
  }
  const [before, after] = [from, to].map((value) => valueWords(value, field, words));
  return say(plans.step, { from: before, to: after });
}

/**
 * An answer as the form shows it: the label of the choice, or the figure with its unit.
 *
 * @param {Value} value
 * @param {import('../form/fields.js').Field | undefined} field
 * @param {import('../page.js').Words} words
 */
function valueWords(value, field, { plans }) {
  if (value === null) return plans.unanswered;
  const $choice = field?.$question.querySelector(`input[value="${CSS.escape(String(value))}"] + .answer__label`);
  const unit = field?.$question.querySelector('.field-with-unit__unit')?.textContent ?? '';
  return $choice?.firstChild?.textContent ?? shownFigure(String(value)) + (unit && ` ${unit}`);
}
