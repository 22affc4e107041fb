/**
 * What is assumed of the months to come: paid as now, at another base, paused until a month, or not paid at all.
 */
import { besideForm } from '../form/beside.js';
import { YUAN, asMonth, asNumber } from '../form/reading-text.js';
import { slot } from '../page.js';

/** @typedef {{ base?: string | null, from?: string }} Assume the engine's word for it */
/** @typedef {'as_now' | 'other_base' | 'pause' | 'stop'} Way */

/** Where the engine says that it is wrong. */
const FIELDS = { base: 'assume.base', month: 'assume.from' };
/** The ways that have a field of their own. @type {Record<keyof typeof FIELDS, Way[]>} */
const NEEDED = { base: ['other_base', 'pause'], month: ['pause'] };

/**
 * @param {HTMLElement} $outlook
 * @param {() => void} changed
 */
export function openComingMonths($outlook, changed) {
  const $ways = slot($outlook, 'coming-months');
  const part = (/** @type {string} */ name) => slot($outlook, `coming-${name}-part`);
  const base = besideForm(slot($outlook, 'coming-base'), slot($outlook, 'coming-base-wrong'), (text) => asNumber(text, YUAN), changed);
  const month = besideForm(slot($outlook, 'coming-month'), slot($outlook, 'coming-month-wrong'), asMonth, changed);
  /** What the engine has refused: the same is not asked for again. */
  let refused = '';
  let hasLedger = false;

  const way = () => /** @type {Way} */ ($ways.querySelector('input:checked').value);
  const setWay = (/** @type {Way} */ wanted) => ($ways.querySelector(`[value="${wanted}"]`).checked = true);
  const show = () => {
    slot($ways, 'coming-other-base').hidden = !hasLedger;
    if (!hasLedger && way() === 'other_base') setWay('as_now');
    part('base').hidden = !hasLedger || !NEEDED.base.includes(way());
    part('month').hidden = !NEEDED.month.includes(way());
  };
  /** @returns {Assume | undefined} */
  const wanted = () => {
    const typed = hasLedger ? base.value() : undefined;
    switch (way()) {
      case 'stop':
        return { base: null };
      case 'other_base':
        return typed === undefined ? undefined : { base: typed };
      case 'pause':
        return month.value() === undefined ? undefined : { from: month.value(), ...(typed === undefined ? {} : { base: typed }) };
      default:
        return undefined;
    }
  };

  $ways.addEventListener('change', (/** @type {Event} */ { target }) => {
    if (/** @type {HTMLInputElement} */ (target).type !== 'radio') return;
    show();
    changed();
  });
  return {
    /**
     * What to ask for, without what was refused.
     *
     * @param {boolean} isLedger whether months are known by their bases
     * @returns {Assume | undefined}
     */
    assume(isLedger) {
      hasLedger = isLedger;
      show();
      const asked = wanted();
      if (asked && JSON.stringify(asked) === refused) return undefined;
      refused = '';
      base.refuseOnceLeft();
      month.refuseOnceLeft();
      return asked;
    },
    /**
     * Say at its field what the engine refuses.
     *
     * @param {import('../contract.js').Refusal} error
     * @returns {boolean} whether it is about what is typed here
     */
    refuse({ path, message }) {
      if (!path.startsWith('assume')) return false;
      refused = JSON.stringify(wanted());
      (path === FIELDS.month ? month : base).refuseOnceLeft(message);
      return true;
    },
    clear() {
      base.clear();
      month.clear();
      refused = '';
      setWay('as_now');
      show();
    },
  };
}
