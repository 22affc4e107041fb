/**
 * The kinds of questions: how each is read, kept and filled.
 *
 * What is kept of a question is a list of texts: [] untouched, [''] 不确定, otherwise what was chosen or typed.
 */
import { dateList } from './date-list.js';
import { ledgerField } from '../ledger/ledger-field.js';
import { radios } from './radios.js';
import { readTyped } from './typed.js';

/**
 * @typedef {{ words: string, $control: HTMLElement }} Mistake
 * @typedef {{ value?: any, mistake?: Mistake }} Read neither: the question is open
 * @typedef {{
 *   code: string,
 *   $question: HTMLElement,
 *   label: string,
 *   read: () => Read,
 *   keep: () => string[],
 *   fill: (kept: ReadonlyArray<string>) => void,
 *   tidy: () => void,
 *   controlAt?: (path: string) => HTMLElement | undefined,
 * }} Field
 */

/**
 * @param {HTMLElement} $question
 * @param {import('../page.js').Words} words
 * @returns {Field}
 */
export function openField($question, words) {
  const code = String($question.dataset.question ?? $question.dataset.request);
  const common = { code, $question, label: $question.querySelector('legend')?.textContent ?? code };
  switch ($question.dataset.kind) {
    case 'choice':
    case 'yes_no':
      return { ...common, ...radios($question, code) };
    case 'dates':
      return { ...common, ...dateList($question, code, words) };
    case 'ledger':
      return { ...common, ...ledgerField($question, words) };
    default:
      return { ...common, ...textField($question, words) };
  }
}

/**
 * @param {HTMLElement} $question
 * @param {import('../page.js').Words} words
 */
function textField($question, words) {
  /** @type {HTMLInputElement} */
  const $field = /** @type {any} */ ($question.querySelector('input[data-field]'));
  /** @type {HTMLInputElement | null} */
  const $unsure = $question.querySelector('input[data-unsure]');
  const read = () => readTyped($field, words);
  $field.addEventListener('input', () => {
    if ($unsure && $field.value) $unsure.checked = false;
  });
  $unsure?.addEventListener('input', () => {
    if ($unsure.checked) $field.value = '';
  });
  return {
    read,
    keep: () => {
      if ($unsure?.checked) return [''];
      return $field.value.trim() ? [$field.value] : [];
    },
    fill: (/** @type {ReadonlyArray<string>} */ kept) => {
      $field.value = kept[0] ?? '';
      if ($unsure) $unsure.checked = kept[0] === '';
    },
    tidy: () => {
      const { value } = read();
      if (value !== undefined) $field.value = String(value);
    },
  };
}
