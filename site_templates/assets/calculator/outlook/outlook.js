/**
 * The score over time: one sentence, a line with its table twin, assumptions; as a calendar file and as text. All words are
 * the engine's.
 */
import { createCompanion } from '../companion.js';
import { saveText } from '../keeping/saving.js';
import { copyOf, fillList, onPress, say, slot } from '../page.js';
import { copyText } from '../sharing/copying.js';
import { openBesideOutlook } from './beside-outlook.js';
import { drawTimeline } from './chart.js';
import { openComingMonths } from './coming-months.js';
import { lookingAhead } from './records.js';

const QUIET_MS = 500;

/**
 * @typedef {import('../contract.js').Outlook} Outlook
 */

/**
 * @param {HTMLElement} $outlook
 * @param {import('../page.js').Context} context
 */
export function openOutlook($outlook, context) {
  const { store, data, words } = context;
  const $years = slot($outlook, 'outlook-years');
  /** What is shown; nothing where there is nothing to show. @type {Outlook | undefined} */
  let shown;
  const draw = () => {
    if (shown) drawTimeline(slot($outlook, 'chart'), shown, data, words.outlook);
  };
  new ResizeObserver(draw).observe(slot($outlook, 'chart').parentElement);

  const beside = openBesideOutlook($outlook, () => companion.renew());
  const coming = openComingMonths($outlook, () => companion.renew());
  const companion = createCompanion(context, 'outlook_json', {
    quiet: QUIET_MS,
    about: (scored) => {
      const { request, assumed } = lookingAhead(scored, store.state.verdict, context);
      const assume = coming.assume(Boolean(request.answers.contributions));
      const ahead = { years: Number($years.value), ...(assume ? { assume } : {}) };
      if (JSON.stringify(ahead) !== JSON.stringify(store.state.ahead)) store.change({ ahead });
      return { ...request, assumed, ...ahead, ...beside.asked() };
    },
    hide(error) {
      if (error && (coming.refuse(error) || beside.refuse(error))) companion.renew();
      else close(error?.message);
    },
    show(/** @type {Outlook} */ answer) {
      if (answer.closed) close(answer.closed);
      else open(answer);
    },
  });

  /** There is nothing to show; a reason, where there is one, is said. @param {string} [reason] */
  function close(reason) {
    shown = undefined;
    $outlook.hidden = !reason;
    slot($outlook, 'outlook-open').hidden = true;
    slot($outlook, 'outlook-closed').textContent = reason ?? '';
    slot($outlook, 'outlook-sentence').textContent = '';
    store.change({ timeline: undefined });
  }

  /** @param {Outlook} answer */
  function open(answer) {
    shown = answer;
    fillOutlook($outlook, answer, context);
    $outlook.hidden = false;
    store.change({ timeline: answer.timeline });
    draw();
  }

  $years.addEventListener('change', companion.renew);
  store.subscribe(['origin'], ({ origin }) => {
    if (origin !== 'cleared') return;
    coming.clear();
    beside.clear();
    for (const $option of $years.options) $option.selected = $option.defaultSelected;
  });
  onPress($outlook, {
    'copy-outlook': () => {
      if (shown) void copyText($outlook, shown.text, words.script);
    },
    calendar: () => {
      if (!shown) return;
      saveText(shown.calendar, shown.file, 'text/calendar');
      slot($outlook, 'kept-note').textContent = say(words.outlook.calendar_saved, { name: shown.file });
    },
  });
}

/**
 * @param {HTMLElement} $outlook
 * @param {Outlook} outlook
 * @param {import('../page.js').Context} context
 */
function fillOutlook($outlook, { sentence, pauses, windows, notices, assumptions, events, deadlines, renewal }, { words }) {
  slot($outlook, 'outlook-closed').textContent = '';
  slot($outlook, 'outlook-open').hidden = false;
  slot($outlook, 'outlook-sentence').textContent = sentence;
  slot($outlook, 'outlook-renewal').textContent = renewal;
  fillShown('outlook-pauses', pauses);
  fillShown('outlook-windows', windows);
  fillShown('outlook-notices', notices);
  fillShown('outlook-assumptions', assumptions);
  const rows = events.map(({ date, score, causes }) => {
    const $row = copyOf('outlook-event');
    slot($row, 'date').textContent = date;
    slot($row, 'score').textContent = score;
    fillList(slot($row, 'causes'), 'outlook-cause', causes);
    return $row;
  });
  slot($outlook, 'outlook-events').replaceChildren(...rows);
  const due = deadlines.map(({ says, authority }) => {
    const $row = copyOf('deadline-row');
    slot($row, 'says').textContent = says;
    slot($row, 'certainty').textContent = words.authority[authority];
    slot($row, 'certainty').classList.add(`certainty--${authority}`);
    return $row;
  });
  slot($outlook, 'deadline-answers').hidden = due.length === 0;
  slot($outlook, 'deadline-answers').replaceChildren(...due);

  /** A list, hidden where it is empty. @param {string} name @param {ReadonlyArray<string>} texts */
  function fillShown(name, texts) {
    const $list = slot($outlook, name);
    $list.hidden = texts.length === 0;
    fillList($list, 'outlook-line', texts);
  }
}
