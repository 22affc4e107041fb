/**
 * What somebody can't or won't do, waiting and paying or an indicator: ticked off, taken back by taking the tick away.
 */
import { copyOf, say, slot } from '../page.js';

/** The efforts that can be struck out as a whole. */
const WAIT = 'wait';
const PAY = 'pay';
/** The answer that says on which day; changing it is waiting. */
const ON = 'on';

/** @typedef {import('../contract.js').Plan} Plan */

/**
 * @param {HTMLElement} $plans
 * @param {import('../page.js').PageData} data
 * @param {import('../page.js').Words} words
 * @param {() => void} changed
 */
export function openStrikingOut($plans, data, { plans }, changed) {
  const $list = slot($plans, 'plans-indicators');
  const $title = slot($plans, 'plans-strike-title');
  /** @returns {HTMLInputElement[]} */
  const boxes = () => [...$list.querySelectorAll('input')];
  const excluded = () => boxes().filter(($box) => $box.checked).map(($box) => $box.value);

  const tell = () => {
    const names = excluded().map(nameOf);
    $title.textContent = names.length > 0 ? say(plans.struck, { names: names.join('、') }) : plans.strike;
  };
  const nameOf = (/** @type {string} */ code) => data.indicators[code]?.title ?? plans[`strike_${code}`] ?? code;
  /** Keep those that are struck out, and the one that has the focus, where they are. @param {Plan[]} found */
  const offer = (found) => {
    const codes = [...new Set(found.flatMap(codesOf))];
    for (const $box of boxes()) {
      const isKept = $box.checked || codes.includes($box.value) || $box === document.activeElement;
      if (!isKept) $box.closest('label')?.remove();
    }
    const known = new Set(boxes().map(($box) => $box.value));
    $list.append(...codes.filter((code) => !known.has(code)).map((code) => boxOf(code, nameOf(code))));
    slot($plans, 'plans-strike').hidden = boxes().length === 0;
    tell();
  };

  $list.addEventListener('change', () => {
    tell();
    changed();
  });
  tell();
  return {
    /** @returns {string[]} the indicators that no plan may use */
    excluded,
    offer,
    forget() {
      $list.replaceChildren();
      tell();
    },
  };
}

/**
 * What a plan makes use of: waiting, paying, indicators.
 *
 * @param {Plan} plan
 */
function codesOf({ changes }) {
  const paying = changes.flatMap(({ effort }) => (effort === PAY ? [PAY] : []));
  const waiting = changes.some(({ answer }) => answer === ON) ? [WAIT] : [];
  return [...waiting, ...paying, ...changes.flatMap(({ indicator }) => indicator ?? [])];
}

/**
 * @param {string} code
 * @param {string} name
 */
function boxOf(code, name) {
  const $label = copyOf('plans-indicator');
  slot($label, 'box').value = code;
  slot($label, 'name').textContent = name;
  return $label;
}
