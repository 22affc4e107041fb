/**
 * The contribution ledger as a field of the form: ranges of months, each with its base.
 *
 * A row is kept as four texts with tabs between: from, to, base, and x where it does not count.
 */
import { copyOf, say, slot } from '../page.js';
import { readMonth, readNumber } from '../form/reading-text.js';

const NOT_COUNTED = 'x';
/** Where the engine says that a mistake is: `answers.contributions[2].to`. */
const PATH = /\[(\d+)\](?:\.(\w+))?/;

/**
 * @typedef {{ from: string, to: string, base: string | number, counts?: boolean }} Contribution
 * @typedef {Record<'from' | 'to' | 'base' | 'excluded' | 'remove', HTMLInputElement>} Row
 */

/**
 * @param {HTMLElement} $ledger
 * @param {import('../page.js').Words} words
 */
export function ledgerField($ledger, words) {
  const $rows = slot($ledger, 'ledger-rows');
  /** @type {HTMLDetailsElement} */
  const $form = slot($ledger, 'ledger-form');
  const change = () => $ledger.dispatchEvent(new Event('change', { bubbles: true }));

  const rows = () => [...$rows.children].map(partsOf);
  const used = () => rows().filter(({ from, to, base }) => from.value.trim() || to.value.trim() || base.value.trim());
  const addRow = (/** @type {string} */ kept) => {
    const $row = copyOf('ledger-row');
    const parts = partsOf($row);
    [parts.from.value = '', parts.to.value = '', parts.base.value = ''] = kept.split('\t');
    parts.excluded.checked = kept.split('\t')[3] === NOT_COUNTED;
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
    [...$rows.children].forEach(($row, at) => $row.setAttribute('aria-label', say(words.ledger.row, { number: at + 1 })));
  };

  slot($ledger, 'add-row').addEventListener('click', () => {
    const { from } = addRow('');
    number();
    from.focus();
  });

  const keep = () => used().map(({ from, to, base, excluded }) => [from.value, to.value, base.value, excluded.checked ? NOT_COUNTED : ''].join('\t'));
  const fill = (/** @type {ReadonlyArray<string>} */ kept) => {
    $rows.replaceChildren();
    for (const row of kept.length > 0 ? kept : ['']) addRow(row);
    number();
    if (kept.length > 0) $form.open = true;
  };
  fill([]);

  return {
    keep,
    fill,
    /** @returns {import('../form/fields.js').Read} */
    read: () => {
      const reads = used().map((row) => readRow(row, words));
      const wrong = reads.find((read) => 'mistake' in read);
      if (wrong || reads.length === 0) return wrong ?? {};
      return { value: reads.map((read) => read.value) };
    },
    tidy: () => {
      for (const { from, to } of used()) {
        from.value = readMonth(from.value) ?? from.value;
        to.value = readMonth(to.value) ?? to.value;
      }
    },
    /** Where in the rows a mistake is that the engine found. */
    controlAt: (/** @type {string} */ path) => {
      const [, at, part] = PATH.exec(path) ?? [];
      const row = used()[Number(at)];
      return row?.[/** @type {keyof Row} */ (part)] ?? row?.from;
    },
  };
}

/**
 * A contribution of the contract as it is kept.
 *
 * @param {Contribution} contribution
 */
export function keptRow({ from, to, base, counts }) {
  return [from, to, String(base), counts === false ? NOT_COUNTED : ''].join('\t');
}

/**
 * @param {Element} $row
 * @returns {Row}
 */
function partsOf($row) {
  const names = /** @type {const} */ (['from', 'to', 'base', 'excluded', 'remove']);
  return /** @type {Row} */ (Object.fromEntries(names.map((name) => [name, slot($row, name)])));
}

/**
 * @param {Row} row
 * @param {import('../page.js').Words} words
 * @returns {import('../form/fields.js').Read}
 */
function readRow({ from, to, base, excluded }, { ledger, script }) {
  const wrong = (/** @type {string} */ text, /** @type {HTMLInputElement} */ $control) => ({ mistake: { words: text, $control } });
  if (!from.value.trim()) return wrong(ledger.error_from, from);
  const first = readMonth(from.value);
  if (!first) return wrong(ledger.error_month, from);
  const last = to.value.trim() ? readMonth(to.value) : first;
  if (!last) return wrong(ledger.error_month, to);
  if (!base.value.trim()) return wrong(ledger.error_base, base);
  const yuan = readNumber(base.value, { whole: false });
  if ('wrong' in yuan) return wrong(script[yuan.wrong], base);
  return { value: { from: first, to: last, base: String(yuan.value), counts: !excluded.checked } };
}
