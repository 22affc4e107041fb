/*
 * A page of the calculator that was saved, or opened from a folder: browsers run no modules there, so nothing is
 * calculated, and the page says so. A plain script, because those still run.
 */
if (location.protocol === 'file:') {
  for (const $words of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-saved]'))) $words.hidden = false;
  const $unstarted = document.getElementById('unstarted');
  if ($unstarted) $unstarted.hidden = true;
  // Nor are places kept free for what only the calculator would fill.
  const $lives = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('calc-live:not([data-saved])'));
  if (!customElements.get('calc-live')) for (const $live of $lives) $live.hidden = true;
}
