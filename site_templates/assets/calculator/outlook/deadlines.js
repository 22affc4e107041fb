/**
 * Days by which the standard score has to stand, such as a child's exam: whether it does, and what would undo it.
 */
import { copyOf, say, slot } from '../page.js';
import { daysLater } from './days.js';
import { causesOf } from './outlook-words.js';

/**
 * @typedef {{
 *   code: string, title: string, years_before: number, month: number, day: number,
 *   says: string, needs: string, breaks: string, authority: string,
 * }} Deadline
 * @typedef {{ deadline: Deadline, year: number, date: string }} Due
 * @typedef {import('../contract.js').Timeline} Timeline
 */

/** A year that can be meant lies so far ahead at most. */
const MOST_YEARS = 25;

/**
 * @param {HTMLElement} $outlook
 * @param {import('../page.js').Context} context
 * @param {() => void} changed
 */
export function openDeadlines($outlook, { data, words }, changed) {
  const $part = slot($outlook, 'deadlines');
  const fieldOf = (/** @type {Deadline} */ { code }) => /** @type {HTMLInputElement} */ ($part.querySelector(`[data-deadline="${code}"]`));
  $part.addEventListener('change', changed);
  return {
    /**
     * Those whose year was named, each with its day; years that can't be meant are said and left out.
     *
     * @param {string} on
     * @returns {Due[]}
     */
    due(on) {
      const first = Number(on.slice(0, 4));
      return data.deadlines.flatMap((deadline) => {
        const $field = fieldOf(deadline);
        const text = $field.value.normalize('NFKC').replace(/[\s年]/g, '');
        const year = Number(text);
        const isMeant = year >= first && year <= first + MOST_YEARS;
        if (text !== '' && !isMeant) $field.setAttribute('aria-invalid', 'true');
        else $field.removeAttribute('aria-invalid');
        return text !== '' && isMeant ? [{ deadline, year, date: dayOf(deadline, year) }] : [];
      });
    },
    /** @param {Timeline} timeline @param {Due[]} due */
    show(timeline, due) {
      const rows = due.map((each) => {
        const $row = copyOf('deadline-row');
        slot($row, 'says').textContent = inWords(timeline, each, data, words.outlook).join('');
        slot($row, 'certainty').textContent = words.authority[each.deadline.authority];
        slot($row, 'certainty').classList.add(`certainty--${each.deadline.authority}`);
        return $row;
      });
      const invalid = $part.querySelector('[aria-invalid="true"]');
      slot($part, 'deadline-wrong').textContent = invalid ? say(words.outlook.deadline_wrong, { year: timeline.on.slice(0, 4) }) : '';
      slot($part, 'deadline-answers').hidden = rows.length === 0;
      slot($part, 'deadline-answers').replaceChildren(...rows);
    },
    clear() {
      for (const deadline of data.deadlines) {
        fieldOf(deadline).value = '';
        fieldOf(deadline).removeAttribute('aria-invalid');
      }
      slot($part, 'deadline-answers').replaceChildren();
    },
  };
}

/**
 * Whether the score stands on the day, until when, and what would undo it.
 *
 * @param {Timeline} timeline
 * @param {Due} due
 * @param {import('../page.js').PageData} data
 * @param {Record<string, string>} outlook
 * @returns {string[]} sentences
 */
function inWords(timeline, { deadline, year, date }, data, outlook) {
  const { on, standard_score: standard, windows, possible_windows: possible, apply_pauses: pauses = [], events } = timeline;
  const holds = (/** @type {{ from: string, to: string | null }} */ { from, to }) => from <= date && (to === null || date <= to);
  const about = { ...deadline, year, date, standard };
  const asked = say(outlook.deadline, about);
  if (date < on) return [asked, outlook.deadline_past];
  const window = windows.find(holds);
  const pause = pauses.find(holds);
  const ends = window?.to ?? null;
  const fall = events.find((event) => ends !== null && event.date === daysLater(ends, 1));
  const sentences = [asked];
  if (!window && possible.some(holds)) sentences.push(say(outlook.deadline_perhaps, about));
  else if (!window) {
    const later = windows.find(({ from }) => from > date);
    sentences.push(say(outlook.deadline_short, about), later ? say(outlook.deadline_later, { ...later }) : '');
  } else if (ends === null) sentences.push(say(outlook.deadline_stands, about));
  else sentences.push(say(outlook.deadline_until, { ...about, to: ends, why: fall ? causesOf(fall, false, data, outlook).join('；') : '' }));
  if (pause) sentences.push(say(outlook.deadline_pause, { why: pause.because.map((title) => say(outlook.condition, { title })).join('、') }));
  return [...sentences, say(outlook.deadline_needs, about), outlook.deadline_notice];
}

/** @param {Deadline} deadline @param {number} year */
function dayOf({ years_before: before, month, day }, year) {
  return [String(year - before), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
}
