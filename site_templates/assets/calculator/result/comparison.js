/**
 * Two situations side by side: the result that was kept and the one of the form, item by item.
 */
import { copyOf, onPress, slot } from '../page.js';
import { shownDistance, shownScore } from './standing.js';
import { shownAwardPoints } from './award-row.js';

/**
 * @typedef {import('../contract.js').Verdict} Verdict
 * @typedef {import('../contract.js').Timeline} Timeline
 * @typedef {{ verdict?: Verdict, timeline?: Timeline }} Situation
 */

/**
 * @param {HTMLElement} $comparison
 * @param {import('../page.js').Context} context
 */
export function openComparison($comparison, { store, words }) {
  const $table = slot($comparison, 'comparison-table');
  const $drop = /** @type {HTMLElement} */ ($comparison.querySelector('[data-action="drop-result"]'));
  /** @type {Situation | undefined} */
  let kept;

  const show = () => {
    const { verdict, timeline } = store.state;
    $comparison.hidden = !verdict && !kept;
    $table.hidden = !kept;
    $drop.hidden = !kept;
    if (kept) slot($comparison, 'comparison-rows').replaceChildren(...rowsOf(kept, { verdict, timeline }, words));
  };
  store.subscribe(['verdict', 'timeline'], show);
  onPress($comparison, {
    'keep-result': () => {
      const { verdict, timeline } = store.state;
      kept = { verdict, timeline };
      show();
    },
    'drop-result': () => {
      kept = undefined;
      show();
    },
  });
}

/**
 * @param {Situation} kept
 * @param {Situation} now
 * @param {import('../page.js').Words} words
 */
function rowsOf(kept, now, words) {
  const [total, ...items] = verdictRows(kept.verdict, now.verdict, words);
  return [total, rowOf(words.comparison.first_date, firstDate(kept, words.comparison), firstDate(now, words.comparison)), ...items];
}

/**
 * Two verdicts side by side: first what they come to, then each item that gives or takes points in one of them.
 *
 * @param {Verdict | undefined} before
 * @param {Verdict | undefined} after
 * @param {import('../page.js').Words} words
 * @returns {HTMLElement[]}
 */
export function verdictRows(before, after, { comparison, script }) {
  const titles = new Map([before, after].flatMap((verdict) => verdict?.awards ?? []).map(({ indicator, title }) => [indicator, title]));
  const items = [...titles].map(([code, title]) => [title, pointsOf(before, code, script), pointsOf(after, code, script)]);
  const telling = items.filter(([, ...cells]) => cells.some((cell) => cell !== '0' && cell !== script.no_score));
  const whole = (/** @type {Verdict | undefined} */ verdict) =>
    verdict ? `${shownScore(verdict, script)} ${shownDistance(verdict, script)}` : script.no_score;
  return [rowOf(comparison.total, whole(before), whole(after)), ...telling.map(([title, one, other]) => rowOf(title, one, other))];
}

/**
 * @param {string} name
 * @param {string} before
 * @param {string} after
 */
function rowOf(name, before, after) {
  const $row = copyOf('comparison-row');
  slot($row, 'name').textContent = name;
  slot($row, 'kept').textContent = before;
  slot($row, 'now').textContent = after;
  $row.toggleAttribute('data-differs', before !== after);
  return $row;
}

/**
 * @param {Verdict | undefined} verdict
 * @param {string} code of the indicator
 * @param {Record<string, string>} script
 */
function pointsOf(verdict, code, script) {
  const award = verdict?.awards.find(({ indicator }) => indicator === code);
  return award && verdict ? shownAwardPoints(award, script, verdict.open) : script.no_score;
}

/**
 * @param {Situation} situation
 * @param {Record<string, string>} comparison the words
 */
function firstDate({ timeline }, comparison) {
  if (!timeline) return comparison.unknown;
  return timeline.first_date ?? comparison.never;
}
