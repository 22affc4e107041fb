/**
 * Typed text in the form that the engine reads; what is not written like a date, a month or a number stays as it is, for
 * the engine to say what is wrong with it.
 */

/** The most digits that a number keeps exactly on its way through JSON. */
const MOST_DIGITS = 15;
const DATE = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?|(\d{2})(\d{2}))$/;
const MONTH = /^(\d{4})(?:[-/.年](\d{1,2})月?|(\d{2}))$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/**
 * Full-width digits and signs as plain ones, without spaces.
 *
 * @param {string} text
 */
function plainText(text) {
  return text.normalize('NFKC').replace(/\s/g, '').replace(/[‐–—−]/g, '-').replace(/。/g, '.');
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
 * @param {string} text such as 12, 12,000 or １２.５
 * @returns {number | string} the number, where JSON keeps it exactly
 */
export function asNumber(text) {
  const plain = plainText(text).replace(/,/g, '');
  return NUMBER.test(plain) && plain.length <= MOST_DIGITS ? Number(plain) : text.trim();
}

/** The visitor's own today. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
}

/** @param {string | number} part of a date */
function two(part) {
  return String(part).padStart(2, '0');
}
