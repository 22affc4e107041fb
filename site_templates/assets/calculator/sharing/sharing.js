/**
 * Share the answers: as a link to copy, or as its QR code to scan. Both are made in the page.
 */
import { linkAddress } from './address.js';
import { copyText } from './copying.js';
import { slot } from '../page.js';
import { drawSquares, squaresOf } from './qr.js';

/**
 * @param {ParentNode} $page
 * @param {ReturnType<typeof import('../keeping/keeping.js').openKeeping>} keeping
 * @param {import('../page.js').PageData} data
 * @param {import('../page.js').Words} words
 */
export function openSharing($page, keeping, data, { link: words }) {
  const $qr = slot($page, 'qr');
  const $button = /** @type {HTMLElement} */ ($page.querySelector('[data-action="qr"]'));
  const tell = (/** @type {string} */ note) => (slot($page, 'kept-note').textContent = note);
  const show = (/** @type {boolean} */ isShown) => {
    $qr.hidden = !isShown;
    $button.setAttribute('aria-expanded', String(isShown));
  };
  const hide = () => show(false);
  /** The answers have changed: what was made of the old ones, and what was said of it, is no longer true. */
  const forget = () => {
    hide();
    slot($page, 'to-copy').hidden = true;
    tell('');
  };

  const drawn = () => {
    const squares = squaresOf(keeping.link(linkAddress(data)));
    if (!squares) return words.too_long;
    drawSquares(slot($qr, 'qr-picture'), squares);
    show(true);
    return words.qr_drawn;
  };

  return {
    /** @type {import('../companion.js').Companion} */
    companion: { ask: forget, drop: forget, again: () => {} },
    actions: {
      link: () => {
        const address = linkAddress(data);
        if (address) void copyText($page, keeping.link(address), words);
        else tell(words.nowhere);
      },
      qr: () => {
        if ($qr.hidden) tell(linkAddress(data) ? drawn() : words.nowhere);
        else hide();
      },
    },
  };
}
