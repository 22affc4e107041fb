/**
 * What the form says under some editions only, shown while the day that is asked about is one of theirs.
 */
import { editionOn } from '../page.js';
import { asDate } from './reading-text.js';

/**
 * @param {ParentNode} $page
 * @param {import('../page.js').Context} context
 */
export function openByEdition($page, { store, data }) {
  const $parts = /** @type {HTMLElement[]} */ ([...$page.querySelectorAll('[data-in-editions]')]);
  let edition = data.edition;
  store.subscribe(['on'], ({ on }) => {
    edition = editionOn(asDate(on), data)?.code ?? edition;
    for (const $part of $parts) $part.hidden = !String($part.dataset.inEditions).split(' ').includes(edition);
  });
}
