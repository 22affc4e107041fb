/**
 * Sample people: one press, and the form is filled with theirs.
 */
import { onPress } from '../page.js';

/**
 * @param {HTMLElement} $people
 * @param {import('../page.js').Context} context
 */
export function offerPeople($people, { store, transitions }) {
  onPress($people, { person: ($pressed) => transitions.showPerson($pressed.dataset.person ?? '') });
  store.subscribe(['person'], ({ person }) => {
    for (const $button of /** @type {NodeListOf<HTMLElement>} */ ($people.querySelectorAll('[data-action="person"]'))) {
      $button.setAttribute('aria-pressed', String($button.dataset.person === person));
    }
  });
}
