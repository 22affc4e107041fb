/**
 * The line of points over days, drawn to the width that there is, so that its words keep their size.
 */
import { HEIGHT, LANES, MARGIN, planeOf, shape } from './drawing.js';
import { standardsBetween } from './standards.js';
import { say } from '../page.js';

/** Labels that would be closer than this are left to the table. */
const LABEL_WIDTH = 150;
/** How far the years at the axis stand apart at least. */
const TICK_WIDTH = 44;
const LINE_HEIGHT = 16;

/**
 * @typedef {import('../contract.js').Timeline} Timeline
 * @typedef {import('./drawing.js').Plane} Plane
 * @typedef {import('./standards.js').Standard} Standard
 */

/**
 * @param {SVGSVGElement} $chart
 * @param {import('../contract.js').Outlook} told
 * @param {Pick<import('../page.js').PageData, 'editions'>} data
 * @param {Record<string, string>} outlook the words
 */
export function drawTimeline($chart, { timeline, events }, data, outlook) {
  const width = $chart.clientWidth;
  if (width === 0) return;
  const standards = standardsBetween(data, timeline.on, timeline.until);
  const plane = planeOf(timeline, standards, width);
  $chart.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
  $chart.replaceChildren(
    ...windows(timeline, plane),
    ...band(timeline, plane),
    ...axes(timeline, standards, plane),
    ...marks(timeline, plane, outlook),
    standard(timeline, standards, plane),
    steps(timeline, plane),
    ...dots(timeline, events.map(({ says }) => says), plane),
    ...windowLabels(timeline, plane, outlook),
  );
}

/** What is certain. @param {Timeline} timeline @param {Plane} plane */
function steps(timeline, plane) {
  return shape('path', { class: 'chart__line', d: `M${edge(timeline, plane, 0)}` });
}

/** Between what is certain and what is possible. @param {Timeline} timeline @param {Plane} plane */
function band(timeline, plane) {
  if (timeline.events.every(({ range: [low, high] }) => low === high)) return [];
  const above = edge(timeline, plane, 1);
  const below = edge(timeline, plane, 0, true);
  return [
    shape('path', { class: 'chart__band', d: `M${above}L${below}Z` }),
    shape('path', { class: 'chart__possible', d: `M${above}` }),
  ];
}

/**
 * The corners of a line of steps, from the first day on or back.
 *
 * @param {Timeline} timeline
 * @param {Plane} plane
 * @param {0 | 1} end of the range
 * @param {boolean} [isBack]
 */
function edge({ events, until }, { x, y }, end, isBack = false) {
  const corners = events.flatMap(({ date, range }, at) => {
    const level = y(range[end]);
    return [`${x(date)} ${level}`, `${x(events[at + 1]?.date ?? until)} ${level}`];
  });
  return (isBack ? corners.reverse() : corners).join('L');
}

/** @param {Timeline} timeline @param {Plane} plane */
function windows(timeline, { x }) {
  return timeline.windows.map(({ from, to }) => {
    const left = x(from);
    return shape('rect', { class: 'chart__met', x: left, y: MARGIN.top, width: x(to ?? timeline.until) - left, height: HEIGHT - MARGIN.top - MARGIN.bottom });
  });
}

/** @param {Timeline} timeline @param {ReadonlyArray<Standard>} standards @param {Plane} plane */
function standard({ until }, standards, { x, y }) {
  const corners = standards.map(({ from, standard: score }, at) => `${x(from)} ${y(score)}L${x(standards[at + 1]?.from ?? until)} ${y(score)}`);
  return shape('path', { class: 'chart__standard', d: `M${corners.join('L')}` });
}

/** @param {Timeline} timeline @param {ReadonlyArray<Standard>} standards @param {Plane} plane */
function axes({ on, until }, standards, { low, high, right, x, y }) {
  const bottom = HEIGHT - MARGIN.bottom;
  const asked = new Set(standards.map(({ standard: score }) => score));
  /** @type {number[]} */
  const labelled = [];
  for (const score of [...asked, low, high]) {
    if (labelled.every((other) => Math.abs(y(score) - y(other)) > LINE_HEIGHT)) labelled.push(score);
  }
  const scores = labelled.map((score) =>
    shape('text', { x: MARGIN.left - 6, y: y(score) + 4, 'text-anchor': 'end', class: asked.has(score) ? 'chart__label' : '' }, String(score)),
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
    { date: unverified_from, text: outlook.unverified, y: LANES.unverified },
    { date: beyond_edition_from, text: outlook.edition_ends, y: LANES.edition },
  ];
  return days.flatMap(({ date, text, y }) => {
    if (!date || date > until) return [];
    const at = Math.max(MARGIN.left, x(date));
    const isLate = at > right / 2;
    return [
      shape('line', { class: 'chart__mark', x1: at, x2: at, y1: MARGIN.top - 6, y2: HEIGHT - MARGIN.bottom }),
      shape('text', { x: isLate ? at + 4 : at - 4, y, 'text-anchor': isLate ? 'end' : 'start' }, text),
    ];
  });
}

/** @param {Timeline} timeline @param {ReadonlyArray<string>} says of each event @param {Plane} plane */
function dots({ events, windows: met }, says, { x, y }) {
  const edges = new Set(met.map(({ from }) => from));
  return events.map((event, at) => {
    const isEdge = edges.has(event.date);
    const $dot = shape('circle', {
      class: isEdge ? 'chart__dot chart__dot--edge' : 'chart__dot',
      cx: x(event.date),
      cy: y(event.range[0]),
      r: isEdge ? 5 : 3.5,
    });
    $dot.append(shape('title', {}, says[at]));
    return $dot;
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
    const place = { x: isLate ? at - 4 : at + 4, y: LANES.windows, 'text-anchor': isLate ? 'end' : 'start' };
    return [shape('text', { class: 'chart__label', ...place }, say(outlook.window, { from }))];
  });
}
