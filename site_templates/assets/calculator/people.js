/**
 * Sample people: one press, and the form is filled with theirs.
 */
import { keptAnswers } from './form.js';

/**
 * @param {ParentNode} $page
 * @param {import('./page.js').PageData} data
 * @param {(person: import('./page.js').Person, kept: import('./form.js').Kept) => void} chosen
 */
export function offerPeople($page, data, chosen) {
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = $page.querySelectorAll('[data-action="person"]');
  const press = (/** @type {HTMLElement | undefined} */ $pressed) => {
    for (const $button of buttons) $button.setAttribute('aria-pressed', String($button === $pressed));
  };
  for (const $button of buttons) {
    $button.addEventListener('click', () => {
      const person = data.people.find(({ code }) => code === $button.dataset.person);
      if (!person) return;
      chosen(person, keptAnswers(person.answers));
      press($button);
    });
  }
  return { release: () => press(undefined) };
}
