/**
 * Mistakes of the form: at their field, and all at once in a summary with links.
 */
import { before, copyOf, slot } from '../page.js';

/** @typedef {import('./form.js').Wrong} Wrong */

/**
 * @param {ParentNode} $page
 * @param {import('./form.js').Form} form
 */
export function openErrors($page, form) {
  const $summary = slot($page, 'error-summary');
  const $list = slot($summary, 'errors');
  /** @type {Wrong[]} */
  let shown = [];

  const mark = (/** @type {Wrong} */ { code, words, $control }) => {
    const $words = form.field(code)?.$question.querySelector('[data-slot="error"]');
    if (!($words instanceof HTMLElement)) return;
    $words.textContent = words;
    $words.hidden = false;
    $control.setAttribute('aria-invalid', 'true');
    $control.setAttribute('aria-describedby', $words.id);
  };
  const unmark = (/** @type {Wrong} */ { code, $control }) => {
    const $words = form.field(code)?.$question.querySelector('[data-slot="error"]');
    if ($words instanceof HTMLElement) $words.hidden = true;
    $control.removeAttribute('aria-invalid');
    $control.removeAttribute('aria-describedby');
  };
  const list = () => {
    $list.replaceChildren(...shown.map(rowOf));
    if (shown.length === 0) $summary.hidden = true;
  };

  return {
    /** @param {Wrong[]} wrong those that are to be seen */
    show(wrong) {
      shown.forEach(unmark);
      shown = wrong;
      shown.forEach(mark);
      list();
    },
    /** All of them at the top, for those who asked for the result. */
    summarize() {
      $summary.hidden = false;
      focusOn($summary);
    },
    get count() {
      return shown.length;
    },
  };
}

/** @param {Wrong} wrong */
function rowOf({ code, label, words, $control }) {
  const $row = copyOf('errors-row');
  const $link = slot($row, 'link');
  $link.href = `#q-${code}`;
  $link.textContent = before(label) + words;
  $link.addEventListener('click', (/** @type {Event} */ event) => {
    event.preventDefault();
    focusOn($control);
  });
  return $row;
}

/**
 * Take the reader to a control: its whole question in sight, the focus on it.
 *
 * @param {HTMLElement} $control
 */
export function focusOn($control) {
  ($control.closest('fieldset') ?? $control).scrollIntoView({ block: 'start', behavior: 'instant' });
  $control.focus({ preventScroll: true });
}
