/**
 * The page's contents list a section that comes and goes only while it is there.
 */

/**
 * @param {HTMLElement} $page
 * @param {import('./page.js').Context} context
 */
export function openContents($page, { store }) {
  const $entries = /** @type {HTMLElement[]} */ ([...$page.querySelectorAll('.contents [data-live]')]);
  const show = () => {
    for (const $entry of $entries) {
      const id = $entry.querySelector('a')?.hash.slice(1) ?? '';
      $entry.hidden = !document.getElementById(id) || document.getElementById(id)?.closest('[hidden]') !== null;
    }
  };
  // After everybody has shown what came.
  store.subscribe(['verdict', 'timeline', 'plans'], () => queueMicrotask(show));
}
