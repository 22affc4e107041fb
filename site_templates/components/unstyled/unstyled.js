/**
 * A style sheet that never comes would keep the page from being shown: after a while it is shown without, and takes the style on
 * should it come yet. It stands in the page itself, for whatever else has to come may not come either.
 */
{
  const PATIENCE_MS = 15_000;

  setTimeout(() => {
    for (const $link of /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll('link[rel=stylesheet]'))) {
      if ($link.sheet) continue;
      // For a style that is not the screen's Chromium does not wait; Firefox goes on waiting.
      $link.addEventListener('load', () => ($link.media = 'all'));
      $link.media = 'print';
    }
  }, PATIENCE_MS);
}
