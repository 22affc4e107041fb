/**
 * Pasted lines into the ledger; what is not understood is said line by line and stays in the box.
 */
import { keptRow } from './ledger-field.js';
import { copyOf, say, slot } from '../page.js';

/** @typedef {{ line: number, text: string, why: string }} Line */

/**
 * @param {HTMLElement} $ledger
 * @param {import('../../engine/client.js').Engine} engine
 * @param {import('../page.js').Words} words
 * @param {(kept: string[]) => void} add
 */
export async function readPaste($ledger, engine, words, add) {
  /** @type {HTMLTextAreaElement} */
  const $paste = slot($ledger, 'paste');
  const $sum = slot($ledger, 'paste-sum');
  slot($ledger, 'paste-report').hidden = false;
  $sum.textContent = words.script.waiting;
  try {
    const answer = JSON.parse(await engine.call('paste_json', JSON.stringify({ lines: $paste.value })));
    const { contributions, not_understood: left, skipped } = answer;
    add(contributions.map(keptRow));
    $paste.value = left.map((/** @type {Line} */ { text }) => text).join('\n');
    $sum.textContent = sumOf(contributions.length, left.length, words.ledger);
    const lines = [...left.map(lineRow(words.ledger.line)), ...skipped.map(lineRow(words.ledger.skipped))];
    slot($ledger, 'paste-lines').replaceChildren(...lines);
  } catch (error) {
    const reason = /** @type {any} */ (error).reason ?? 'unknown';
    $sum.textContent = say(words.script.failed_call, { reason: words.failure[reason] });
  }
}

/**
 * @param {number} count
 * @param {number} left
 * @param {Record<string, string>} ledger
 */
function sumOf(count, left, ledger) {
  if (left > 0) return say(ledger.pasted_left, { count, left });
  return count > 0 ? say(ledger.pasted, { count }) : ledger.pasted_none;
}

/** @param {string} sentence */
function lineRow(sentence) {
  return (/** @type {Line} */ line) => {
    const $line = copyOf('paste-line');
    $line.textContent = say(sentence, line);
    return $line;
  };
}
