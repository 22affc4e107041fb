/**
 * The quick way to fill in the ledger: since when, interrupted or not, one base a contribution year. What it writes are
 * the ledger's rows; where those say more than it can show, it gives way to them.
 */
import { createCompanion } from '../companion.js';
import { YUAN, asDate, asMonth, asNumber } from '../form/reading-text.js';
import { onPress, slot } from '../page.js';
import { fillGaps, gapsIn } from './gaps.js';
import { overviewOf, rowsOf, yearStarts } from './years.js';
import { saysOfYear, yearRow } from './year-row.js';

const QUIET_MS = 300;

/**
 * @param {HTMLElement} $ledger the question
 * @param {import('../page.js').Context} context
 */
export function openYears($ledger, context) {
  const { store, transitions, data, words } = context;
  const turn = data.contribution_years;
  const $years = slot($ledger, 'years');
  if (!turn) {
    $years.remove();
    slot($ledger, 'ledger-form').open = true;
    return;
  }
  const code = $ledger.dataset.question ?? '';
  const $list = slot($years, 'year-rows');
  const [$since, $ongoing, $until] = ['since', 'ongoing', 'until'].map((name) => /** @type {HTMLInputElement} */ (slot($years, name)));
  const $breaks = /** @type {HTMLInputElement[]} */ ([...$years.querySelectorAll('input[type="radio"]')]);
  const fields = () => /** @type {HTMLInputElement[]} */ ([...$list.querySelectorAll('input')]);
  const chosen = () => $breaks.find(({ checked }) => checked)?.value ?? '';
  /** Bases of years that are not asked for, as the rows had them. @type {Record<string, string>} */
  let older = {};
  let written = '';

  const starts = () => yearStarts(asDate(store.state.on), turn);
  const bases = () => Object.fromEntries(fields().map(({ dataset, value }) => [dataset.year ?? '', value]));
  const showParts = () => {
    slot($years, 'gaps-part').hidden = chosen() !== 'some';
    slot($years, 'until-part').hidden = $ongoing.checked;
    const since = asMonth($since.value);
    for (const $row of $list.children) $row.hidden = Boolean(since) && $row.dataset.to < since;
  };
  /** What stands in the fields, as rows. */
  const write = () => {
    const gaps = chosen() === 'some' ? gapsIn($years) : [];
    const isSure = chosen() === 'none' || gaps.length > 0;
    const overview = { since: $since.value, until: $ongoing.checked ? '' : $until.value, gaps, bases: { ...older, ...bases() }, isSure };
    const rows = $since.value.trim() ? rowsOf(overview, starts(), turn) : [];
    showParts();
    years.renew();
    written = rows.join('\n');
    if (rows.length > 0 || (store.state.kept[code] ?? []).length > 0) transitions.amend({ [code]: rows });
  };
  const show = () => {
    const rows = store.state.kept[code] ?? [];
    const typed = bases();
    $list.replaceChildren(...starts().map((start) => yearRow(start, words)));
    if (rows.join('\n') === written) {
      for (const $field of fields()) $field.value = typed[$field.dataset.year ?? ''] ?? '';
    } else {
      written = rows.join('\n');
      read(rows);
    }
    showParts();
    years.renew();
  };
  const read = (/** @type {ReadonlyArray<string>} */ rows) => {
    const overview = overviewOf(rows, starts(), turn);
    const isOther = rows.length > 0 && !overview;
    slot($years, 'years-fields').hidden = isOther;
    slot($years, 'years-other').hidden = !isOther;
    if (isOther) slot($ledger, 'ledger-form').open = true;
    const { since = '', until = '', gaps = [], bases: told = {}, isSure = false } = overview ?? {};
    const asked = new Set(starts());
    older = Object.fromEntries(Object.entries(told).filter(([year]) => !asked.has(year)));
    [$since.value, $until.value, $ongoing.checked] = [since, until, !until];
    const breaks = gaps.length > 0 ? 'some' : isSure ? 'none' : '';
    for (const $break of $breaks) $break.checked = rows.length > 0 && $break.value === breaks;
    for (const $field of fields()) $field.value = told[$field.dataset.year ?? ''] ?? '';
    fillGaps($years, gaps);
  };

  const years = createCompanion(context, 'years_json', {
    quiet: QUIET_MS,
    about({ policy, on }) {
      const told = Object.entries(bases()).map(([year, base]) => [year, asNumber(base, YUAN)]);
      return /** @type {any} */ ({ policy, on, bases: Object.fromEntries(told.filter(([, base]) => typeof base === 'number' && base > 0)) });
    },
    hide: () => undefined,
    /** @param {import('../contract.js').Years} answer */
    show({ years: all }) {
      for (const year of all) {
        const $row = [...$list.children].find(($each) => $each.dataset.from === year.from);
        if ($row) slot($row, 'year-says').textContent = saysOfYear(year, words.ledger);
      }
    },
  });
  store.subscribe(['kept', 'on'], show);
  $years.addEventListener('input', (/** @type {Event} */ { target }) => {
    // Bases that no longer matter were taken for those of the oldest year that does.
    if (target === fields().at(-1)) older = {};
    write();
  });
  $years.addEventListener('change', (/** @type {Event} */ { target }) => {
    const $field = /** @type {HTMLInputElement} */ (target);
    if ($field.type !== 'text') return;
    $field.value = String('year' in $field.dataset ? asNumber($field.value, YUAN) : asMonth($field.value));
    write();
  });
  onPress($years, {
    'add-gap': () => {
      fillGaps($years, [...gapsIn($years), { from: '', to: '' }]);
      slot(slot($years, 'gaps').lastElementChild, 'gap-from').focus();
    },
    'remove-gap': ($pressed) => {
      $pressed.closest('.years__gap')?.remove();
      write();
    },
  });
}
