/**
 * The names of what a site keeps in Cache Storage: sites of one host, such as a preview of it, keep apart by their paths.
 */

/** What stands behind the # of a worker's address that is started to keep its memory. */
export const KEEPING = '#keep';

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
