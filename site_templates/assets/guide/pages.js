/**
 * The script of the guide's pages on the site. It is bundled as a plain script, as a page that was opened from a file
 * may not load modules; for the same reason the index of the search is a script and not fetched.
 */
import { quietly } from './kept.js';
import { openGuide } from './open.js';

/**
 * The rows of the index, which lies in the site's `assets`: their addresses begin at its root.
 *
 * @param {string} index
 * @returns {import('./search-words.js').Row[]}
 */
function rowsFrom(index) {
  /** @type {import('./search-words.js').Row[]} */
  const rows = /** @type {any} */ (globalThis).searchIndex;
  return rows.map(([group, title, page, address, text]) => [group, title, page, new URL(`../${address}`, index).href, text]);
}

openGuide({
  loadRows: (address) =>
    new Promise((resolve, reject) => {
      const $script = document.createElement('script');
      $script.src = address;
      $script.addEventListener('error', reject);
      $script.addEventListener('load', () => resolve(rowsFrom($script.src)));
      document.head.append($script);
    }),
  asked: () =>
    (quietly(() => decodeURIComponent(location.hash.slice(1))) || new URLSearchParams(location.search).get('q')) ?? '',
  keepAsked: (text) => history.replaceState(null, '', `#${encodeURIComponent(text)}`),
});
