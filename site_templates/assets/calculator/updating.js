/**
 * The site keeps itself in this browser, and offers a new build of it when there is one.
 */
import { isInCharge, keepOffline } from '../engine/updates.js';
import { slot } from './page.js';

/**
 * @typedef {{ site?: string }} Manifest `site`: the way from this page to the root of the site, where it is not there
 */

/** @param {Manifest} manifest */
function scriptOf({ site = '' }) {
  return new URL(`${site}sw.js`, document.baseURI).href;
}

/**
 * Whether this page comes from what the browser has kept of the site.
 *
 * @param {Manifest} manifest
 */
export function isKept(manifest) {
  return isInCharge(scriptOf(manifest));
}

/**
 * Begin once the engine is ready, so that it takes no bandwidth from the first score; or where it can't start, and the site is kept
 * already: a newer build may be the cure.
 *
 * @param {import('../engine/client.js').Engine} engine
 * @param {Manifest} manifest
 */
export function keepCurrent(engine, manifest) {
  const keep = () => keepOffline(scriptOf(manifest), offerUpdate);
  engine.ready.then(keep, () => (isKept(manifest) ? keep() : undefined));
}

/** @param {() => void} takeOver */
function offerUpdate(takeOver) {
  const $update = slot(document, 'update');
  $update.hidden = false;
  slot($update, 'take-over').addEventListener('click', takeOver);
}
