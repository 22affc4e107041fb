/**
 * The names of what a site keeps in Cache Storage: sites of one host, such as a preview of it, keep apart by their paths.
 */

/** The name of a worker that is started to keep its memory: what stands behind a # is lost where a service worker brings the script. */
export const KEEPING = 'keep';

/** @param {string} root path of the site's folder */
export function engineStore(root) {
  return `hujifen-engine:${root}`;
}

/**
 * How the names of a site's builds begin.
 *
 * @param {string} root path of the site's folder
 */
export function siteStores(root) {
  return `hujifen-site:${root}:`;
}
