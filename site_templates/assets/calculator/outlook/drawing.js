/**
 * The plane that a line of points over days is drawn on, and its shapes.
 */
import { dayNumber } from './days.js';

const SVG = 'http://www.w3.org/2000/svg';
export const HEIGHT = 240;
export const MARGIN = { top: 44, right: 12, bottom: 28, left: 36 };
/** The lowest point keeps so far from the axis. */
const ABOVE_AXIS = 12;

/** @typedef {import('../contract.js').Timeline} Timeline */

/**
 * Where days and points lie on the picture.
 *
 * @param {Timeline} timeline
 * @param {number} width
 */
export function planeOf({ on, until, events, standard_score }, width) {
  const scores = [standard_score, ...events.flatMap(({ score }) => score ?? [])];
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  const [first, last] = [dayNumber(on), dayNumber(until)];
  const inner = { width: width - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom - ABOVE_AXIS };
  return {
    low,
    high,
    right: width - MARGIN.right,
    x: (/** @type {string} */ date) => MARGIN.left + ((dayNumber(date) - first) / (last - first || 1)) * inner.width,
    y: (/** @type {number} */ score) => MARGIN.top + ((high - score) / (high - low || 1)) * inner.height,
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
