/**
 * A text field that is typed into, read by what its attributes say.
 */
import { say } from '../page.js';
import { isLikeDate, readDate, readNumber } from './reading-text.js';

/**
 * Say at a field of its own what is wrong with it.
 *
 * @param {HTMLInputElement} $field
 * @param {HTMLElement} $error
 * @param {string} why empty: nothing is
 */
export function refuse($field, $error, why) {
  $error.textContent = why;
  $error.hidden = !why;
  if (why) $field.setAttribute('aria-invalid', 'true');
  else $field.removeAttribute('aria-invalid');
}

/**
 * @param {HTMLInputElement} $field
 * @param {import('../page.js').Words} words
 * @returns {import('./fields.js').Read}
 */
export function readTyped($field, { script }) {
  const text = $field.value.trim();
  if (!text) return {};
  if ($field.dataset.field === 'date') {
    const value = readDate(text);
    const words = isLikeDate(text) ? script.error_no_day : script.error_date;
    return value ? { value } : { mistake: { words, $control: $field } };
  }
  const { whole, atLeast, atMost } = $field.dataset;
  const bound = (/** @type {string | undefined} */ limit) => (limit === undefined ? undefined : Number(limit));
  const found = readNumber(text, { whole: whole === 'true', atLeast: bound(atLeast), atMost: bound(atMost) });
  if ('value' in found) return found;
  return { mistake: { words: say(script[found.wrong], { bound: found.bound }), $control: $field } };
}
