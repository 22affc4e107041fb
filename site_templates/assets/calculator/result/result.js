/**
 * The result: sentence first, then the rows, then what would make it more certain.
 */
import { awardRow } from './award-row.js';
import { focusOn } from '../form/errors.js';
import { controlOf } from '../form/form.js';
import { copyOf, say, slot } from '../page.js';
import { shownDistance, shownScore } from './score-line.js';

/** So many of the questions that are still open are named. */
const NAMED = 5;
/** The table that an award goes into; all others count. */
/** @type {Record<string, string>} */
const TABLES = { unanswered: 'unanswered', not_met: 'not-met' };

/** @typedef {import('./score-line.js').Verdict} Verdict */

/**
 * @param {ParentNode} $page
 * @param {import('../form/form.js').Form} form
 * @param {import('../page.js').PageData} data
 * @param {import('../page.js').Words} words
 */
export function openResult($page, form, data, words) {
  const $result = slot($page, 'result');
  return {
    hide: () => ($result.hidden = true),
    focus: () => focusOn($result.querySelector('h2')),
    /** @param {Verdict} verdict */
    show(verdict) {
      slot($result, 'sentence').textContent = verdict.sentence;
      slot($result, 'total').textContent = shownScore(verdict, words.script);
      slot($result, 'verdict').textContent = shownDistance(verdict, words.script);
      slot($result, 'unverified').hidden = !verdict.awards.some((award) => award.unverified_from);
      fillTables($result, verdict, data, words);
      fillDeciding($result, verdict, form, words.script);
      $result.hidden = false;
    },
  };
}

/**
 * @param {HTMLElement} $result
 * @param {Verdict} verdict
 * @param {import('../page.js').PageData} data
 * @param {import('../page.js').Words} words
 */
function fillTables($result, { awards }, data, words) {
  const opened = new Set([...$result.querySelectorAll('tr:has(details[open])')].map(indicatorOf));
  for (const table of ['awards', ...Object.values(TABLES)]) {
    const rows = [...awards]
      .sort((one, other) => Number(other.status === 'vetoed') - Number(one.status === 'vetoed'))
      .filter(({ status }) => (TABLES[status] ?? 'awards') === table)
      .map((award) => awardRow(award, data, words));
    slot($result, table).replaceChildren(...rows);
    for (const $row of rows) slot($row, 'depth').open = opened.has(indicatorOf($row));
    const $part = $result.querySelector(`[data-slot="${table}-part"]`);
    if ($part instanceof HTMLElement) $part.hidden = rows.length === 0;
  }
}

/** @param {Element} $row */
function indicatorOf($row) {
  return /** @type {HTMLElement} */ ($row).dataset.indicator;
}

/**
 * @param {HTMLElement} $result
 * @param {Verdict} verdict
 * @param {import('../form/form.js').Form} form
 * @param {Record<string, string>} script
 */
function fillDeciding($result, verdict, form, script) {
  const fields = verdict.deciding.map((code) => form.field(code)).filter((field) => field !== undefined);
  slot($result, 'open').hidden = fields.length === 0;
  slot($result, 'open-intro').textContent = say(script[`open_${verdict.outcome}`] ?? '', verdict);
  slot($result, 'deciding').replaceChildren(...fields.slice(0, NAMED).map(decidingRow));
  const $more = slot($result, 'more');
  $more.hidden = fields.length <= NAMED;
  $more.textContent = say(script.more_open, { count: fields.length - NAMED });
}

/** @param {import('../form/fields.js').Field} field */
function decidingRow(field) {
  const $row = copyOf('deciding-row');
  const $link = slot($row, 'link');
  $link.href = `#q-${field.code}`;
  $link.textContent = field.label;
  $link.addEventListener('click', (/** @type {Event} */ event) => {
    event.preventDefault();
    focusOn(controlOf(field));
  });
  return $row;
}
