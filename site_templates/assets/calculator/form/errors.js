/**
 * Mistakes of the form: at their field, and all at once in a summary with links.
 */
import { before, copyOf, slot } from '../page.js';
import { shownWrong } from '../store.js';
import { controlOf, focusOn, labelOf, questionAt } from './questions.js';

/** @typedef {import('../store.js').Wrong} Wrong */

/**
 * @param {HTMLElement} $summary
 * @param {import('../page.js').Context} context
 * @param {(wrong: Wrong) => HTMLElement | undefined} controlAt the control that a mistake is in, where it is one of several
 */
export function openErrors($summary, { store }, controlAt) {
  const $list = slot($summary, 'errors');
  /** @type {{ $words: HTMLElement, $control: HTMLElement | null }[]} */
  let marked = [];

  const placeOf = (/** @type {Wrong} */ wrong) => controlAt(wrong) ?? controlOf(wrong.code);
  const mark = (/** @type {Wrong} */ wrong) => {
    const $words = questionAt(wrong.code)?.querySelector('[data-slot="error"]');
    const $control = placeOf(wrong);
    if (!($words instanceof HTMLElement)) return;
    $words.textContent = wrong.message;
    $words.hidden = false;
    $control?.setAttribute('aria-invalid', 'true');
    $control?.setAttribute('aria-describedby', $words.id);
    marked.push({ $words, $control });
  };
  const unmark = () => {
    for (const { $words, $control } of marked) {
      $words.hidden = true;
      $control?.removeAttribute('aria-invalid');
      $control?.removeAttribute('aria-describedby');
    }
    marked = [];
  };
  const rowOf = (/** @type {Wrong} */ wrong) => {
    const $row = copyOf('errors-row');
    const $link = slot($row, 'link');
    $link.href = `#q-${wrong.code}`;
    $link.textContent = before(labelOf(wrong.code)) + wrong.message;
    $link.addEventListener('click', (/** @type {Event} */ event) => {
      event.preventDefault();
      focusOn(placeOf(wrong));
    });
    return $row;
  };

  store.subscribe(['wrong', 'left'], (state) => {
    const shown = shownWrong(state);
    unmark();
    shown.forEach(mark);
    $list.replaceChildren(...shown.map(rowOf));
    if (shown.length === 0) $summary.hidden = true;
  });
  return {
    /** All of them at the top, for those who asked for the result. */
    summarize() {
      $summary.hidden = false;
      focusOn($summary);
    },
  };
}
