/**
 * The plane that a line of points over days is drawn on, and its shapes.
 */
import { dayNumber } from './days.js';

const SVG = 'http://www.w3.org/2000/svg';
export const HEIGHT = 260;
/** Above the plane there are three lanes for words: nothing is written where a line may run. */
export const MARGIN = { top: 66, right: 12, bottom: 28, left: 36 };
export const LANES = { unverified: 14, edition: 32, windows: 50 };
/** The lowest point keeps so far from the axis. */
const ABOVE_AXIS = 12;
/** What is only possible is drawn so many points beyond what is certain; where it reaches further, its upper edge is not shown. */
const ROOM_ABOVE = 60;

/** @typedef {import('../contract.js').Timeline} Timeline */

/**
 * Where days and points lie on the picture.
 *
 * @param {Pick<Timeline, 'on' | 'until'> & { events: Pick<import('../contract.js').TimelineEvent, 'range'>[] }} timeline
 * @param {ReadonlyArray<{ standard: number }>} standards
 * @param {number} width
 */
export function planeOf({ on, until, events }, standards, width) {
  const certain = [...standards.map(({ standard }) => standard), ...events.map(({ range: [low] }) => low)];
  const [low, highest] = [Math.min(...certain), Math.max(...certain)];
  const high = Math.min(Math.max(highest, ...events.map(({ range }) => range[1])), highest + ROOM_ABOVE);
  const [first, last] = [dayNumber(on), dayNumber(until)];
  const inner = { width: width - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom - ABOVE_AXIS };
  return {
    low,
    high,
    right: width - MARGIN.right,
    x: (/** @type {string} */ date) => MARGIN.left + ((dayNumber(date) - first) / (last - first || 1)) * inner.width,
    /** Where points lie; those above the plane at its upper edge. */
    y: (/** @type {number} */ score) => MARGIN.top + ((high - Math.min(score, high)) / (high - low || 1)) * inner.height,
  };
}

/** @typedef {ReturnType<typeof planeOf>} Plane */

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 */
export function shape(name, attributes, text) {
  const $shape = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) $shape.setAttribute(attribute, String(value));
  if (text !== undefined) $shape.textContent = text;
  return $shape;
}
