/**
 * The script of the guide's pages on the site. It is bundled as a plain script, as a page that was opened from a file
 * may not load modules; for the same reason the index of the search is a script and not fetched.
 */
import { quietly } from './kept.js';
import { openGuide } from './open.js';

openGuide({
  loadRows: (address) =>
    new Promise((resolve, reject) => {
      const $script = document.createElement('script');
      $script.src = address;
      $script.addEventListener('error', reject);
      $script.addEventListener('load', () => resolve(/** @type {any} */ (globalThis).searchIndex));
      document.head.append($script);
    }),
  asked: () =>
    (quietly(() => decodeURIComponent(location.hash.slice(1))) || new URLSearchParams(location.search).get('q')) ?? '',
  keepAsked: (text) => history.replaceState(null, '', `#${encodeURIComponent(text)}`),
});
