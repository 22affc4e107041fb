/**
 * One's own answers under the edition before and under the one in force, item by item: on the last day of the one and on
 * the first of the other, so that all differences are the law's.
 */
import { ask } from '../asking.js';
import { labelOf } from '../form/questions.js';
import { onPress, say, slot } from '../page.js';
import { verdictRows } from './comparison.js';

/**
 * @param {HTMLElement} $compared
 * @param {import('../page.js').Context} context
 */
export function openEditionsCompared($compared, { engine, store, data, words }) {
  const $table = slot($compared, 'editions-table');
  const $note = slot($compared, 'editions-note');
  const { comparison } = words;

  const calledOf = (/** @type {{ edition: string }} */ { edition }) => data.editions.find(({ code }) => code === edition)?.called ?? '';
  const forget = () => {
    $table.hidden = true;
    $note.textContent = '';
  };

  async function compare() {
    const { request } = store.state;
    if (!request) return;
    /** @type {import('../contract.js').EditionsCompared & { error?: import('../contract.js').Refusal }} */
    const { error, editions, assumed, verdicts } = await ask(engine, 'editions_json', request);
    if (request !== store.state.request) return;
    $table.hidden = Boolean(error);
    if (error) {
      $note.textContent = error.message;
      return;
    }
    const [before, after] = editions;
    slot($table, 'edition-before').textContent = calledOf(before);
    slot($table, 'edition-after').textContent = calledOf(after);
    slot($table, 'editions-rows').replaceChildren(...verdictRows(verdicts[0], verdicts[1], words));
    const labels = assumed.map(labelOf).join('；');
    const note = say(comparison.editions_note, { before: before.on, after: after.on });
    $note.textContent = note + (labels ? say(comparison.editions_assumed, { labels }) : '');
  }

  /** The answers are being judged: they are compared after. */
  let isWanted = false;
  const start = () => {
    isWanted = store.state.pending;
    if (!isWanted) compare().catch(() => ($note.textContent = comparison.editions_failed));
  };
  store.subscribe(['request'], forget);
  store.subscribe(['pending'], () => isWanted && start());
  onPress($compared, { 'compare-editions': start });
}
