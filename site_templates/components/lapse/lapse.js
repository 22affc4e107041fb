/**
 * Figures lapse: what the page says about it is shown from one day to another, by Shanghai's day as the reader's clock has
 * it: the policy's days are Shanghai's.
 *
 * Everything is in the page already. [data-shown-from] and [data-shown-to], one or both, both included, are days such
 * as 2027-12-31; [data-today] gets that day. Titles and descriptions say [data-says] from [data-says-from] on.
 * What holds from a day on has places of its own, called as those that it takes the place of, and the day: a link to a
 * place that is over leads there. What holds in [data-in-editions] alone, each by its first day, waits where none of them
 * is today's; the calculator's own script then goes by the day that is asked about. It stands in the page itself, before what it
 * looks at: nothing waits for it, it runs in a page kept on a disk too, and each piece of the page is right before it is seen.
 * In the single file it is a part of the script behind the page.
 */
{
  // So far ahead of UTC all the year; the same as in calculator/form/reading-text.js, which a plain script can't import.
  const AHEAD_MS = 8 * 3_600_000;
  const today = () => new Date(Date.now() + AHEAD_MS).toISOString().slice(0, 10);

  const show = () => {
    const day = today();
    for (const $words of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-shown-from], [data-shown-to]'))) {
      const { shownFrom, shownTo } = $words.dataset;
      $words.hidden = day < (shownFrom ?? day) || day > (shownTo ?? day);
      // Data for search engines is read, hidden or not.
      if ($words.hidden && $words instanceof HTMLScriptElement) $words.remove();
    }
    for (const $says of /** @type {NodeListOf<HTMLMetaElement | HTMLTitleElement>} */ (document.querySelectorAll('[data-says-from]'))) {
      const { saysFrom = '', says = '' } = $says.dataset;
      if (day < saysFrom) continue;
      if (!($says instanceof HTMLTitleElement)) $says.content = says;
      else if ($says.text !== says) $says.text = says;
    }
    for (const $day of document.querySelectorAll('[data-today]')) if ($day.textContent !== day) $day.textContent = day;
  };

  const wait = () => {
    const $parts = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-in-editions]')]);
    const editionsOf = (/** @type {HTMLElement} */ $part) => String($part.dataset.inEditions).split(' ');
    const day = today();
    const begun = $parts.flatMap(editionsOf).filter((edition) => edition <= day).sort();
    const current = begun[begun.length - 1];
    for (const $part of $parts) if (current && !editionsOf($part).includes(current)) $part.hidden = true;
  };

  const follow = () => {
    const place = decodeURIComponent(location.hash.slice(1));
    if (!place || !document.getElementById(place)?.closest('[data-shown-to][hidden]')) return;
    const $later = [...document.querySelectorAll(`[id^="${CSS.escape(place)}--from-"]`)];
    $later.find(($place) => !$place.closest('[hidden]'))?.scrollIntoView();
  };

  const begin = () => {
    show();
    wait();
  };
  if (document.readyState === 'loading') {
    const arrival = new MutationObserver(show);
    arrival.observe(document, { childList: true, subtree: true });
    const whole = () => {
      arrival.disconnect();
      begin();
    };
    // This comes before the page's other scripts, which wait for it to be whole.
    document.addEventListener('readystatechange', whole, { once: true });
  } else {
    begin();
  }
  addEventListener('DOMContentLoaded', follow);
  addEventListener('hashchange', follow);
  // A page may stay open, or come back from the browser's memory, on a later day.
  addEventListener('pageshow', show);
  document.addEventListener('visibilitychange', show);
}
