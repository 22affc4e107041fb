/**
 * Share the answers: as a link to copy, or as its QR code to scan. Both are made in the page.
 */
import { asDate } from '../form/reading-text.js';
import { linkTo } from '../keeping/link.js';
import { editionOn, onPress, slot } from '../page.js';
import { linkAddress } from './address.js';
import { copyText } from './copying.js';
import { drawSquares, squaresOf } from './qr.js';

/**
 * @param {HTMLElement} $page
 * @param {import('../page.js').Context} context
 */
export function openSharing($page, { store, data, words: { link: words } }) {
  const $qr = slot($page, 'qr');
  const $button = /** @type {HTMLElement} */ ($page.querySelector('[data-action="qr"]'));
  const tell = (/** @type {string} */ note) => (slot($page, 'kept-note').textContent = note);
  const show = (/** @type {boolean} */ isShown) => {
    $qr.hidden = !isShown;
    $button.setAttribute('aria-expanded', String(isShown));
  };
  /** The answers as a link, with the day that they are meant for. @param {string} address */
  const linkOf = (address) => {
    const { on, kept, readings } = store.state;
    const edition = editionOn(asDate(on), data)?.code ?? '';
    return linkTo(address, { on, kept, readings, edition, change: data.changes[0] });
  };
  const drawn = () => {
    const squares = squaresOf(linkOf(linkAddress(data)));
    if (!squares) return words.too_long;
    drawSquares(slot($qr, 'qr-picture'), squares);
    show(true);
    return words.qr_drawn;
  };

  // What was made of other answers, and what was said of it, is no longer true.
  store.subscribe(['on', 'kept', 'readings'], () => {
    show(false);
    slot($page, 'to-copy').hidden = true;
    tell('');
  });
  onPress($page, {
    link: () => {
      const address = linkAddress(data);
      if (address) void copyText($page, linkOf(address), words);
      else tell(words.nowhere);
    },
    qr: () => {
      if ($qr.hidden) tell(linkAddress(data) ? drawn() : words.nowhere);
      else show(false);
    },
  });
}
