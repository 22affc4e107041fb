/**
 * A question that is answered by none or by some dates, one a row.
 */
import { slot } from '../page.js';
import { radios } from './radios.js';
import { asDate } from './reading-text.js';

/** Where the engine says that a mistake is: `answers.detentions[1]`. */
const PATH = /\[(\d+)\]/;

/**
 * @param {HTMLElement} $question
 * @param {string} code
 */
export function dateList($question, code) {
  const choice = radios($question, code);
  const $rows = slot($question, 'dates');
  /** @type {HTMLTemplateElement} */
  const $template = /** @type {any} */ ($question.querySelector('[data-template="date-row"]'));
  /** @type {HTMLElement} */
  const $add = /** @type {any} */ ($question.querySelector('[data-action="add-date"]'));
  /** @returns {HTMLInputElement[]} */
  const fields = () => [...$rows.querySelectorAll('input')];
  const addRow = () => $rows.append($template.content.cloneNode(true));
  const show = () => {
    const hasSome = choice.keep()[0] === 'some';
    $rows.hidden = !hasSome;
    $add.hidden = !hasSome;
  };
  const change = () => $question.dispatchEvent(new Event('change', { bubbles: true }));
  $question.addEventListener('input', show);
  $add.addEventListener('click', () => {
    addRow();
    fields().at(-1)?.focus();
  });
  $rows.addEventListener('click', (/** @type {{ target: Element }} */ { target }) => {
    if (!target.closest('[data-action="remove-date"]')) return;
    target.closest('.dates__row')?.remove();
    fields().at(-1)?.focus();
    change();
  });
  show();
  const filled = () => fields().filter(($field) => $field.value.trim());
  return {
    keep: () => [...choice.keep(), ...(choice.keep()[0] === 'some' ? filled().map(($field) => $field.value) : [])],
    fill: (/** @type {ReadonlyArray<string>} */ kept) => {
      const [chosen, ...dates] = kept;
      choice.fill([chosen]);
      while (fields().length > Math.max(1, dates.length)) $rows.lastElementChild.remove();
      while (fields().length < dates.length) addRow();
      fields().forEach(($field, at) => ($field.value = dates[at] ?? ''));
      show();
    },
    tidy: () => {
      for (const $field of filled()) $field.value = asDate($field.value);
    },
    /** Which of the dates a mistake is in that the engine found. */
    controlAt: (/** @type {string} */ path) => filled()[Number(PATH.exec(path)?.[1])],
  };
}
