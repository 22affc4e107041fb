/**
 * A question that is answered by none or by some dates, one a row.
 */
import { slot } from '../page.js';
import { radios } from './radios.js';
import { readTyped } from './typed.js';

/**
 * @param {HTMLElement} $question
 * @param {string} code
 * @param {import('../page.js').Words} words
 */
export function dateList($question, code, words) {
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
    read: () => {
      const [chosen] = choice.keep();
      if (chosen === 'none') return { value: [] };
      const reads = chosen === 'some' ? filled().map(($field) => readTyped($field, words)) : [];
      const wrong = reads.find(({ mistake }) => mistake);
      if (wrong || reads.length === 0) return wrong ?? {};
      return { value: reads.map(({ value }) => value) };
    },
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
      for (const $field of filled()) {
        const { value } = readTyped($field, words);
        if (value !== undefined) $field.value = value;
      }
    },
  };
}
