/**
 * Days as numbers, for drawing.
 */

const DAY_MS = 86_400_000;

/**
 * @param {string} date such as 2026-06-30
 * @returns {number} days since 1970
 */
export function dayNumber(date) {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}
