/**
 * A link that was made earlier: what has changed since, and which of its answers have no place any more. Of a file of
 * answers only the latter is known.
 */
import { inWords } from '../form/answered.js';
import { before, copyOf, editionOn, say, slot } from '../page.js';

/**
 * @typedef {import('./link.js').Carried} Carried
 * @typedef {import('../page.js').PageData} PageData
 */

/**
 * @param {ParentNode} $page
 * @param {import('../form/form.js').Form} form
 * @param {(reading: string) => string | undefined} inUse its choice
 * @param {PageData} data
 * @param {import('../page.js').Words} words
 */
export function openLinkNews($page, form, inUse, data, { link: words, script }) {
  const $news = slot($page, 'link-news');
  const write = (/** @type {string} */ name, text = '') => {
    slot($news, name).textContent = text;
    slot($news, name).hidden = !text;
  };
  const list = (/** @type {string} */ name, /** @type {string[]} */ texts) => {
    const rows = texts.map((text) => {
      const $row = copyOf('news-row');
      $row.textContent = text;
      return $row;
    });
    slot($news, name).replaceChildren(...rows);
    slot($news, name).hidden = texts.length === 0;
  };

  return {
    hide: () => ($news.hidden = true),
    /**
     * The form has been filled with what a link carried, or a file.
     *
     * @param {Carried} carried
     * @returns {boolean} whether there is anything to say
     */
    show(carried) {
      const made = madeWith(carried, data, words);
      const edition = otherEdition(carried, data, words);
      const lost = [...lostAnswers(carried, form, words, script), ...lostReadings(carried, inUse, words)];
      write('news-made', made.says);
      list('news-changes', made.titles);
      write('news-edition', edition);
      list('news-lost', lost);
      slot($news, 'news-lost-says').hidden = lost.length === 0;
      $news.hidden = !made.says && !edition && lost.length === 0;
      return !$news.hidden;
    },
  };
}

/**
 * Links of the first schema don't tell of which data they are.
 *
 * @param {Carried} carried
 * @param {PageData} data
 * @param {Record<string, string>} words
 * @returns {{ says: string, titles: string[] }}
 */
function madeWith({ change }, { changes }, words) {
  if (!change) return { says: '', titles: [] };
  const at = changes.findIndex(({ code }) => code === change.code);
  const since = at >= 0 ? changes.slice(0, at) : changes.filter(({ on }) => on > change.on);
  if (since.length > 0) return { says: say(words.older, change), titles: since.map((each) => say(words.change, each)) };
  const isNewer = at < 0 && change.on > (changes[0]?.on ?? '');
  return { says: isNewer ? say(words.newer, change) : '', titles: [] };
}

/**
 * @param {Carried} carried
 * @param {PageData} data
 * @param {Record<string, string>} words
 */
function otherEdition({ edition: code, on }, data, words) {
  const now = editionOn(on, data);
  if (!code || !on || code === now?.code) return '';
  const was = data.editions.find((edition) => edition.code === code);
  const values = { on, was: was ? say(words.edition, was) : say(words.unknown_edition, { code }), now: now && say(words.edition, now) };
  return say(now ? words.other_edition : words.no_edition, values);
}

/**
 * @param {Carried} carried
 * @param {import('../form/form.js').Form} form
 * @param {Record<string, string>} words
 * @param {Record<string, string>} script
 */
function lostAnswers({ kept }, form, words, script) {
  const taken = form.keep();
  return Object.entries(kept).flatMap(([code, texts]) => {
    if (code in taken || !texts.some(Boolean)) return [];
    const field = form.field(code);
    const answer = field ? inWords(field.$question, texts, script) : texts.join('、');
    return [say(words.lost_answer, { label: before(field?.label ?? code), answer })];
  });
}

/**
 * @param {Carried} carried
 * @param {(reading: string) => string | undefined} inUse
 * @param {Record<string, string>} words
 */
function lostReadings({ readings }, inUse, words) {
  return Object.entries(readings).flatMap(([code, choice]) =>
    inUse(code) === choice ? [] : [say(words.lost_reading, { code, choice })],
  );
}
