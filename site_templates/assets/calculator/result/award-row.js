/**
 * One indicator of a verdict as a row: points, reason, clause, what lost, and the figures behind it.
 */
import { choiceLabel, labelOf } from '../form/questions.js';
import { shownFigure, shownPoints } from '../figures.js';
import { monthWords } from '../ledger/ledger-words.js';
import { copyOf, say, slot } from '../page.js';

/** @typedef {import('../contract.js').Award} Award */

/**
 * @param {Award} award
 * @param {import('../contract.js').Open} open
 * @param {import('../page.js').PageData} data
 * @param {import('../page.js').Words} words
 * @returns {HTMLTableRowElement}
 */
export function awardRow(award, open, data, words) {
  const $row = copyOf('award-row');
  const $title = slot($row, 'title');
  $row.dataset.indicator = award.indicator;
  $title.textContent = award.title;
  $title.href = data.indicators[award.indicator]?.href ?? $title.href;
  slot($row, 'status').textContent = award.status === 'awarded' ? '' : words.status[award.status];
  slot($row, 'points').textContent = shownAwardPoints(award, words.script, open);
  slot($row, 'reason').textContent = award.sentence;
  showUnverified(slot($row, 'row-unverified'), award, words);
  slot($row, 'clause').textContent = award.clause;
  const $certainty = slot($row, 'certainty');
  $certainty.textContent = words.authority[award.certainty];
  $certainty.classList.add(`certainty--${award.certainty}`);
  fillLost(slot($row, 'lost'), award.lost ?? [], words.script);
  fillFigures($row, award, data.indicators[award.indicator]?.asks ?? '', words);
  return $row;
}

/**
 * The points of an award; while they are open their range, up to what somebody of this age can have. What may be taken
 * away is not put in figures.
 *
 * @param {Award} award
 * @param {Record<string, string>} script
 * @param {import('../contract.js').Open} open what the verdict waits for
 */
export function shownAwardPoints({ points, range: [low, high], missing = [] }, script, open) {
  if (low === high) return shownPoints(points);
  if (low < 0) return script.no_score;
  const most = open.questions.flatMap(({ question, at_most: more }) => (missing.includes(question) ? [low + more] : []));
  return say(script.range, { low: shownPoints(low), high: shownPoints(Math.min(high, ...most)) });
}

/**
 * @param {HTMLElement} $mark
 * @param {Award} award
 * @param {import('../page.js').Words} words
 */
function showUnverified($mark, { unverified_from: from }, { script, ledger }) {
  $mark.hidden = !from;
  if (from) $mark.textContent = say(script.unverified, { month: monthWords(from, ledger) });
}

/**
 * @param {HTMLElement} $list
 * @param {{ would_be: number, sentence: string }[]} lost
 * @param {Record<string, string>} script
 */
function fillLost($list, lost, script) {
  $list.hidden = lost.length === 0;
  for (const { would_be: points, sentence } of lost) {
    const $entry = copyOf('lost-row');
    $entry.textContent = say(script.lost, { points: shownPoints(points), sentence });
    $list.append($entry);
  }
}

/**
 * @param {HTMLElement} $row
 * @param {Award} award
 * @param {string} asks the question whose choice it is
 * @param {import('../page.js').Words} words
 */
function fillFigures($row, { facts, figures }, asks, words) {
  const $figures = slot($row, 'figures');
  for (const [code, value] of Object.entries(facts)) {
    $figures.append(figureRow(words.fact[code] ?? labelOf(code), shown(code === 'choice' ? asks : code, value, words)));
  }
  for (const [code, value] of Object.entries(figures)) {
    $figures.append(figureRow(words.figure[code] ?? code, shownFigure(String(value))));
  }
  slot($row, 'depth').hidden = !$figures.hasChildNodes();
}

/**
 * @param {string} name
 * @param {string} value
 */
function figureRow(name, value) {
  const $figure = copyOf('figure-row');
  slot($figure, 'name').textContent = name;
  slot($figure, 'value').textContent = value;
  return $figure;
}

/**
 * What was chosen is called as the question calls it.
 *
 * @param {string} code
 * @param {unknown} value
 * @param {import('../page.js').Words} words
 */
function shown(code, value, { answer }) {
  if (Array.isArray(value)) return value.length > 0 ? value.join('、') : answer.none;
  return choiceLabel(code, value) ?? answer[String(value)] ?? shownFigure(String(value));
}
