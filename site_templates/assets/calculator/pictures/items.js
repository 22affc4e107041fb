/**
 * One's own items laid end to end up to the standard score; what is taken away lies beneath, from the end back. The table of
 * the result says the same in figures.
 */
import { shape } from '../outlook/drawing.js';
import { shownPoints } from '../figures.js';
import { say, slot } from '../page.js';

/** Where things lie, from the top: the word of the standard score, the bar, the names, what is taken away. */
const TOP = 22;
const BAR = 34;
const NAMES = TOP + BAR + 18;
const TAKEN = NAMES + 10;
const HEIGHT = TAKEN + 20;
/** A character is so wide. */
const CHARACTER = 13;
const EDGE = 2;

/**
 * @typedef {import('../contract.js').Verdict} Verdict
 * @typedef {import('../contract.js').Award} Award
 */

/**
 * @param {HTMLElement} $result
 * @param {import('../page.js').Context} context
 */
export function openItems($result, { store, words: { script } }) {
  const $picture = slot($result, 'items');
  const draw = () => {
    const { verdict } = store.state;
    const given = (verdict?.awards ?? []).filter(({ points }) => points > 0);
    const taken = (verdict?.awards ?? []).filter(({ points }) => points < 0);
    slot($result, 'items-part').hidden = given.length === 0 || verdict?.outcome === 'vetoed';
    const width = $picture.clientWidth;
    if (!verdict || width === 0 || given.length === 0) return;
    $picture.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
    $picture.replaceChildren(...shapesOf(verdict.standard_score, given, taken, width, script));
  };
  store.subscribe(['verdict'], draw);
  new ResizeObserver(draw).observe($picture.parentElement);
}

/**
 * @param {number} standard
 * @param {Award[]} given
 * @param {Award[]} taken
 * @param {number} width
 * @param {Record<string, string>} script
 */
function shapesOf(standard, given, taken, width, script) {
  const total = sumOf(given);
  const scale = (width - 2 * EDGE) / Math.max(total, standard);
  const x = (/** @type {number} */ points) => EDGE + points * scale;
  const parts = placed(given, 0, 1).flatMap(({ award, from, to }, at) => {
    const $part = shape('rect', { class: `items__part items__part--${at % 2}`, x: x(from), y: TOP, width: x(to) - x(from), height: BAR });
    $part.append(shape('title', {}, say(script.items_part, { title: award.title, points: shownPoints(award.points) })));
    return [$part, ...nameOf(award, x(from), x(to))];
  });
  const back = placed(taken, total, -1).map(({ award, from, to }) => {
    const $part = shape('rect', { class: 'items__taken', x: Math.max(x(to), EDGE), y: TAKEN, width: x(from) - Math.max(x(to), EDGE), height: 14 });
    $part.append(shape('title', {}, say(script.items_part, { title: award.title, points: shownPoints(award.points) })));
    return $part;
  });
  const line = x(standard);
  const isLate = line > width / 2;
  return [
    ...parts,
    ...back,
    shape('line', { class: 'chart__standard', x1: line, x2: line, y1: TOP - 4, y2: TOP + BAR + 4 }),
    shape('text', { class: 'chart__label', x: line, y: TOP - 8, 'text-anchor': isLate ? 'end' : 'start' }, say(script.items_standard, { standard })),
  ];
}

/**
 * A name and its points under its part, where they fit.
 *
 * @param {Award} award
 * @param {number} from
 * @param {number} to
 */
function nameOf({ title, points }, from, to) {
  const name = [`${title} ${points}`, String(points)].find((text) => to - from >= text.length * CHARACTER * 0.9);
  return name ? [shape('text', { x: (from + to) / 2, y: NAMES, 'text-anchor': 'middle' }, name)] : [];
}

/** @param {Award[]} awards */
function sumOf(awards) {
  return awards.reduce((sum, { points }) => sum + points, 0);
}

/**
 * Each award with the place where it begins and ends.
 *
 * @param {Award[]} awards
 * @param {number} start
 * @param {1 | -1} direction
 */
function placed(awards, start, direction) {
  return awards.map((award, at) => {
    const from = start + direction * Math.abs(sumOf(awards.slice(0, at)));
    return { award, from, to: from + direction * Math.abs(award.points) };
  });
}
