/**
 * The score over time: one sentence, a line with its table twin, assumptions; as a calendar file and as text.
 */
import { calendarText } from './calendar-file.js';
import { drawTimeline } from './chart.js';
import { createCompanion } from '../companion.js';
import { copyText } from '../sharing/copying.js';
import { yearsLater } from './days.js';
import { asText, causesOf, headline, windowsAfter } from './outlook-words.js';
import { copyOf, say, slot } from '../page.js';
import { readDate } from '../form/reading-text.js';
import { renewalInWords, renewalsOf } from './renewals.js';
import { saveText } from '../keeping/saving.js';
import { readTyped, refuse } from '../form/typed.js';

const QUIET_MS = 500;

/**
 * @typedef {{ indicator: string, points: number, was: number, change: number, because: string }} Change
 * @typedef {{ date: string, score: number | null, range: [number, number], changes: Change[] }} TimelineEvent
 * @typedef {{
 *   on: string, until: string, standard_score: number, first_date: string | null,
 *   windows: { from: string, to: string | null }[], events: TimelineEvent[], assumptions: string[],
 *   beyond_edition_from?: string, unverified_from?: string,
 * }} Timeline
 */

/**
 * @param {ParentNode} $page
 * @param {import('../../engine/client.js').Engine} engine
 * @param {import('../page.js').PageData} data
 * @param {import('../page.js').Words} words
 * @param {(timeline: Timeline | undefined) => void} shown
 */
export function openOutlook($page, engine, data, words, shown) {
  const $outlook = slot($page, 'outlook');
  const $base = slot($outlook, 'outlook-base');
  const $years = slot($outlook, 'outlook-years');
  const $ends = slot($outlook, 'outlook-ends');
  /** @type {Timeline | undefined} */
  let timeline;
  const draw = () => timeline && drawTimeline(slot($outlook, 'chart'), timeline, words.outlook);
  new ResizeObserver(draw).observe(slot($outlook, 'chart').parentElement);

  /** When the permit is to be endorsed, in words: empty where its end is not known. */
  const renewal = () => {
    const ends = readDate($ends.value);
    return timeline && ends ? renewalInWords(ends, timeline.on, data.renewal, words) : '';
  };
  const showRenewal = () => {
    const isWrong = $ends.value.trim() !== '' && !readDate($ends.value);
    $ends.setAttribute('aria-invalid', String(isWrong));
    slot($outlook, 'outlook-renewal').textContent = isWrong ? words.script.error_date : renewal();
  };

  /** While it is typed, only that nothing is wrong any more. @param {{ isTyping: boolean }} [now] */
  const showBase = ({ isTyping } = { isTyping: false }) => {
    const { mistake } = readTyped($base, words);
    const $wrong = slot($outlook, 'outlook-base-wrong');
    if (mistake && isTyping && $wrong.hidden) return;
    refuse($base, $wrong, mistake?.words ?? '');
  };

  const companion = createCompanion(engine, 'timeline_json', {
    quiet: QUIET_MS,
    about: (request) => {
      slot($outlook, 'outlook-base-part').hidden = !request.answers.contributions;
      const { value: base } = readTyped($base, words);
      const assume = request.answers.contributions && base !== undefined ? { assume: { base: String(base) } } : {};
      return { ...request, until: yearsLater(request.on, Number($years.value)), ...assume };
    },
    hide(error) {
      close(error && (error.path === 'answers' ? words.outlook.open : error.message));
    },
    show(answer) {
      const { events } = /** @type {Timeline} */ (answer);
      const isOpen = events.some(({ range: [low, high] }) => low !== high);
      if (isOpen) close(words.outlook.open);
      else if (events.every(({ score }) => score === null)) close(words.outlook.vetoed);
      else open(answer);
    },
  });

  /** There is nothing to show; a reason, where there is one, is said. @param {string} [reason] */
  function close(reason) {
    timeline = undefined;
    $outlook.hidden = !reason;
    slot($outlook, 'outlook-open').hidden = true;
    slot($outlook, 'outlook-closed').textContent = reason ?? '';
    slot($outlook, 'outlook-sentence').textContent = '';
    shown(undefined);
  }

  /** @param {Timeline} answer */
  function open(answer) {
    timeline = answer;
    fillOutlook($outlook, answer, data, words);
    showRenewal();
    $outlook.hidden = false;
    draw();
    shown(answer);
  }

  $years.addEventListener('change', () => companion.renew());
  $base.addEventListener('input', () => {
    showBase({ isTyping: true });
    companion.renew();
  });
  $base.addEventListener('change', () => showBase());
  $ends.addEventListener('change', showRenewal);
  return {
    companion,
    /** What was typed here, with the answers. */
    forget() {
      $base.value = '';
      $ends.value = '';
      showBase();
      showRenewal();
    },
    actions: {
      'copy-outlook': () => timeline && void copyText($outlook, asText(timeline, data, words.outlook, renewal()), words.script),
      calendar: () => {
        if (!timeline) return;
        const name = say(words.outlook.calendar_file, timeline);
        const ends = readDate($ends.value);
        const renewals = ends ? renewalsOf(ends, timeline.until, data.renewal) : [];
        saveText(calendarText(timeline, data, words, renewals), name, 'text/calendar');
        slot($outlook, 'kept-note').textContent = say(words.outlook.calendar_saved, { name });
      },
    },
  };
}

/**
 * @param {HTMLElement} $outlook
 * @param {Timeline} timeline
 * @param {import('../page.js').PageData} data
 * @param {import('../page.js').Words} words
 */
function fillOutlook($outlook, timeline, data, words) {
  const later = windowsAfter(timeline, words.outlook);
  slot($outlook, 'outlook-closed').textContent = '';
  slot($outlook, 'outlook-open').hidden = false;
  slot($outlook, 'outlook-sentence').textContent = headline(timeline, words.outlook);
  slot($outlook, 'outlook-windows').hidden = later.length === 0;
  fillList(slot($outlook, 'outlook-windows'), 'outlook-window', later);
  fillList(slot($outlook, 'outlook-assumptions'), 'outlook-assumption', timeline.assumptions);
  const rows = timeline.events.map((event, at) => {
    const $row = copyOf('outlook-event');
    slot($row, 'date').textContent = event.date;
    slot($row, 'score').textContent = event.score ?? words.script.no_score;
    fillList(slot($row, 'causes'), 'outlook-cause', causesOf(event, at === 0, data, words.outlook));
    return $row;
  });
  slot($outlook, 'outlook-events').replaceChildren(...rows);
}

/**
 * @param {HTMLElement} $list
 * @param {string} template
 * @param {string[]} texts
 */
function fillList($list, template, texts) {
  const entries = texts.map((text) => {
    const $entry = copyOf(template);
    $entry.textContent = text;
    return $entry;
  });
  $list.replaceChildren(...entries);
}
