/**
 * The months of the look-back windows: what was paid in each, against what each tier asked for at the time, and how far back
 * each window reaches. Each month the windows move on by one. The table of months says the same in figures.
 */
import { ask } from '../asking.js';
import { monthWords } from '../ledger/ledger-words.js';
import { shape } from '../outlook/drawing.js';
import { shownFigure } from '../figures.js';
import { say, slot } from '../page.js';

const HEIGHT = 280;
const MARGIN = { right: 84, bottom: 26, left: 4 };
/** The windows have a lane each above the plane. */
const LANE = 22;
const TEXT_HEIGHT = 14;

/**
 * @typedef {import('../contract.js').LedgerView} LedgerView
 * @typedef {{ years: { from: string, to: string, tiers: { multiple: string, base: string }[] }[] }} YearsView as far as it is drawn
 */

/**
 * @param {HTMLElement} $view of the ledger
 * @param {import('../page.js').Context} context
 */
export function openTiers($view, { engine, store, words }) {
  const $picture = slot($view, 'tiers');
  /** @type {{ ledger: LedgerView, years: YearsView } | undefined} */
  let drawn;
  const draw = () => {
    const width = $picture.clientWidth;
    if (!drawn || width === 0) return;
    $picture.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
    $picture.replaceChildren(...shapesOf(drawn.ledger, drawn.years, width, words.ledger));
  };
  new ResizeObserver(draw).observe($picture.parentElement);
  /** @param {LedgerView} ledger */
  return async (ledger) => {
    const { request } = store.state;
    if (!request) return;
    const years = await ask(engine, 'years_json', { policy: request.policy, on: request.on });
    if ('error' in years || request !== store.state.request) return;
    drawn = { ledger, years };
    draw();
  };
}

/**
 * @param {LedgerView} ledger
 * @param {YearsView} years
 * @param {number} width
 * @param {Record<string, string>} words
 */
function shapesOf({ months, counts }, { years }, width, words) {
  const windows = [...new Set(counts.flatMap(({ window_months: window }) => window ?? []))].sort((one, other) => other - one);
  const top = windows.length * LANE + 8;
  const bases = months.flatMap(({ base }) => (base === null ? [] : [Number(base)]));
  const tiers = years.flatMap((year) => year.tiers.map(({ base }) => Number(base)));
  const most = Math.max(...bases, ...tiers);
  const step = (width - MARGIN.left - MARGIN.right) / months.length;
  const x = (/** @type {number} */ at) => MARGIN.left + at * step;
  const bottom = HEIGHT - MARGIN.bottom;
  const y = (/** @type {number} */ amount) => bottom - (amount / most) * (bottom - top);
  const placeOf = (/** @type {string} */ month) => months.findIndex((each) => each.month === month);
  return [
    ...months.flatMap((month, at) => paid(month, x(at), step, y, bottom, words)),
    ...tierLines(years, placeOf, months.length, x, y),
    ...tierNames(years[0], x(months.length), y, words),
    ...windows.flatMap((window, lane) => bracket(window, months.length, lane * LANE + TEXT_HEIGHT, x, words)),
    ...yearMarks(months, x, bottom),
  ];
}

/**
 * What was paid in a month.
 *
 * @param {LedgerView['months'][number]} month
 * @param {number} left
 * @param {number} step
 * @param {(amount: number) => number} y
 * @param {number} bottom
 * @param {Record<string, string>} words
 */
function paid({ month, base, counts }, left, step, y, bottom, words) {
  if (base === null) return [];
  const top = y(Number(base));
  const $bar = shape('rect', { class: counts ? 'tiers__paid' : 'tiers__paid tiers__paid--not', x: left + step * 0.1, y: top, width: step * 0.8, height: bottom - top });
  $bar.append(shape('title', {}, say(words.tiers_month, { month: monthWords(month, words), base: shownFigure(base) })));
  return [$bar];
}

/**
 * Each tier as a line of steps over the contribution years.
 *
 * @param {YearsView['years']} years
 * @param {(month: string) => number} placeOf
 * @param {number} end
 * @param {(at: number) => number} x
 * @param {(amount: number) => number} y
 */
function tierLines(years, placeOf, end, x, y) {
  const multiples = years[0]?.tiers.map(({ multiple }) => multiple) ?? [];
  return multiples.map((multiple) => {
    const steps = [...years].reverse().flatMap(({ from, to, tiers }) => {
      const amount = Number(tiers.find((tier) => tier.multiple === multiple)?.base);
      const [first, last] = [Math.max(placeOf(from), 0), placeOf(to) < 0 ? end : placeOf(to) + 1];
      return [`${x(first)} ${y(amount)}`, `${x(last)} ${y(amount)}`];
    });
    return shape('path', { class: 'tiers__line', d: `M${steps.join('L')}` });
  });
}

/**
 * The tiers of the latest year by name and in yuan, beside the plane, none over another.
 *
 * @param {YearsView['years'][number] | undefined} year
 * @param {number} left
 * @param {(amount: number) => number} y
 * @param {Record<string, string>} words
 */
function tierNames(year, left, y, words) {
  let free = Infinity;
  return [...(year?.tiers ?? [])].map(({ multiple, base }) => {
    const at = Math.min(y(Number(base)) + 4, free - TEXT_HEIGHT);
    free = at;
    return shape('text', { x: left + 6, y: at }, say(words.tiers_name, { multiple, base: shownFigure(base) }));
  });
}

/**
 * How far back a window reaches.
 *
 * @param {number} window months
 * @param {number} end
 * @param {number} at
 * @param {(at: number) => number} x
 * @param {Record<string, string>} words
 */
function bracket(window, end, at, x, words) {
  const [left, right] = [x(Math.max(0, end - window)), x(end)];
  return [
    shape('path', { class: 'chart__axis tiers__window', d: `M${left} ${at + 7}V${at + 3}H${right}V${at + 7}` }),
    shape('text', { x: right, y: at, 'text-anchor': 'end' }, say(words.tiers_window, { window })),
  ];
}

/**
 * @param {LedgerView['months']} months
 * @param {(at: number) => number} x
 * @param {number} bottom
 */
function yearMarks(months, x, bottom) {
  const marks = months.flatMap(({ month }, at) => {
    if (!month.endsWith('-01')) return [];
    return [
      shape('line', { class: 'chart__tick', x1: x(at), x2: x(at), y1: bottom, y2: bottom + 5 }),
      shape('text', { x: x(at), y: HEIGHT - 6 }, month.slice(0, 4)),
    ];
  });
  return [shape('line', { class: 'chart__axis', x1: x(0), x2: x(months.length), y1: bottom, y2: bottom }), ...marks];
}
