/**
 * A timeline in words: its headline, its windows, its events, all of it as text to copy.
 */
import { say, shownPoints } from '../page.js';

/**
 * @typedef {import('../contract.js').Timeline} Timeline
 * @typedef {import('../contract.js').TimelineEvent} TimelineEvent
 */

/**
 * When the standard score is reached first and how long it holds: what is certain, and what is possible while answers
 * are missing.
 *
 * @param {Timeline} timeline
 * @param {Record<string, string>} outlook the words
 */
export function headline({ on, until, standard_score, windows: [first], possible_windows: [possible] }, outlook) {
  if (!first && !possible) return say(outlook.never, { until, standard_score });
  if (!first) return say(outlook.only_possible, { ...possible, until, standard_score });
  if (possible && possible.from < first.from) return say(outlook.possible_then_certain, { possible: possible.from, from: first.from });
  const key = first.from === on ? 'now' : 'later';
  return first.to === null ? say(outlook[key], { ...first, until }) : say(outlook[`${key}_until`], first);
}

/**
 * When the points are enough and one may not apply.
 *
 * @param {Timeline} timeline
 * @param {Record<string, string>} outlook
 */
export function pausesInWords({ apply_pauses: pauses = [] }, outlook) {
  return pauses.map(({ because, ...span }) => {
    const why = because.map((title) => say(outlook.condition, { title })).join('、');
    return say(span.to === null ? outlook.pause_open : outlook.pause, { ...span, why });
  });
}

/**
 * What somebody is told of a day: the score, or what it lies between.
 *
 * @param {TimelineEvent} event
 * @param {Record<string, string>} outlook
 */
export function scoreOf({ score, range: [low, high] }, outlook) {
  return score === null ? say(outlook.range, { low: shownPoints(low), high: shownPoints(high) }) : shownPoints(score);
}

/**
 * @param {Timeline} timeline
 * @param {Record<string, string>} outlook
 */
export function windowsAfter({ windows }, outlook) {
  return windows.slice(1).map((window) => say(window.to === null ? outlook.again_open : outlook.again, window));
}

/**
 * @param {TimelineEvent} event
 * @param {boolean} isFirst its causes are whole sentences
 * @param {import('../page.js').PageData} data
 * @param {Record<string, string>} outlook
 */
export function causesOf({ changes }, isFirst, data, outlook) {
  return changes.map((change) => {
    const title = data.indicators[change.indicator]?.title ?? change.indicator;
    const points = isFirst || !change.range ? 'cause' : 'open_cause';
    const figures = { ...change, title, was: shownPoints(change.was), points: shownPoints(change.points) };
    return say(isFirst ? outlook.first_cause : outlook[points], figures);
  });
}

/**
 * @param {Timeline} timeline
 * @param {import('../page.js').PageData} data
 * @param {Record<string, string>} outlook
 * @param {string[]} more sentences that follow the headline
 */
export function asText(timeline, data, outlook, more) {
  const lines = timeline.events.map((event, at) => {
    const causes = causesOf(event, at === 0, data, outlook).map((cause) => cause.replace(/[。；]$/, ''));
    return say(outlook.line, { ...event, score: scoreOf(event, outlook), causes: causes.join('；') });
  });
  return [headline(timeline, outlook), ...windowsAfter(timeline, outlook), ...more, '', ...lines].join('\n');
}
