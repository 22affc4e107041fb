/**
 * The contribution ledger as a field of the form: ranges of months, each with its base.
 */
import { UNSURE, keptRow, rowOf } from '../form/ledger-rows.js';
import { asMonth } from '../form/reading-text.js';
import { copyOf, say, slot } from '../page.js';

/** Where the engine says that a mistake is: `answers.contributions[2].to`. */
const PATH = /\[(\d+)\](?:\.(\w+))?/;

/** @typedef {Record<'from' | 'to' | 'base' | 'excluded' | 'remove', HTMLInputElement>} Row */

/**
 * @param {HTMLElement} $ledger
 * @param {Record<string, string>} words
 */
export function ledgerField($ledger, words) {
  const $rows = slot($ledger, 'ledger-rows');
  /** @type {HTMLDetailsElement} */
  const $form = slot($ledger, 'ledger-form');
  const change = () => $ledger.dispatchEvent(new Event('change', { bubbles: true }));

  const rows = () => [...$rows.children].map(($row) => ({ ...partsOf($row), isUnsure: $row.hasAttribute('data-unsure') }));
  const used = () => rows().filter(({ from, to, base }) => from.value.trim() || to.value.trim() || base.value.trim());
  const addRow = (/** @type {string} */ kept) => {
    const $row = copyOf('ledger-row');
    const parts = partsOf($row);
    const { from, to, base, isExcluded, isUnsure } = rowOf(kept);
    // Who writes down the months one by one is sure of them.
    $row.toggleAttribute('data-unsure', isUnsure);
    $row.addEventListener('input', () => $row.removeAttribute('data-unsure'));
    [parts.from.value, parts.to.value, parts.base.value, parts.excluded.checked] = [from, to, base, isExcluded];
    parts.remove.addEventListener('click', () => {
      $row.remove();
      if ($rows.children.length === 0) addRow('');
      number();
      change();
    });
    $rows.append($row);
    return parts;
  };
  const number = () => {
    [...$rows.children].forEach(($row, at) => $row.setAttribute('aria-label', say(words.row, { number: at + 1 })));
  };

  slot($ledger, 'add-row').addEventListener('click', () => {
    const { from } = addRow('');
    number();
    from.focus();
  });

  const fill = (/** @type {ReadonlyArray<string>} */ kept) => {
    $rows.replaceChildren();
    for (const row of kept.length > 0 ? kept : ['']) addRow(row);
    number();
  };
  fill([]);

  return {
    keep: () =>
      used().map(({ from, to, base, excluded, isUnsure }) => {
        const mark = isUnsure ? UNSURE : undefined;
        return keptRow({ from: from.value, to: to.value, base: base.value, counts: !excluded.checked, mark });
      }),
    fill,
    tidy: () => {
      for (const { from, to } of used()) [from.value, to.value] = [asMonth(from.value), asMonth(to.value)];
    },
    /** Where in the rows a mistake is that the engine found. */
    controlAt: (/** @type {string} */ path) => {
      const [, at, part] = PATH.exec(path) ?? [];
      const row = used()[Number(at)];
      if (!$form.open) return overviewControl($ledger, part === 'base' ? row?.from.value : '');
      return row?.[/** @type {keyof Row} */ (part)] ?? row?.from;
    },
  };
}

/**
 * Where the years say what a row of theirs says, the first field that does.
 *
 * @param {HTMLElement} $ledger
 * @param {string} [from] the month from which a base holds; without it the beginning is meant
 */
function overviewControl($ledger, from) {
  const $fields = /** @type {HTMLInputElement[]} */ ([...$ledger.querySelectorAll('[data-year]')]);
  const $base = from && ($fields.find(({ dataset }) => (dataset.year ?? '') <= from) ?? $fields.at(-1));
  return $base || slot($ledger, 'since');
}

/**
 * @param {Element} $row
 * @returns {Row}
 */
function partsOf($row) {
  const names = /** @type {const} */ (['from', 'to', 'base', 'excluded', 'remove']);
  return /** @type {Row} */ (Object.fromEntries(names.map((name) => [name, slot($row, name)])));
}
