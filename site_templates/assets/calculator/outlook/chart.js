/**
 * The line of points over days, drawn to the width that there is, so that its words keep their size.
 */
import { HEIGHT, MARGIN, planeOf, shape } from './drawing.js';
import { say } from '../page.js';

/** Labels that would be closer than this are left to the table. */
const LABEL_WIDTH = 110;
/** How far the years at the axis stand apart at least. */
const TICK_WIDTH = 44;
const LINE_HEIGHT = 16;

/**
 * @typedef {import('../contract.js').Timeline} Timeline
 * @typedef {import('./drawing.js').Plane} Plane
 */

/**
 * @param {SVGSVGElement} $chart
 * @param {Timeline} timeline
 * @param {Record<string, string>} outlook the words
 */
export function drawTimeline($chart, timeline, outlook) {
  const width = $chart.clientWidth;
  if (width === 0) return;
  const plane = planeOf(timeline, width);
  $chart.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
  $chart.replaceChildren(
    ...windows(timeline, plane),
    ...axes(timeline, plane),
    ...marks(timeline, plane, outlook),
    standard(timeline, plane),
    steps(timeline, plane),
    ...dots(timeline, plane, outlook),
    ...windowLabels(timeline, plane, outlook),
  );
}

/** @param {Timeline} timeline @param {Plane} plane */
function steps({ events, until }, { x, y }) {
  const known = events.filter(({ score }) => score !== null);
  const path = known.map(({ date, score }, at) => `${at === 0 ? 'M' : 'H'}${x(date)}${at === 0 ? ' ' : 'V'}${y(Number(score))}`);
  return shape('path', { class: 'chart__line', d: `${path.join('')}H${x(until)}` });
}

/** @param {Timeline} timeline @param {Plane} plane */
function windows(timeline, { x }) {
  return timeline.windows.map(({ from, to }) => {
    const left = x(from);
    return shape('rect', { class: 'chart__met', x: left, y: MARGIN.top, width: x(to ?? timeline.until) - left, height: HEIGHT - MARGIN.top - MARGIN.bottom });
  });
}

/** @param {Timeline} timeline @param {Plane} plane */
function standard({ standard_score: score }, { right, y }) {
  return shape('line', { class: 'chart__standard', x1: MARGIN.left, x2: right, y1: y(score), y2: y(score) });
}

/** @param {Timeline} timeline @param {Plane} plane */
function axes({ on, until, standard_score }, { low, high, right, x, y }) {
  const bottom = HEIGHT - MARGIN.bottom;
  const isApart = (/** @type {number} */ score) => Math.abs(y(score) - y(standard_score)) > LINE_HEIGHT;
  const scores = [standard_score, ...[low, high].filter(isApart)].map((score) =>
    shape('text', { x: MARGIN.left - 6, y: y(score) + 4, 'text-anchor': 'end', class: score === standard_score ? 'chart__label' : '' }, String(score)),
  );
  const years = [];
  let free = MARGIN.left;
  for (let year = Number(on.slice(0, 4)) + 1; year <= Number(until.slice(0, 4)); year += 1) {
    const at = x(`${year}-01-01`);
    if (at < free || at > right - TICK_WIDTH / 2) continue;
    free = at + TICK_WIDTH;
    years.push(shape('line', { class: 'chart__tick', x1: at, x2: at, y1: bottom, y2: bottom + 5 }));
    years.push(shape('text', { x: at, y: HEIGHT - 6, 'text-anchor': 'middle' }, String(year)));
  }
  return [shape('line', { class: 'chart__axis', x1: MARGIN.left, x2: right, y1: bottom, y2: bottom }), ...scores, ...years];
}

/** @param {Timeline} timeline @param {Plane} plane @param {Record<string, string>} outlook */
function marks({ until, beyond_edition_from, unverified_from }, { right, x }, outlook) {
  const days = [
    { date: unverified_from, text: outlook.unverified, y: MARGIN.top - 10 - LINE_HEIGHT },
    { date: beyond_edition_from, text: outlook.edition_ends, y: MARGIN.top - 10 },
  ];
  return days.flatMap(({ date, text, y }) => {
    if (!date || date > until) return [];
    const at = Math.max(MARGIN.left, x(date));
    const isLate = at > right / 2;
    return [
      shape('line', { class: 'chart__mark', x1: at, x2: at, y1: y, y2: HEIGHT - MARGIN.bottom }),
      shape('text', { x: isLate ? at - 4 : at + 4, y, 'text-anchor': isLate ? 'end' : 'start' }, text),
    ];
  });
}

/** @param {Timeline} timeline @param {Plane} plane @param {Record<string, string>} outlook */
function dots({ events, windows: met }, { x, y }, outlook) {
  const edges = new Set(met.map(({ from }) => from));
  return events.flatMap((event) => {
    if (event.score === null) return [];
    const isEdge = edges.has(event.date);
    const $dot = shape('circle', {
      class: isEdge ? 'chart__dot chart__dot--edge' : 'chart__dot',
      cx: x(event.date),
      cy: y(event.score),
      r: isEdge ? 5 : 3.5,
    });
    $dot.append(shape('title', {}, say(outlook.dot, event)));
    return [$dot];
  });
}

/** @param {Timeline} timeline @param {Plane} plane @param {Record<string, string>} outlook */
function windowLabels({ windows: met }, { right, x }, outlook) {
  let free = 0;
  return met.flatMap(({ from }) => {
    const at = x(from);
    if (at < free) return [];
    free = at + LABEL_WIDTH;
    const isLate = at > right - LABEL_WIDTH;
    const place = { x: isLate ? at - 4 : at + 4, y: MARGIN.top + LINE_HEIGHT, 'text-anchor': isLate ? 'end' : 'start' };
    return [shape('text', { class: 'chart__label', ...place }, say(outlook.window, { from }))];
  });
}
