/**
 * Copy text; where the browser does not let a page do that, show it ready to be copied by hand.
 */
import { slot } from '../page.js';

/**
 * @param {ParentNode} $page
 * @param {string} text
 * @param {Record<string, string>} words what is said afterwards: `copied` or `copy_by_hand`
 */
export async function copyText($page, text, { copied, copy_by_hand: byHand }) {
  const $box = slot($page, 'to-copy');
  const $said = slot($page, 'kept-note');
  try {
    await navigator.clipboard.writeText(text);
    $box.hidden = true;
    $said.textContent = copied;
  } catch {
    $box.hidden = false;
    $box.value = text;
    $box.focus();
    $box.select();
    $said.textContent = byHand;
  }
}
