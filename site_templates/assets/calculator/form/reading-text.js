/**
 * Typed text to dates and numbers, as people write them; what it may be is said by the field's own attributes.
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
 * @returns {string | undefined} the date as 1990-01-15, if there is such a day
 */
export function readDate(text) {
  const found = DATE.exec(plainText(text));
  if (!found) return undefined;
  const [, year, month, day, packedMonth, packedDay] = found;
  const date = `${year}-${(month ?? packedMonth).padStart(2, '0')}-${(day ?? packedDay).padStart(2, '0')}`;
  const moment = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date) ? date : undefined;
}

/**
 * Whether a text is written like a date: where `readDate` finds none, there is no such day.
 *
 * @param {string} text
 */
export function isLikeDate(text) {
  return DATE.test(plainText(text));
}

/**
 * @param {string} text such as 2023-04, 2023/4, 2023年4月 or 202304
 * @returns {string | undefined} the month as 2023-04
 */
export function readMonth(text) {
  const [, year, month, packed] = MONTH.exec(plainText(text)) ?? [];
  const number = Number(month ?? packed);
  return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, '0')}` : undefined;
}

/**
 * @typedef {{ value: number } | { wrong: string, bound?: number }} NumberRead `wrong` is a key of the words
 *
 * @param {string} text such as 12, 12,000 or １２.５
 * @param {{ whole: boolean, atLeast?: number, atMost?: number }} limits
 * @returns {NumberRead}
 */
export function readNumber(text, { whole, atLeast, atMost }) {
  const plain = plainText(text).replace(/,/g, '');
  if (!NUMBER.test(plain) || plain.length > MOST_DIGITS) return { wrong: 'error_number' };
  if (whole && plain.includes('.')) return { wrong: 'error_whole' };
  const value = Number(plain);
  if (atLeast !== undefined && value < atLeast) return { wrong: 'error_below', bound: atLeast };
  if (atMost !== undefined && value > atMost) return { wrong: 'error_above', bound: atMost };
  return { value };
}

/** The visitor's own today. */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ part) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
