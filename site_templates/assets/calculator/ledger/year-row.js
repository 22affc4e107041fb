/**
 * A contribution year: a field for its base, and what the base comes to.
 */
import { shownFigure } from '../figures.js';
import { copyOf, say, slot } from '../page.js';
import { monthWords } from './ledger-words.js';
import { endOf } from './years.js';

/**
 * @param {string} start the first month of the year
 * @param {import('../page.js').Words} words
 */
export function yearRow(start, { ledger }) {
  const $row = copyOf('year-row');
  const to = endOf(start);
  [$row.dataset.from, $row.dataset.to] = [start, to];
  slot($row, 'year-name').textContent = say(ledger.year_name, { from: monthWords(start, ledger) });
  slot($row, 'year-base').dataset.year = start;
  return $row;
}

/**
 * @param {import('../contract.js').ContributionYear} year
 * @param {Record<string, string>} ledger the words
 */
export function saysOfYear({ level, floor, cap, verified, base, times, tier, outside }, ledger) {
  const bounds = floor && cap ? say(ledger.year_bounds, { floor: shownFigure(floor), cap: shownFigure(cap) }) : '';
  const standard = say(verified ? ledger.year_level : ledger.year_level_unverified, { level: shownFigure(level) }) + bounds;
  if (!base) return standard;
  const reached = say(tier ? ledger.year_reached : ledger.year_low, { base: shownFigure(base), times, tier });
  const warning = outside === 'below' ? ledger.year_below : outside === 'above' ? ledger.year_above : '';
  return `${reached}${warning}；${standard}`;
}
