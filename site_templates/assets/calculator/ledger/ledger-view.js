/**
 * What the ledger comes to: totals, tiers, the months of the window as a grid and as a table.
 */
import { createCompanion } from '../companion.js';
import { ledgerCell, monthSentence, monthWords } from './ledger-words.js';
import { shownFigure } from '../figures.js';
import { copyOf, say, slot } from '../page.js';
import { openTiers } from '../pictures/tiers.js';
import { walkGrid } from './walking.js';

const QUIET_MS = 300;

/**
 * @typedef {import('../contract.js').LedgerView} LedgerView
 * @typedef {import('../contract.js').LedgerMonth} LedgerMonth
 * @typedef {import('../contract.js').LedgerCount} LedgerCount
 * @typedef {import('../contract.js').LedgerTotal} LedgerTotal
 */

/**
 * @param {HTMLElement} $view
 * @param {import('../page.js').Context} context
 */
export function openLedgerView($view, context) {
  const { data, words } = context;
  walkGrid(slot($view, 'ledger-months'), ($cell) => {
    slot($view, 'ledger-month').textContent = $cell.getAttribute('aria-label');
  });
  const drawTiers = openTiers($view, context);
  createCompanion(context, 'ledger_json', {
    quiet: QUIET_MS,
    about: (request) => (request.answers.contributions ? request : undefined),
    hide: () => ($view.hidden = true),
    /** @param {LedgerView} view */
    show(view) {
      const { months, counts, totals } = view;
      slot($view, 'ledger-totals').replaceChildren(...totals.flatMap((total) => totalRows(total, words)));
      slot($view, 'ledger-counts').replaceChildren(...counts.map((count) => countRow(count, data, words)));
      slot($view, 'ledger-months').replaceChildren(...gridRows(months, words));
      slot($view, 'ledger-table').replaceChildren(...months.map((month) => tableRow(month, words)));
      slot($view, 'ledger-month').textContent = words.ledger.grid_hint;
      $view.hidden = false;
      void drawTiers(view);
    },
  });
}

/**
 * @param {LedgerTotal} total
 * @param {import('../page.js').Words} words
 */
function totalRows(total, { ledger }) {
  const sentences = [say(ledger.total, total)];
  if (total.unbroken !== total.months) sentences.push(say(ledger.unbroken, { months: total.unbroken }));
  return sentences.map((sentence) => {
    const $total = copyOf('ledger-total');
    $total.textContent = sentence;
    return $total;
  });
}

/**
 * @param {LedgerCount} count
 * @param {import('../page.js').PageData} data
 * @param {import('../page.js').Words} words
 */
function countRow(count, data, { ledger }) {
  const $row = copyOf('ledger-count');
  const [first] = count.falls;
  slot($row, 'tier').textContent = say(ledger.tier_name, count);
  slot($row, 'gives').textContent =
    count.points === null ? say(ledger.gate, data.indicators[count.indicator]) : say(ledger.gives, count);
  slot($row, 'months').textContent = count.months;
  slot($row, 'needed').textContent = count.needed;
  slot($row, 'missing').textContent = count.missing ? say(ledger.missing, count) : ledger.enough;
  slot($row, 'falls').textContent = first ? say(ledger.falls, first) : '';
  return $row;
}

/**
 * The months by half years, as yardsticks change in the middle of the year.
 *
 * @param {LedgerMonth[]} months
 * @param {import('../page.js').Words} words
 */
function gridRows(months, words) {
  const rows = new Map();
  const most = Math.max(...months.map(({ multiples }) => multiples.length));
  for (const month of months) {
    const [year, number] = month.month.split('-').map(Number);
    const half = number <= 6 ? 'first_half' : 'second_half';
    const key = `${year} ${half}`;
    if (!rows.has(key)) {
      const $row = copyOf('ledger-half');
      slot($row, 'half').textContent = say(words.ledger[half], { year });
      for (let gap = 0; gap < (number - 1) % 6; gap += 1) $row.append(copyOf('ledger-gap'));
      rows.set(key, $row);
    }
    rows.get(key).append(ledgerCell(month, most, words.ledger));
  }
  return rows.values();
}

/**
 * @param {LedgerMonth} month
 * @param {import('../page.js').Words} words
 */
function tableRow(month, { ledger }) {
  const $row = copyOf('ledger-table-row');
  slot($row, 'month').textContent = monthWords(month.month, ledger);
  slot($row, 'base').textContent = month.base === null ? ledger.none : shownFigure(month.base);
  slot($row, 'level').textContent = shownFigure(month.level);
  slot($row, 'reached').textContent = monthSentence(month, ledger).short;
  return $row;
}
