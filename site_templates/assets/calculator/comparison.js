/**
 * Two situations side by side: the result that was kept and the one of the form, item by item.
 */
import { copyOf, slot } from './page.js';
import { shownDistance, shownScore } from './score-line.js';
import { shownAwardPoints } from './award-row.js';

/**
 * @typedef {import('./score-line.js').Verdict} Verdict
 * @typedef {import('./outlook.js').Timeline} Timeline
 * @typedef {{ verdict?: Verdict, timeline?: Timeline }} Situation
 */

/**
 * @param {ParentNode} $page
 * @param {import('./page.js').Words} words
 */
export function openComparison($page, words) {
  const $comparison = slot($page, 'comparison');
  const $table = slot($comparison, 'comparison-table');
  const $drop = $comparison.querySelector('[data-action="drop-result"]');
  /** @type {Situation} */
  let now = {};
  /** @type {Situation | undefined} */
  let kept;

  const show = () => {
    $comparison.hidden = !now.verdict && !kept;
    $table.hidden = !kept;
    $drop.hidden = !kept;
    if (kept) slot($comparison, 'comparison-rows').replaceChildren(...rowsOf(kept, now, words));
  };
  return {
    /** @param {Verdict | undefined} verdict */
    score(verdict) {
      now = { verdict };
      show();
    },
    /** @param {Timeline | undefined} timeline */
    timeline(timeline) {
      now = { ...now, timeline };
      show();
    },
    actions: {
      'keep-result': () => {
        kept = now;
        show();
      },
      'drop-result': () => {
        kept = undefined;
        show();
      },
    },
  };
}

/**
 * @param {Situation} kept
 * @param {Situation} now
 * @param {import('./page.js').Words} words
 */
function rowsOf(kept, now, words) {
  const titles = new Map([kept, now].flatMap(({ verdict }) => verdict?.awards ?? []).map(({ indicator, title }) => [indicator, title]));
  const both = (/** @type {(situation: Situation) => string} */ cell) => /** @type {const} */ ([cell(kept), cell(now)]);
  const items = [...titles].map(([code, title]) => ({ name: title, cells: both((situation) => pointsOf(situation, code, words.script)) }));
  const telling = items.filter(({ cells }) => cells.some((cell) => cell !== '0' && cell !== words.script.no_score));
  const { total, first_date: first } = words.comparison;
  const rows = [
    { name: total, cells: both(({ verdict }) => (verdict ? `${shownScore(verdict, words.script)} ${shownDistance(verdict, words.script)}` : words.script.no_score)) },
    { name: first, cells: both((situation) => firstDate(situation, words.comparison)) },
    ...telling,
  ];
  return rows.map(({ name, cells: [before, after] }) => {
    const $row = copyOf('comparison-row');
    slot($row, 'name').textContent = name;
    slot($row, 'kept').textContent = before;
    slot($row, 'now').textContent = after;
    $row.toggleAttribute('data-differs', before !== after);
    return $row;
  });
}

/**
 * @param {Situation} situation
 * @param {string} code of the indicator
 * @param {Record<string, string>} script
 */
function pointsOf({ verdict }, code, script) {
  const award = verdict?.awards.find(({ indicator }) => indicator === code);
  return award ? shownAwardPoints(award, script) : script.no_score;
}

/**
 * @param {Situation} situation
 * @param {Record<string, string>} comparison the words
 */
function firstDate({ timeline }, comparison) {
  if (!timeline) return comparison.unknown;
  return timeline.first_date ?? comparison.never;
}
