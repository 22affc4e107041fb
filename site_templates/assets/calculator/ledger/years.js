/**
 * The ledger as most people know it: since when, with which gaps, and one base a contribution year. Rows of the ledger
 * become such an overview where they are one, and an overview becomes rows; what is kept are the rows.
 */
import { UNSURE, keptRow, rowOf } from '../form/ledger-rows.js';
import { YUAN, asMonth, asNumber } from '../form/reading-text.js';

const MONTHS = 12;
const MONTH = /^(\d{4})-(\d{2})$/;

/**
 * @typedef {{ first_month: number, months: number }} Turn the month in which a contribution year begins, and how many months
 *   back bases matter
 * @typedef {{ from: string, to: string }} Gap months without a payment, first and last
 * @typedef {{
 *   since: string, until: string, gaps: Gap[], bases: Record<string, string>, isSure: boolean,
 * }} Overview `until` is empty while it is still being paid; bases by the first month of a year; not sure: there may be
 *   gaps that are not told
 */

/**
 * The first months of the contribution years that matter on a day, the latest first.
 *
 * @param {string} day
 * @param {Turn} turn
 * @returns {string[]} nothing where the day is none
 */
export function yearStarts(day, turn) {
  const now = numberOf(day.slice(0, 7));
  if (Number.isNaN(now)) return [];
  const starts = [];
  for (let at = startOf(now, turn); at + MONTHS > now - turn.months; at -= MONTHS) starts.push(textOf(at));
  return starts;
}

/**
 * The last month of the year that begins with a month.
 *
 * @param {string} start
 */
export function endOf(start) {
  return textOf(numberOf(start) + MONTHS - 1);
}

/**
 * @param {ReadonlyArray<string>} rows as they are kept
 * @param {ReadonlyArray<string>} starts of the years that matter, the latest first
 * @param {Turn} turn
 * @returns {Overview | undefined} nothing where the rows say more than an overview can
 */
export function overviewOf(rows, starts, turn) {
  const parts = rows.map(rowOf).map((each) => {
    return { ...each, first: numberOf(asMonth(each.from)), last: each.to ? numberOf(asMonth(each.to)) : Infinity };
  });
  const isPlain = parts.every(({ first, last, isExcluded }) => first <= last && !isExcluded);
  if (parts.length === 0 || !isPlain) return undefined;
  parts.sort((one, other) => one.first - other.first);
  /** @type {Overview} */
  const overview = {
    since: textOf(parts[0].first),
    until: asMonth(parts.at(-1)?.to ?? ''),
    gaps: [],
    bases: {},
    isSure: parts.every(({ isUnsure }) => !isUnsure),
  };
  let before = parts[0].first - 1;
  for (const { first, last, base } of parts) {
    if (first <= before) return undefined;
    if (first > before + 1) overview.gaps.push({ from: textOf(before + 1), to: textOf(first - 1) });
    before = last;
    const end = Number.isFinite(last) ? last : Math.max(first, numberOf(starts[0] ?? ''));
    for (let at = startOf(first, turn); at <= end; at += MONTHS) {
      const year = textOf(at);
      if ((overview.bases[year] ?? base) !== base) return undefined;
      overview.bases[year] = base;
    }
  }
  return overview;
}

/**
 * @param {Overview} overview
 * @param {ReadonlyArray<string>} starts of the years that bases are told for, the latest first
 * @param {Turn} turn
 * @returns {string[]} rows as they are kept
 */
export function rowsOf({ since, until, gaps, bases, isSure }, starts, turn) {
  const first = numberOf(asMonth(since));
  const last = until.trim() ? numberOf(asMonth(until)) : Infinity;
  if (Number.isNaN(first) || Number.isNaN(last)) return [row({ from: since, to: until, base: '' }, isSure)];
  const oldest = starts.at(-1) ?? '';
  const unpaid = gaps.map(({ from, to }) => [numberOf(asMonth(from)), numberOf(asMonth(to))]).filter(([from, to]) => from <= to);
  /** @type {{ from: number, to: number, base: string }[]} */
  const pieces = [];
  const end = Math.min(last, Math.max(first, numberOf(starts[0] ?? since) + MONTHS - 1));
  for (let at = first; at <= end; at += 1) {
    if (unpaid.some(([from, to]) => from <= at && at <= to)) continue;
    const year = textOf(startOf(at, turn));
    const base = bases[year < oldest && bases[year] === undefined ? oldest : year] ?? '';
    const piece = pieces.at(-1);
    if (piece && piece.to === at - 1 && piece.base === base) piece.to = at;
    else pieces.push({ from: at, to: at, base });
  }
  return pieces.map(({ from, to, base }, place) => {
    const isGoingOn = last === Infinity && place === pieces.length - 1;
    return row({ from: textOf(from), to: isGoingOn ? '' : textOf(to), base }, isSure);
  });
}

/**
 * So many months the rows say before the month of a day, where each is one.
 *
 * @param {ReadonlyArray<string>} rows
 * @param {string} day
 * @returns {number | undefined}
 */
export function monthsIn(rows, day) {
  const before = numberOf(day.slice(0, 7)) - 1;
  const counts = rows.map(rowOf).map(({ from, to, isExcluded }) => {
    const first = numberOf(asMonth(from));
    const last = to.trim() ? numberOf(asMonth(to)) : before;
    return isExcluded ? 0 : Math.max(0, Math.min(last, before) - first + 1);
  });
  const sum = counts.reduce((all, count) => all + count, 0);
  return Number.isNaN(sum) ? undefined : sum;
}

/**
 * @param {{ from: string, to: string, base: string }} parts
 * @param {boolean} isSure
 */
function row(parts, isSure) {
  return keptRow({ ...parts, base: parts.base.trim() && asNumber(parts.base, YUAN), mark: isSure ? '' : UNSURE });
}

/**
 * @param {number} month
 * @param {Turn} turn
 */
function startOf(month, turn) {
  return month - ((month - (turn.first_month - 1)) % MONTHS + MONTHS) % MONTHS;
}

/** @param {string} text such as 2023-07 @returns {number} NaN where it is no month */
function numberOf(text) {
  const [, year, month] = MONTH.exec(text) ?? [];
  const isMonth = Number(month) >= 1 && Number(month) <= MONTHS;
  return isMonth ? Number(year) * MONTHS + Number(month) - 1 : NaN;
}

/** @param {number} month */
function textOf(month) {
  return `${Math.floor(month / MONTHS)}-${String((month % MONTHS) + 1).padStart(2, '0')}`;
}
