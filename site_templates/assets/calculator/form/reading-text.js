/**
 * Typed text in the form that the engine reads; what is not written like a date, a month or a number stays as it is, for
 * the engine to say what is wrong with it.
 */

/** The most digits that a number keeps exactly on its way through JSON. */
const MOST_DIGITS = 15;
const DATE = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?|(\d{2})(\d{2}))$/;
const MONTH = /^(\d{4})(?:[-/.年](\d{1,2})月?|(\d{2}))$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const TEN_THOUSANDS = /^(-?\d+)(?:\.(\d{1,4})(\d*))?万$/;

/** What money is counted in; only of money one says 20万. */
export const YUAN = '元';

/** Gaps, and signs that nobody sees: other programs put them around the numbers and days that one copies from them. */
const UNSEEN = /[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Full-width digits and signs as plain ones, without gaps.
 *
 * @param {string} text
 */
export function plainText(text) {
  return text.normalize('NFKC').replace(UNSEEN, '').replace(/[‐–—−]/g, '-').replace(/。/g, '.');
}

/**
 * @param {string} text such as 1990-01-15, 1990/1/15, 1990年1月15日 (or 15号) or 19900115
 * @returns {string} 1990-01-15, be there such a day or not
 */
export function asDate(text) {
  const [, year, month, day, packedMonth, packedDay] = DATE.exec(plainText(text)) ?? [];
  return year ? [year, two(month ?? packedMonth), two(day ?? packedDay)].join('-') : text.trim();
}

/**
 * @param {string} text such as 2023-04, 2023/4, 2023年4月 or 202304
 * @returns {string} 2023-04, be there such a month or not
 */
export function asMonth(text) {
  const [, year, month, packed] = MONTH.exec(plainText(text)) ?? [];
  return year ? [year, two(month ?? packed)].join('-') : text.trim();
}

/**
 * @param {string} text such as 2029, 2029年 or ２０２９
 * @returns {string} 2029
 */
export function asYear(text) {
  return plainText(text).replace(/年$/, '');
}

/**
 * @param {string} text such as 12, 12,000 or １２.５; with its own unit behind it, too, and 20万 of money
 * @param {string} [unit] in which the number is asked for
 * @returns {number | string} the number, where JSON keeps it exactly
 */
export function asNumber(text, unit = '') {
  const bare = plainText(text).replace(/,/g, '');
  const counted = unit && bare.endsWith(unit) ? bare.slice(0, -unit.length) : bare;
  const plain = unit === YUAN ? counted.replace(TEN_THOUSANDS, inUnits) : counted;
  return NUMBER.test(plain) && plain.length <= MOST_DIGITS ? Number(plain) : text.trim();
}

/** Shanghai is so far ahead of UTC all the year. */
const AHEAD_MS = 8 * 3_600_000;

/** Shanghai's today, wherever the visitor is: its days are the policy's. */
export function today() {
  return new Date(Date.now() + AHEAD_MS).toISOString().slice(0, 10);
}

/**
 * @param {string} _all
 * @param {string} whole ten thousands
 * @param {string} [four] digits behind the point
 * @param {string} [rest] those behind them
 */
function inUnits(_all, whole, four = '', rest = '') {
  return whole + four.padEnd(4, '0') + (rest && `.${rest}`);
}

/** @param {string | number} part of a date */
function two(part) {
  return String(part).padStart(2, '0');
}
