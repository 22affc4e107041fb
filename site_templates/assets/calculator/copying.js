/**
 * Copy text; where the browser does not let a page do that, show it ready to be copied by hand.
 */
import { slot } from './page.js';

/**
 * @param {ParentNode} $page
 * @param {string} text
 * @param {Record<string, string>} script the words
 */
export async function copyText($page, text, script) {
  const $box = slot($page, 'to-copy');
  const $said = slot($page, 'kept-note');
  try {
    await navigator.clipboard.writeText(text);
    $box.hidden = true;
    $said.textContent = script.copied;
  } catch {
    $box.hidden = false;
    $box.value = text;
    $box.focus();
    $box.select();
    $said.textContent = script.copy_by_hand;
  }
}
