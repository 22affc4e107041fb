/**
 * A month of the ledger in words and as a cell of the grid.
 */
import { shownFigure } from '../figures.js';
import { copyOf, say, slot } from '../page.js';

/** @typedef {import('../contract.js').LedgerMonth} LedgerMonth */

/**
 * 2024-03 → 2024年3月
 *
 * @param {string} month
 * @param {Record<string, string>} ledger the words
 */
export function monthWords(month, ledger) {
  const [year, number] = month.split('-').map(Number);
  return say(ledger.month, { year, month: number });
}

/**
 * What a month reached, short for a table and as a sentence.
 *
 * @param {LedgerMonth} month
 * @param {Record<string, string>} ledger
 */
export function monthSentence({ month, base, counts, level, verified, multiples }, ledger) {
  const name = monthWords(month, ledger);
  const multiple = multiples.at(-1);
  const reached = multiple ? say(ledger.reached, { multiple }) : ledger.reached_none;
  const short = base === null ? ledger.none : counts ? reached : ledger.not_counted;
  const sentence = say(base === null ? ledger.unpaid : ledger.paid, { month: name, base: shownFigure(base ?? ''), level: shownFigure(level), reached: short });
  return { short, sentence: verified ? sentence : say(ledger.unverified, { sentence }) };
}

/**
 * @param {LedgerMonth} month
 * @param {number} most so many multiples the best month reached
 * @param {Record<string, string>} ledger
 */
export function ledgerCell(month, most, ledger) {
  const $place = copyOf('ledger-month');
  const $cell = slot($place, 'cell');
  const multiple = month.multiples.at(-1);
  $cell.textContent = signOf(month, ledger);
  $cell.setAttribute('aria-label', monthSentence(month, ledger).sentence);
  if (multiple) $cell.dataset.tier = month.multiples.length === most ? 'top' : 'lower';
  if (month.base === null) $cell.dataset.state = 'none';
  $cell.toggleAttribute('data-unverified', !month.verified);
  return $place;
}

/**
 * @param {LedgerMonth} month
 * @param {Record<string, string>} ledger
 */
function signOf({ base, counts, multiples }, ledger) {
  if (base === null) return ledger.none;
  if (!counts) return ledger.excluded;
  const multiple = multiples.at(-1);
  return multiple ? say(ledger.tier, { multiple }) : ledger.low;
}
