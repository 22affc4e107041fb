/**
 * Sample people: one press, and the form is filled with theirs.
 */
import { keptAnswers } from '../form/form.js';

/**
 * @param {ParentNode} $page
 * @param {import('../page.js').PageData} data
 * @param {(person: import('../page.js').Person, kept: import('../form/form.js').Kept) => void} show
 */
export function offerPeople($page, data, show) {
  const press = (/** @type {Element | undefined} */ $pressed) => {
    for (const $button of $page.querySelectorAll('[data-action="person"]')) {
      $button.setAttribute('aria-pressed', String($button === $pressed));
    }
  };
  return {
    /** @param {Element} $button */
    choose($button) {
      const person = data.people.find(({ code }) => code === $button.getAttribute('data-person'));
      if (person) show(person, keptAnswers(person.answers));
      press($button);
    },
    /** The form is no longer theirs. */
    release: () => press(undefined),
  };
}
