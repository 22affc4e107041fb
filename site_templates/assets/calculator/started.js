/**
 * The page's script lives: what is said where it does not (components/unstarted) goes away.
 */
export function takeAwayUnstarted() {
  document.getElementById('unstarted')?.remove();
  document.documentElement.classList.remove('is-unstarted');
}
