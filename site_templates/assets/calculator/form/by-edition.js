/**
 * What the form says under some editions only, shown while the day that is asked about is one of theirs.
 */
import { followEdition } from './edition-asked.js';

/**
 * @param {ParentNode} $page
 * @param {import('../page.js').Context} context
 */
export function openByEdition($page, { store, data }) {
  const $parts = /** @type {HTMLElement[]} */ ([...$page.querySelectorAll('[data-in-editions]')]);
  const editionOf = followEdition(data);
  store.subscribe(['on'], ({ on }) => {
    const edition = editionOf(on);
    for (const $part of $parts) $part.hidden = !String($part.dataset.inEditions).split(' ').includes(edition);
  });
}
