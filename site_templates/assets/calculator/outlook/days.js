/**
 * Days as numbers and back, for drawing and for looking ahead.
 */

const DAY_MS = 86_400_000;

/**
 * @param {string} date such as 2026-06-30
 * @returns {number} days since 1970
 */
export function dayNumber(date) {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/**
 * The same day some years later; the last of February where that year has no 29th.
 *
 * @param {string} date
 * @param {number} years
 */
export function yearsLater(date, years) {
  const [year, month, day] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return new Date(Date.UTC(year + years, month - 1, Math.min(day, last))).toISOString().slice(0, 10);
}

/**
 * So many days later, or earlier where they are negative.
 *
 * @param {string} date
 * @param {number} days
 */
export function daysLater(date, days) {
  return new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10);
}
