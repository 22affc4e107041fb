/**
 * A timeline in words: its headline, its windows, its events, all of it as text to copy.
 */
import { say } from '../page.js';

/**
 * @typedef {import('../contract.js').Timeline} Timeline
 * @typedef {import('../contract.js').TimelineEvent} TimelineEvent
 */

/**
 * When the standard score is reached first and how long it holds.
 *
 * @param {Timeline} timeline
 * @param {Record<string, string>} outlook the words
 */
export function headline({ on, until, standard_score, windows: [first] }, outlook) {
  if (!first) return say(outlook.never, { until, standard_score });
  const key = first.from === on ? 'now' : 'later';
  return first.to === null ? say(outlook[key], { ...first, until }) : say(outlook[`${key}_until`], first);
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
    return say(isFirst ? outlook.first_cause : outlook.cause, { ...change, title });
  });
}

/**
 * @param {Timeline} timeline
 * @param {import('../page.js').PageData} data
 * @param {Record<string, string>} outlook
 * @param {string} renewal a sentence, or nothing
 */
export function asText(timeline, data, outlook, renewal) {
  const lines = timeline.events.map((event, at) =>
    say(outlook.line, { ...event, causes: causesOf(event, at === 0, data, outlook).join('；') }),
  );
  const about = [headline(timeline, outlook), ...windowsAfter(timeline, outlook), ...(renewal ? [renewal] : [])];
  return [...about, '', ...lines, '', outlook.assumptions, ...timeline.assumptions].join('\n');
}
