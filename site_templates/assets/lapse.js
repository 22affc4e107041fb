/**
 * Figures lapse: what the page says about it is shown from one day to another, by the reader's own date.
 *
 * Everything is in the page already. [data-shown-from] (and [data-shown-to], both included) are days such as
 * 2027-12-31; [data-today] gets the reader's date. A plain script, so that it runs in a page kept on a disk too.
 */
{
  const today = () => {
    const now = new Date();
    const two = (/** @type {number} */ part) => String(part).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  const show = () => {
    const day = today();
    for (const $words of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-shown-from]'))) {
      const { shownFrom, shownTo } = $words.dataset;
      $words.hidden = day < String(shownFrom) || day > (shownTo ?? day);
    }
    for (const $day of document.querySelectorAll('[data-today]')) $day.textContent = day;
  };

  show();
  // A page may stay open, or come back from the browser's memory, on a later day.
  addEventListener('pageshow', show);
  document.addEventListener('visibilitychange', show);
}
