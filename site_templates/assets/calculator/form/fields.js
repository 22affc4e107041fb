/**
 * The kinds of questions as controls of the page: how the texts of each are kept and filled.
 */
import { dateList } from './date-list.js';
import { ledgerField } from '../ledger/ledger-field.js';
import { radios } from './radios.js';
import { asDate, asNumber } from './reading-text.js';

/**
 * @typedef {{
 *   $question: HTMLElement,
 *   keep: () => string[],
 *   fill: (kept: ReadonlyArray<string>) => void,
 *   tidy: () => void,
 *   controlAt?: (path: string) => HTMLElement | undefined,
 * }} Field `tidy` writes what was typed as it is read
 */

/**
 * @param {HTMLElement} $question
 * @param {import('./questions.js').Question} question
 * @param {import('../page.js').Words} words
 * @returns {Field}
 */
export function openField($question, { code, kind, unit }, words) {
  switch (kind) {
    case 'choice':
    case 'yes_no':
      return { $question, ...radios($question, code) };
    case 'dates':
      return { $question, ...dateList($question, code) };
    case 'ledger':
      return { $question, ...ledgerField($question, words.ledger) };
    default:
      return { $question, ...textField($question, kind === 'date' ? asDate : (text) => asNumber(text, unit)) };
  }
}

/**
 * @param {HTMLElement} $question
 * @param {(text: string) => string | number} asRead
 */
function textField($question, asRead) {
  const $field = /** @type {HTMLInputElement} */ ($question.querySelector('input[data-field]'));
  const $unsure = /** @type {HTMLInputElement | null} */ ($question.querySelector('input[data-unsure]'));
  $field.addEventListener('input', () => {
    if ($unsure && $field.value) $unsure.checked = false;
  });
  $unsure?.addEventListener('input', () => {
    if ($unsure.checked) $field.value = '';
  });
  return {
    keep: () => {
      if ($unsure?.checked) return [''];
      return $field.value.trim() ? [$field.value] : [];
    },
    fill: (/** @type {ReadonlyArray<string>} */ kept) => {
      $field.value = kept[0] ?? '';
      if ($unsure) $unsure.checked = kept[0] === '';
    },
    tidy: () => {
      $field.value = String(asRead($field.value));
    },
  };
}
