/**
 * The page's script lives: what is said where it does not (components/unstarted) goes away, and what a copy of the page has to say
 * is put ready (components/saved).
 */
export function showAlive() {
  for (const $saved of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-saved]'))) $saved.hidden = false;
  document.getElementById('unstarted')?.remove();
  document.documentElement.classList.remove('is-unstarted');
}
