/**
 * The score over time: one sentence, a line with its table twin, assumptions; as a calendar file and as text.
 */
import { createCompanion } from '../companion.js';
import { asDate } from '../form/reading-text.js';
import { saveText } from '../keeping/saving.js';
import { copyOf, fillList, onPress, say, slot } from '../page.js';
import { copyText } from '../sharing/copying.js';
import { calendarText } from './calendar-file.js';
import { drawTimeline } from './chart.js';
import { openComingMonths } from './coming-months.js';
import { daysLater, yearsLater } from './days.js';
import { openDeadlines } from './deadlines.js';
import { asText, causesOf, headline, pausesInWords, scoreOf, windowsAfter } from './outlook-words.js';
import { withoutRecords } from './records.js';
import { renewalInWords, renewalsOf } from './renewals.js';

const QUIET_MS = 500;

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

  const deadlines = openDeadlines($outlook, context, () => companion.renew());
  const coming = openComingMonths($outlook, () => companion.renew());
  /** Whether records that are not answered were left out. */
  let isWithoutRecords = false;
  const companion = createCompanion(context, 'timeline_json', {
    quiet: QUIET_MS,
    about: (scored) => {
      const { request, assumed } = withoutRecords(scored, store.state.verdict, data.nothing);
      isWithoutRecords = assumed.length > 0;
      const assume = coming.assume(Boolean(request.answers.contributions));
      const ahead = { years: Number($years.value), ...(assume ? { assume } : {}) };
      if (JSON.stringify(ahead) !== JSON.stringify(store.state.ahead)) store.change({ ahead });
      const days = deadlines.due(request.on).map(({ date }) => date);
      const until = [yearsLater(request.on, ahead.years), ...days].sort().at(-1);
      return { ...request, until: String(until), ...(assume ? { assume } : {}) };
    },
    hide(error) {
      if (error && coming.refuse(error)) companion.renew();
      else close(error?.message);
    },
    show(/** @type {Timeline} */ answer) {
      if (answer.events.every(({ score, range: [, high] }) => score === null && high === 0)) close(words.outlook.vetoed);
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
    fillOutlook($outlook, timeline, assumptionsOf(timeline), context);
    $outlook.hidden = false;
    store.change({ timeline });
    deadlines.show(timeline, deadlines.due(timeline.on));
    showRenewal();
    draw();
  }

  /** @param {Timeline} timeline */
  function assumptionsOf({ assumptions }) {
    return isWithoutRecords ? [words.outlook.no_records, ...assumptions] : assumptions;
  }

  $years.addEventListener('change', companion.renew);
  $ends.addEventListener('change', showRenewal);
  store.subscribe(['origin'], ({ origin }) => {
    if (origin !== 'cleared') return;
    coming.clear();
    deadlines.clear();
    for (const $option of $years.options) $option.selected = $option.defaultSelected;
    $ends.value = '';
    showRenewal();
  });
  onPress($outlook, {
    'copy-outlook': () => {
      const { timeline } = store.state;
      if (!timeline) return;
      const said = [...pausesInWords(timeline, words.outlook), ...[renewal()].filter(Boolean)];
      const text = asText(timeline, data, words.outlook, said);
      void copyText($outlook, [text, '', words.outlook.assumptions, ...assumptionsOf(timeline)].join('\n'), words.script);
    },
    calendar: () => {
      const { timeline } = store.state;
      if (!timeline) return;
      const name = say(words.outlook.calendar_file, timeline);
      const day = ends();
      const renewals = day && data.renewal ? renewalsOf(day, timeline.until, data.renewal) : [];
      saveText(calendarText(timeline, data, words, renewals, deadlines.due(timeline.on)), name, 'text/calendar');
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
 * @param {ReadonlyArray<string>} assumptions
 * @param {import('../page.js').Context} context
 */
function fillOutlook($outlook, timeline, assumptions, { data, words: { outlook } }) {
  slot($outlook, 'outlook-closed').textContent = '';
  slot($outlook, 'outlook-open').hidden = false;
  slot($outlook, 'outlook-sentence').textContent = headline(timeline, outlook);
  fillShown('outlook-pauses', pausesInWords(timeline, outlook));
  fillShown('outlook-windows', windowsAfter(timeline, outlook));
  fillShown('outlook-notices', timeline.notices.filter(({ path }) => path.startsWith('assume')).map(({ message }) => message));
  fillShown('outlook-assumptions', assumptions);
  const rows = timeline.events.map((event, at) => {
    const $row = copyOf('outlook-event');
    slot($row, 'date').textContent = event.date;
    slot($row, 'score').textContent = scoreOf(event, outlook);
    fillList(slot($row, 'causes'), 'outlook-cause', causesOf(event, at === 0, data, outlook));
    return $row;
  });
  slot($outlook, 'outlook-events').replaceChildren(...rows);

  /** A list, hidden where it is empty. @param {string} name @param {ReadonlyArray<string>} texts */
  function fillShown(name, texts) {
    const $list = slot($outlook, name);
    $list.hidden = texts.length === 0;
    fillList($list, 'outlook-line', texts);
  }
}
