/**
 * The result: sentence first, then the rows, then what would make it more certain.
 */
import { controlOf, focusOn, labelOf } from '../form/questions.js';
import { copyOf, fillList, say, slot } from '../page.js';
import { openItems } from '../pictures/items.js';
import { awardRow } from './award-row.js';
import { headlineOf, shownDistance, shownScore } from './standing.js';

/** So many of the questions that are still open are named. */
const NAMED = 5;
/**
 * The table that an award goes into; all others count.
 *
 * @type {Record<string, string>}
 */
const TABLES = { unanswered: 'unanswered', not_met: 'not-met' };
const COUNTING = 'awards';

/**
 * @typedef {import('../contract.js').Verdict} Verdict
 * @typedef {import('../contract.js').Award} Award
 */

/**
 * @param {HTMLElement} $result
 * @param {import('../page.js').Context} context
 */
export function openResult($result, context) {
  const { script } = context.words;
  context.store.subscribe(['verdict'], ({ verdict }) => {
    $result.hidden = !verdict;
    if (!verdict) return;
    slot($result, 'sentence').textContent = headlineOf(verdict, script);
    slot($result, 'total').textContent = shownScore(verdict, script);
    slot($result, 'verdict').textContent = shownDistance(verdict, script);
    slot($result, 'unverified').hidden = !verdict.awards.some((award) => award.unverified_from);
    fillApplying($result, verdict, context);
    fillNotices($result, verdict);
    fillTables($result, verdict, context);
    fillDeciding($result, verdict, context);
  });
  context.store.subscribe(['late'], ({ late }) => (slot($result, 'late').hidden = !late));
  openItems($result, context);
}

/**
 * Whether one may apply: said beside the points, with each condition that is not met or not known.
 *
 * @param {HTMLElement} $result
 * @param {Verdict} verdict
 * @param {import('../page.js').Context} context
 */
function fillApplying($result, { outcome, can_apply: canApply, conditions }, { words: { script, authority } }) {
  const wanting = conditions.filter(({ status }) => status !== 'met');
  slot($result, 'applying').hidden = conditions.length === 0;
  slot($result, 'applying-says').textContent = script[`${applyingKey(canApply)}_${outcome}`] ?? script[applyingKey(canApply)];
  const rows = wanting.map(({ sentence, certainty }) => {
    const $row = copyOf('condition-row');
    slot($row, 'says').textContent = sentence;
    slot($row, 'certainty').textContent = authority[certainty];
    slot($row, 'certainty').classList.add(`certainty--${certainty}`);
    return $row;
  });
  slot($result, 'conditions').replaceChildren(...rows);
}

/** @param {boolean | null} canApply */
function applyingKey(canApply) {
  if (canApply === null) return 'applying_unknown';
  return canApply ? 'applying_yes' : 'applying_no';
}

/**
 * What cannot all be true at once.
 *
 * @param {HTMLElement} $result
 * @param {Verdict} verdict
 */
function fillNotices($result, { notices }) {
  slot($result, 'notices-part').hidden = notices.length === 0;
  const messages = notices.map(({ message }) => message);
  fillList(slot($result, 'notices'), 'notice-row', messages);
}

/**
 * The awards of a verdict that go into a table; what vetoes comes first.
 *
 * @param {Verdict} verdict
 * @param {string} [table]
 * @returns {Award[]}
 */
export function awardsOf({ awards }, table = COUNTING) {
  return [...awards]
    .sort((one, other) => Number(other.status === 'vetoed') - Number(one.status === 'vetoed'))
    .filter(({ status }) => (TABLES[status] ?? COUNTING) === table);
}

/**
 * @param {HTMLElement} $result
 * @param {Verdict} verdict
 * @param {import('../page.js').Context} context
 */
function fillTables($result, verdict, { data, words }) {
  const opened = new Set([...$result.querySelectorAll('tr:has(details[open])')].map(indicatorOf));
  for (const table of [COUNTING, ...Object.values(TABLES)]) {
    const rows = awardsOf(verdict, table).map((award) => awardRow(award, verdict.open, data, words));
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
 * The questions to answer next, the easiest first, each with what it can bring at most; records are only named.
 *
 * @param {HTMLElement} $result
 * @param {Verdict} verdict
 * @param {import('../page.js').Context} context
 */
function fillDeciding($result, verdict, { questions, words: { script } }) {
  const isAsked = (/** @type {string} */ code) => questions.some((question) => question.code === code);
  const { questions: bringing, may_deduct: deduct, may_veto: veto } = verdict.open;
  const asked = bringing.filter(({ question }) => isAsked(question));
  const records = [...deduct, ...veto].filter(isAsked);
  slot($result, 'open').hidden = asked.length + records.length === 0;
  slot($result, 'open-intro').hidden = asked.length === 0;
  slot($result, 'open-intro').textContent = say(script[`open_${verdict.outcome}`] ?? '', verdict);
  const rows = asked.slice(0, NAMED).map(({ question, at_most: most }) => decidingRow(question, say(script.at_most, { most })));
  slot($result, 'deciding').replaceChildren(...rows);
  const $more = slot($result, 'more');
  $more.hidden = asked.length <= NAMED;
  $more.textContent = say(script.more_open, { count: asked.length - NAMED });
  slot($result, 'open-records').hidden = records.length === 0;
  slot($result, 'deciding-records').replaceChildren(...records.map((code) => decidingRow(code)));
}

/**
 * @param {string} code of a question
 * @param {string} [most] what it can bring, in words
 */
function decidingRow(code, most = '') {
  const $row = copyOf('deciding-row');
  const $link = slot($row, 'link');
  $link.href = `#q-${code}`;
  $link.textContent = labelOf(code);
  slot($row, 'most').textContent = most;
  $link.addEventListener('click', (/** @type {Event} */ event) => {
    event.preventDefault();
    focusOn(controlOf(code));
  });
  return $row;
}
