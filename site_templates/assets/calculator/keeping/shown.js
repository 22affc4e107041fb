/**
 * Answers that are shown but are not the visitor's own, kept by this tab until the first edit: they survive a reload,
 * going away and coming back, and a new build that takes over.
 */
import { keyOf, quietly } from '../../guide/kept.js';
import { carriedBy, linkTo } from './link.js';

const NAME = 'hujifen.shown';

/**
 * @typedef {import('./link.js').Carried} Carried
 * @typedef {{ person: string } | { carried: Carried }} Shown the code of a sample person, or what a link carried
 */

/**
 * @param {Shown} shown
 * @returns {boolean} whether this tab keeps it
 */
export function keepShown(shown) {
  const text = 'person' in shown ? shown.person : linkTo('', shown.carried);
  quietly(() => sessionStorage.setItem(keyOf(NAME), text));
  return quietly(() => sessionStorage.getItem(keyOf(NAME))) === text;
}

/** @returns {Shown | undefined} nothing where none are shown, or where what was kept can't be read */
export function loadShown() {
  const text = quietly(() => sessionStorage.getItem(keyOf(NAME)));
  if (!text) return undefined;
  if (!text.startsWith('#')) return { person: text };
  const carried = carriedBy(text);
  return carried && carried !== 'refused' ? { carried } : undefined;
}

export function forgetShown() {
  quietly(() => sessionStorage.removeItem(keyOf(NAME)));
}
