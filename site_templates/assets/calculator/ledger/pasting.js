/**
 * Pasted lines into the ledger; what is not understood is said line by line and stays in the box, and in this tab when the page
 * comes anew.
 */
import { keyOf, quietly } from '../../guide/kept.js';
import { ask } from '../asking.js';
import { keptRow } from '../form/ledger-rows.js';
import { fillList, onPress, reasonInWords, say, slot } from '../page.js';

const NAME = 'hujifen.paste';

/**
 * @param {HTMLElement} $ledger the question
 * @param {import('../page.js').Context} context
 */
export function openPasting($ledger, { engine, store, transitions, words }) {
  const code = $ledger.dataset.question ?? '';
  /** @type {HTMLTextAreaElement} */
  const $paste = slot($ledger, 'paste');
  const $sum = slot($ledger, 'paste-sum');
  /** @type {HTMLElement} */
  const $lines = slot($ledger, 'paste-lines');

  const key = `${keyOf(NAME)}:${code}`;
  const forgetText = () => quietly(() => sessionStorage.removeItem(key));
  const keepText = () => ($paste.value ? quietly(() => sessionStorage.setItem(key, $paste.value)) : forgetText());
  $paste.value ||= quietly(() => sessionStorage.getItem(key)) ?? '';
  $paste.addEventListener('input', keepText);
  store.subscribe(['origin'], ({ origin }) => origin === 'cleared' && forgetText());

  const read = async () => {
    slot($ledger, 'paste-report').hidden = false;
    $sum.textContent = words.script.waiting;
    fillList($lines, 'paste-line', []);
    try {
      const asked = { lines: $paste.value, ...(store.state.on && { on: store.state.on }) };
      /** @type {import('../contract.js').Pasted | { error: import('../contract.js').Refusal }} */
      const pasted = await ask(engine, 'paste_json', asked);
      if ('error' in pasted) {
        $sum.textContent = pasted.error.message;
        return;
      }
      const { contributions, not_understood: left, skipped, noted } = pasted;
      transitions.amend({ [code]: [...(store.state.kept[code] ?? []), ...contributions.map(keptRow)] });
      $paste.value = left.map(({ text }) => text).join('\n');
      keepText();
      $sum.textContent = sumOf(contributions.length, left.length, words.ledger);
      const lines = [
        ...[...left, ...noted].map((line) => say(words.ledger.line, line)),
        ...skipped.map((line) => say(words.ledger.skipped, line)),
      ];
      fillList($lines, 'paste-line', lines);
    } catch (error) {
      const { reason = 'unknown', detail = '' } = /** @type {any} */ (error);
      $sum.textContent = say(words.script.failed_call, { reason: reasonInWords(words, reason, detail) });
    }
  };
  onPress($ledger, { 'read-paste': () => void read() });
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
