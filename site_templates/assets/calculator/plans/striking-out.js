/**
 * What somebody can't or won't change: ticked off by indicator, taken back by taking the tick away.
 */
import { copyOf, say, slot } from '../page.js';

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
    const names = excluded().map((code) => data.indicators[code]?.title ?? code);
    $title.textContent = names.length > 0 ? say(plans.struck, { names: names.join('、') }) : plans.strike;
  };
  /** Keep those that are struck out, and the one that has the focus, where they are. @param {string[]} codes */
  const offer = (codes) => {
    for (const $box of boxes()) {
      const isKept = $box.checked || codes.includes($box.value) || $box === document.activeElement;
      if (!isKept) $box.closest('label')?.remove();
    }
    const known = new Set(boxes().map(($box) => $box.value));
    $list.append(...codes.filter((code) => !known.has(code)).map((code) => boxOf(code, data)));
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
 * @param {string} code
 * @param {import('../page.js').PageData} data
 */
function boxOf(code, data) {
  const $label = copyOf('plans-indicator');
  const $box = slot($label, 'box');
  $box.value = code;
  slot($label, 'name').textContent = data.indicators[code]?.title ?? code;
  return $label;
}
