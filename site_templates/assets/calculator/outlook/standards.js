/**
 * The standard score over a span of days: an edition to come may ask for another one.
 */
import { say } from '../page.js';

/** @typedef {{ from: string, standard: number }} Standard from which day on it is asked for */

/**
 * @param {Pick<import('../page.js').PageData, 'editions'>} data
 * @param {string} on
 * @param {string} until
 * @returns {Standard[]} the first from `on` on, each of the others another than the one before
 */
export function standardsBetween({ editions }, on, until) {
  const reached = editions.filter(({ from, to }) => to >= on && from <= until);
  return reached
    .filter(({ standard_score: standard }, at) => standard !== reached[at - 1]?.standard_score)
    .map(({ from, standard_score: standard }, at) => ({ from: at === 0 ? on : from, standard }));
}

/**
 * @param {Pick<import('../page.js').PageData, 'editions'>} data
 * @param {string} on
 * @param {string} until
 * @param {import('../page.js').Words} words
 */
export function standardInWords(data, on, until, { outlook }) {
  const [first, ...later] = standardsBetween(data, on, until).map(({ from, standard }) => ({ from, points: say(outlook.points, { standard }) }));
  if (later.length === 0) return first?.points ?? '';
  return say(outlook.points_later, { first: first.points, later: later.map((each) => say(outlook.points_from, each)).join('、') });
}
