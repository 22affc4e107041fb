/**
 * The site keeps itself in this browser, and offers a new build of it when there is one.
 */
import { keepOffline } from '../engine/updates.js';
import { slot } from './page.js';

/**
 * Begin once the engine is ready, so that it takes no bandwidth from the first score; or where it can't start, and the site is kept
 * already: a newer build may be the cure.
 *
 * @param {import('../engine/client.js').Engine} engine
 * @param {{ site?: string }} manifest `site`: the way from this page to the root of the site, where it is not there
 */
export function keepCurrent(engine, { site = '' }) {
  const keep = () => keepOffline(new URL(`${site}sw.js`, document.baseURI).href, offerUpdate);
  engine.ready.then(keep, () => navigator.serviceWorker?.controller && keep());
}

/** @param {() => void} takeOver */
function offerUpdate(takeOver) {
  const $update = slot(document, 'update');
  $update.hidden = false;
  slot($update, 'take-over').addEventListener('click', takeOver);
}
