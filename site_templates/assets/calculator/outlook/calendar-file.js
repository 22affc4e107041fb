/**
 * A timeline as an iCalendar file: days on which the standard score is reached, lost or the score falls, the windows in
 * which the permit is endorsed, and the days from which our own data say no more.
 */
import { daysLater } from './days.js';
import { causesOf } from './outlook-words.js';
import { say } from '../page.js';
import { lateInWords } from './renewals.js';

/** A line of the file has at most so many bytes (RFC 5545, 3.1). */
const MOST_BYTES = 75;

/**
 * @typedef {import('../contract.js').Timeline} Timeline
 * @typedef {{ date: string, to?: string, summary: string, description: string }} Entry from one day to another, included
 */

/**
 * @param {Timeline} timeline
 * @param {import('../page.js').PageData} data
 * @param {import('../page.js').Words} words
 * @param {import('./renewals.js').Renewal[]} renewals
 */
export function calendarText(timeline, data, words, renewals) {
  const { outlook } = words;
  const facts = data.renewal;
  const endorsed = facts ? renewals.map((renewal) => renewalEntry(renewal, facts, words)) : [];
  const entries = [...entriesOf(timeline, data, outlook), ...endorsed];
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//hujifen//calculator//ZH',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(outlook.calendar_name)}`,
    ...entries.flatMap((entry, at) => linesOf(entry, at, stamp)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/**
 * @param {Timeline} timeline
 * @param {import('../page.js').PageData} data
 * @param {Record<string, string>} outlook
 * @returns {Entry[]}
 */
function entriesOf(timeline, data, outlook) {
  const { events, windows } = timeline;
  const reached = new Set(windows.map(({ from }) => from));
  const meets = (/** @type {{ date: string }} */ { date }) => windows.some(({ from, to }) => from <= date && (to === null || date <= to));
  const entries = events.flatMap((event, at) => {
    const before = events[at - 1];
    const description = causesOf(event, at === 0, data, outlook).join('\n');
    const entry = (/** @type {string} */ summary) => [{ date: event.date, summary: say(summary, event), description }];
    if (reached.has(event.date)) return entry(outlook.calendar_reaches);
    if (before && meets(before) && !meets(event)) return entry(outlook.calendar_loses);
    return before && event.changes.some(({ change }) => change < 0) ? entry(outlook.calendar_falls) : [];
  });
  const lapses = [
    { date: timeline.beyond_edition_from, summary: outlook.calendar_edition, description: '' },
    { date: timeline.unverified_from, summary: outlook.calendar_unverified, description: '' },
  ];
  return [...entries, ...lapses.filter(({ date }) => date)].map((entry) => ({ ...entry, date: String(entry.date) }));
}

/**
 * @param {import('./renewals.js').Renewal} renewal
 * @param {import('./renewals.js').RenewalFacts} facts
 * @param {import('../page.js').Words} words
 * @returns {Entry}
 */
function renewalEntry({ from, to }, facts, words) {
  return { date: from, to, summary: say(words.outlook.calendar_renewal, { to }), description: lateInWords(facts, words) };
}

/**
 * @param {Entry} entry
 * @param {number} at
 * @param {string} stamp
 */
function linesOf({ date, to, summary, description }, at, stamp) {
  return [
    'BEGIN:VEVENT',
    `UID:${date}-${at}@hujifen`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
    // The end is the first day after it.
    ...(to ? [`DTEND;VALUE=DATE:${daysLater(to, 1).replaceAll('-', '')}`] : []),
    `SUMMARY:${escaped(summary)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
}

/** @param {string} line */
function folded(line) {
  const encoder = new TextEncoder();
  const parts = [''];
  for (const character of line) {
    const longer = parts.at(-1) + character;
    if (encoder.encode(longer).length > MOST_BYTES) parts.push(` ${character}`);
    else parts[parts.length - 1] = longer;
  }
  return parts.join('\r\n');
}
