/**
 * Months without a payment, as rows of the page.
 */
import { copyOf, slot } from '../page.js';

/** @typedef {import('./years.js').Gap} Gap */

/**
 * @param {HTMLElement} $years
 * @returns {Gap[]} those that say at least one end; the other is the same then
 */
export function gapsIn($years) {
  const gaps = [...slot($years, 'gaps').children].map(($gap) => {
    const [from, to] = ['gap-from', 'gap-to'].map((name) => slot($gap, name).value.trim());
    return { from: from || to, to: to || from };
  });
  return gaps.filter(({ from }) => from);
}

/**
 * @param {HTMLElement} $years
 * @param {ReadonlyArray<Gap>} gaps
 */
export function fillGaps($years, gaps) {
  const rows = (gaps.length > 0 ? gaps : [{ from: '', to: '' }]).map(({ from, to }) => {
    const $gap = copyOf('gap-row');
    [slot($gap, 'gap-from').value, slot($gap, 'gap-to').value] = [from, to];
    return $gap;
  });
  slot($years, 'gaps').replaceChildren(...rows);
}
