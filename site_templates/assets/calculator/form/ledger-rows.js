/**
 * A row of the ledger as one text of four parts with tabs between: from, to (empty: it is still being paid), base, and a
 * mark: x where it does not count, ? where perhaps not all of its months were paid.
 */

const NOT_COUNTED = 'x';
export const UNSURE = '?';

/**
 * @param {Omit<import('../contract.js').Contribution, 'base'> & { base: string | number, mark?: string }} contribution
 */
export function keptRow({ from, to = '', base, counts, mark = counts === false ? NOT_COUNTED : '' }) {
  return [from, to, String(base).replace(/\.0+$/, ''), mark].join('\t');
}

/**
 * @param {string} row
 * @returns {{ from: string, to: string, base: string, isExcluded: boolean, isUnsure: boolean }} as typed
 */
export function rowOf(row) {
  const [from = '', to = '', base = '', mark] = row.split('\t');
  return { from, to, base, isExcluded: mark === NOT_COUNTED, isUnsure: mark === UNSURE };
}
