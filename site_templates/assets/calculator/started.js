/**
 * The page's script lives: what is said where it does not (components/unstarted) goes away, and what a copy of the page has to say
 * is put ready (components/saved).
 */
export function showAlive() {
  for (const $saved of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-saved]'))) {
    $saved.hidden = false;
    // Where the style sheet did not come, it would be seen here and now.
    $saved.hidden = getComputedStyle($saved).visibility !== 'hidden';
  }
  // Of what stands for readers without scripts a copy says the same.
  for (const $without of document.querySelectorAll('main noscript')) $without.remove();
  document.getElementById('unstarted')?.remove();
  document.documentElement.classList.remove('is-unstarted');
}
