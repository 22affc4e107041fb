/**
 * The page of the search: asks for the index at the first key, and lists what was found by group.
 */
import { today } from '../calculator/form/reading-text.js';
import { say } from '../calculator/page.js';
import { part, readPart } from './part.js';
import { closest, entryOf, foundByAny, holdsOn, meant, partsOf, pieceOf } from './search-words.js';

/** So many of a group are listed. */
const AT_MOST = 6;
/** Where fewer than so many have most of the words, those that come closest are listed behind them. */
const ENOUGH = 3;

/**
 * @typedef {{
 *   loadRows: (address: string) => Promise<import('./search-words.js').Row[]>,
 *   asked: () => string,
 *   keepAsked: (text: string) => void,
 * }} Surroundings where the index comes from, and where what is asked for stands besides the field
 */

/**
 * @param {HTMLElement} $root
 * @param {Surroundings} surroundings
 */
export function openSearch($root, { loadRows, asked, keepAsked }) {
  const words = readPart($root, 'words');
  const $form = part($root, 'search');
  const $field = $form.querySelector('input');
  /** @type {import('./search-words.js').Entry[] | undefined} */
  let entries;

  const show = () => {
    const wanted = meant($field.value, words.typed);
    const exact = foundByAny(entries ?? [], wanted);
    const hits = exact.length >= ENOUGH ? exact : [...new Set([...exact, ...closest(entries ?? [], wanted)])];
    for (const $group of /** @type {NodeListOf<HTMLElement>} */ ($root.querySelectorAll('[data-found]'))) {
      const listed = hits.filter(({ group }) => group === $group.dataset.found).slice(0, AT_MOST);
      $group.hidden = listed.length === 0;
      $group.querySelector('ul')?.replaceChildren(...listed.map((entry) => rowOf(entry, wanted)));
    }
    part($root, 'start').hidden = hits.length > 0;
    part($root, 'count').textContent =
      wanted.length === 0 ? '' : say(countedBy(exact.length, hits.length, words), { count: hits.length });
    keepAsked($field.value.trim());
  };
  const search = async () => {
    try {
      entries ??= (await loadRows($form.dataset.src)).filter((row) => holdsOn(row, today())).map(entryOf);
    } catch {
      part($root, 'count').textContent = words.failed;
      return;
    }
    show();
  };

  $form.addEventListener('submit', (/** @type {Event} */ event) => event.preventDefault());
  $field.addEventListener('input', search);
  $form.hidden = false;
  part($root, 'plain').hidden = true;
  $field.value = asked();
  if ($field.value !== '') search();
}

/**
 * @param {number} exact
 * @param {number} all
 * @param {{ found: string, near: string, none: string }} words
 */
function countedBy(exact, all, words) {
  if (all === 0) return words.none;
  return exact === 0 ? words.near : words.found;
}

/**
 * @param {import('./search-words.js').Entry} entry
 * @param {import('./search-words.js').Query[]} queries
 */
function rowOf({ page, address, shown }, queries) {
  const $row = document.createElement('li');
  const $link = document.createElement('a');
  $link.href = address;
  $link.append(...marked(shown.title, queries));
  const $about = document.createElement('span');
  if (page !== shown.title) $about.append(`${page} · `);
  $about.append(...marked(pieceOf(shown.text, queries), queries));
  $row.append($link, $about);
  return $row;
}

/**
 * @param {string} text
 * @param {import('./search-words.js').Query[]} queries
 */
function marked(text, queries) {
  return partsOf(text, queries).map(({ text: piece, hit }) => {
    if (!hit) return piece;
    const $mark = document.createElement('mark');
    $mark.textContent = piece;
    return $mark;
  });
}
