/**
 * One's own answers under the edition before and under the one in force, item by item: on the last day of the one and on
 * the first of the other, so that all differences are the law's.
 */
import { verdictRows } from './comparison.js';
import { editionOn, say, slot } from '../page.js';

/**
 * @typedef {{ title: string, on: string }} ComparedEdition
 * @typedef {{ editions: ComparedEdition[], if_asked: import('../page.js').Answers }} ComparedEditions two editions, the older
 *   first; `if_asked` answers questions that only some editions ask
 */

/**
 * @param {ParentNode} $page
 * @param {import('../../engine/client.js').Engine} engine
 * @param {import('../form/form.js').Form} form
 * @param {import('../page.js').PageData} data
 * @param {import('../page.js').Words} words
 */
export function openEditionsCompared($page, engine, form, data, words) {
  const $compared = slot($page, 'editions-compared');
  const $table = slot($compared, 'editions-table');
  const $note = slot($compared, 'editions-note');
  /** @type {import('../companion.js').Request | undefined} */
  let latest;

  const forget = (/** @type {import('../companion.js').Request | undefined} */ request) => {
    latest = request;
    $table.hidden = true;
    $note.textContent = '';
  };

  async function compare() {
    const request = latest;
    if (!request) return;
    const { editions, if_asked: ifAsked } = data.compared;
    const assumed = Object.entries(ifAsked).filter(([code]) => !(code in request.answers));
    const all = { ...Object.fromEntries(assumed), ...request.answers };
    const texts = await Promise.all(
      editions.map(({ on }) => {
        const questions = editionOn(on, data)?.questions ?? [];
        const asked = Object.entries(all).filter(([code]) => code === 'readings' || questions.includes(code));
        return engine.call('score_json', JSON.stringify({ ...request, on, answers: Object.fromEntries(asked) }));
      }),
    );
    if (request !== latest) return;
    const verdicts = texts.map((text) => JSON.parse(text));
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
    const labels = assumed.map(([code]) => form.field(code)?.label ?? code);
    const { editions_note: note, editions_assumed: assumption } = words.comparison;
    $note.textContent = say(note, { before: before.on, after: after.on }) + (labels.length > 0 ? say(assumption, { labels: labels.join('；') }) : '');
  }

  return {
    /** @type {import('../companion.js').Companion} */
    companion: { ask: forget, drop: () => forget(undefined), again: () => {} },
    actions: { 'compare-editions': () => void compare().catch(() => ($note.textContent = words.comparison.editions_failed)) },
  };
}
