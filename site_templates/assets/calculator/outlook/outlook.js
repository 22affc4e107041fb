/**
 * The score over time: one sentence, a line with its table twin, assumptions; as a calendar file and as text.
 */
import { createCompanion } from '../companion.js';
import { besideForm } from '../form/beside.js';
import { asDate, asNumber } from '../form/reading-text.js';
import { saveText } from '../keeping/saving.js';
import { copyOf, fillList, onPress, say, slot } from '../page.js';
import { copyText } from '../sharing/copying.js';
import { calendarText } from './calendar-file.js';
import { drawTimeline } from './chart.js';
import { daysLater, yearsLater } from './days.js';
import { asText, causesOf, headline, windowsAfter } from './outlook-words.js';
import { renewalInWords, renewalsOf } from './renewals.js';

const QUIET_MS = 500;
/** Where the engine says that the base from now on is wrong. */
const ASSUMED = 'assume';

/**
 * @typedef {import('../contract.js').Timeline} Timeline
 * @typedef {import('../contract.js').TimelineEvent} TimelineEvent
 */

/**
 * @param {HTMLElement} $outlook
 * @param {import('../page.js').Context} context
 */
export function openOutlook($outlook, context) {
  const { store, data, words } = context;
  const $years = slot($outlook, 'outlook-years');
  const $ends = slot($outlook, 'outlook-ends');
  const draw = () => {
    const { timeline } = store.state;
    if (timeline) drawTimeline(slot($outlook, 'chart'), timeline, words.outlook);
  };
  new ResizeObserver(draw).observe(slot($outlook, 'chart').parentElement);

  const ends = () => {
    const day = asDate($ends.value);
    return isDay(day) ? day : undefined;
  };
  /** When the permit is to be endorsed, in words: empty where its end is not known. */
  const renewal = () => {
    const { timeline } = store.state;
    const day = ends();
    return timeline && day && data.renewal ? renewalInWords(day, timeline.on, data.renewal, words) : '';
  };
  const showRenewal = () => {
    const isWrong = $ends.value.trim() !== '' && !ends();
    $ends.setAttribute('aria-invalid', String(isWrong));
    slot($outlook, 'outlook-renewal').textContent = isWrong ? words.script.error_date : renewal();
  };

  /** A base that the engine has refused: the timeline is asked without it. @type {string | undefined} */
  let refused;
  const base = besideForm(slot($outlook, 'outlook-base'), slot($outlook, 'outlook-base-wrong'), asNumber, () => companion.renew());
  const companion = createCompanion(context, 'timeline_json', {
    quiet: QUIET_MS,
    about: (request) => {
      const hasLedger = Boolean(request.answers.contributions);
      slot($outlook, 'outlook-base-part').hidden = !hasLedger;
      const wanted = base.value();
      if (wanted !== refused) {
        refused = undefined;
        base.refuseOnceLeft();
      }
      const assume = hasLedger && wanted !== undefined && wanted !== refused ? { assume: { base: wanted } } : {};
      return { ...request, until: yearsLater(request.on, Number($years.value)), ...assume };
    },
    hide(error) {
      if (error?.path.startsWith(ASSUMED)) {
        refused = base.value();
        base.refuseOnceLeft(error.message);
        companion.renew();
        return;
      }
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
    $outlook.hidden = !reason;
    slot($outlook, 'outlook-open').hidden = true;
    slot($outlook, 'outlook-closed').textContent = reason ?? '';
    slot($outlook, 'outlook-sentence').textContent = '';
    store.change({ timeline: undefined });
  }

  /** @param {Timeline} timeline */
  function open(timeline) {
    fillOutlook($outlook, timeline, context);
    $outlook.hidden = false;
    store.change({ timeline });
    showRenewal();
    draw();
  }

  $years.addEventListener('change', companion.renew);
  $ends.addEventListener('change', showRenewal);
  store.subscribe(['origin'], ({ origin }) => {
    if (origin !== 'cleared') return;
    base.clear();
    $ends.value = '';
    showRenewal();
  });
  onPress($outlook, {
    'copy-outlook': () => {
      const { timeline } = store.state;
      if (timeline) void copyText($outlook, asText(timeline, data, words.outlook, renewal()), words.script);
    },
    calendar: () => {
      const { timeline } = store.state;
      if (!timeline) return;
      const name = say(words.outlook.calendar_file, timeline);
      const day = ends();
      const renewals = day && data.renewal ? renewalsOf(day, timeline.until, data.renewal) : [];
      saveText(calendarText(timeline, data, words, renewals), name, 'text/calendar');
      slot($outlook, 'kept-note').textContent = say(words.outlook.calendar_saved, { name });
    },
  });
}

/** @param {string} day */
function isDay(day) {
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) && daysLater(day, 0) === day;
}

/**
 * @param {HTMLElement} $outlook
 * @param {Timeline} timeline
 * @param {import('../page.js').Context} context
 */
function fillOutlook($outlook, timeline, { data, words }) {
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
