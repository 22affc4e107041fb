/**
 * Where this page is to be found by others.
 */

/** @typedef {{ address: string }} Known the calculator's address on the site, where the build knew it */

/**
 * Where the calculator is; empty in a file on a disk whose build knew no address.
 *
 * @param {Known} known
 */
export function homeAddress({ address }) {
  return address || ownAddress();
}

/**
 * The page that a link leads to: this very one, but for a file on a disk, whose address helps nobody.
 *
 * @param {Known} known
 */
export function linkAddress({ address }) {
  return ownAddress() || address;
}

function ownAddress() {
  const { protocol, origin, pathname } = location;
  return protocol === 'file:' ? '' : origin + pathname;
}
