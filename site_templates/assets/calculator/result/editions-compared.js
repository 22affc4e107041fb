/**
 * One's own answers under the edition before and under the one in force, item by item: on the last day of the one and on
 * the first of the other, so that all differences are the law's.
 */
import { ask } from '../asking.js';
import { labelOf } from '../form/questions.js';
import { editionOn, onPress, say, slot } from '../page.js';
import { verdictRows } from './comparison.js';

/**
 * @typedef {{ title: string, on: string }} ComparedEdition
 * @typedef {{ editions: ComparedEdition[], if_asked: import('../page.js').Answers }} ComparedEditions two editions, the older
 *   first; `if_asked` answers questions that only some editions ask
 */

/**
 * @param {HTMLElement} $compared
 * @param {import('../page.js').Context} context
 */
export function openEditionsCompared($compared, { engine, store, data, words }) {
  const $table = slot($compared, 'editions-table');
  const $note = slot($compared, 'editions-note');
  const { comparison } = words;

  const forget = () => {
    $table.hidden = true;
    $note.textContent = '';
  };

  async function compare() {
    const { request } = store.state;
    if (!request) return;
    const { editions, if_asked: ifAsked } = data.compared;
    const assumed = Object.entries(ifAsked).filter(([code]) => !(code in request.answers));
    const all = { ...Object.fromEntries(assumed), ...request.answers };
    const verdicts = await Promise.all(
      editions.map(({ on }) => {
        const questions = editionOn(on, data)?.questions ?? [];
        const asked = Object.entries(all).filter(([code]) => code === 'readings' || questions.includes(code));
        return ask(engine, 'score_json', { ...request, on, answers: Object.fromEntries(asked) });
      }),
    );
    if (request !== store.state.request) return;
    const refused = verdicts.find(({ error }) => error);
    $table.hidden = Boolean(refused);
    if (refused) {
      $note.textContent = refused.error.message;
      return;
    }
    const [before, after] = editions;
    slot($table, 'edition-before').textContent = before.title;
    slot($table, 'edition-after').textContent = after.title;
    slot($table, 'editions-rows').replaceChildren(...verdictRows(verdicts[0], verdicts[1], words));
    const labels = assumed.map(([code]) => labelOf(code)).join('；');
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
