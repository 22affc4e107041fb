/**
 * What matters of a timeline as an iCalendar file, with an alarm ahead of each: days to come on which the standard score is
 * reached or lost or has to stand, the windows in which the permit is endorsed, and the end of the policy.
 */
import { daysLater } from './days.js';
import { causesOf, scoreOf } from './outlook-words.js';
import { say } from '../page.js';
import { lateInWords } from './renewals.js';

/** An alarm comes so long before. */
const AHEAD = '-P14D';
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
 * @param {import('./deadlines.js').Due[]} due days by which the score has to stand
 */
export function calendarText(timeline, data, words, renewals, due) {
  const { outlook } = words;
  const facts = data.renewal;
  const endorsed = facts ? renewals.map((renewal) => renewalEntry(renewal, facts, words)) : [];
  const wanted = due.map(({ deadline, year, date }) => {
    const summary = say(outlook.calendar_deadline, { ...deadline, year, standard: timeline.standard_score });
    return { date, summary, description: deadline.needs };
  });
  /** @type {Entry[]} */
  const all = [...entriesOf(timeline, data, outlook), ...wanted, ...endorsed];
  const entries = all.filter(({ date, to = date }) => to > timeline.on);
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
    const entry = (/** @type {string} */ summary) => [
      { date: event.date, summary: say(summary, { ...event, score: scoreOf(event, outlook) }), description },
    ];
    if (reached.has(event.date)) return entry(outlook.calendar_reaches);
    return before && meets(before) && !meets(event) ? entry(outlook.calendar_loses) : [];
  });
  const end = timeline.beyond_edition_from;
  return end ? [...entries, { date: end, summary: outlook.calendar_edition, description: '' }] : entries;
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
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(summary)}`,
    `TRIGGER:${AHEAD}`,
    'END:VALARM',
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
