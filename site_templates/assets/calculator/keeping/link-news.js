/**
 * A link that was made earlier: what has changed since, and which of its answers have no place any more. Of a file of
 * answers only the latter is known.
 */
import { textInWords } from '../form/answered.js';
import { labelOf } from '../form/questions.js';
import { before, editionOn, fillList, say, slot } from '../page.js';

/**
 * @typedef {import('./link.js').Carried} Carried
 * @typedef {import('../page.js').PageData} PageData
 * @typedef {{ made: string, titles: string[], edition: string, lost: string[] }} News sentences; `titles` of changes
 */

/**
 * @param {HTMLElement} $news
 * @param {import('../page.js').Context} context
 */
export function openLinkNews($news, { store }) {
  const write = (/** @type {string} */ name, text = '') => {
    slot($news, name).textContent = text;
    slot($news, name).hidden = !text;
  };
  const list = (/** @type {string} */ name, /** @type {string[]} */ texts) => {
    fillList(slot($news, name), 'news-row', texts);
    slot($news, name).hidden = texts.length === 0;
  };
  store.subscribe(['news'], ({ news }) => {
    $news.hidden = !news;
    if (!news) return;
    write('news-made', news.made);
    list('news-changes', news.titles);
    write('news-edition', news.edition);
    list('news-lost', news.lost);
    slot($news, 'news-lost-says').hidden = news.lost.length === 0;
  });
}

/**
 * @param {Carried} carried
 * @param {import('../store.js').Draft} taken what of it has found a place
 * @param {PageData} data
 * @param {import('../page.js').Words} words
 * @returns {News | undefined} nothing where there is nothing to say
 */
export function newsOf(carried, taken, data, words) {
  const { says: made, titles } = madeWith(carried, data, words.link);
  const edition = otherEdition(carried, data, words.link);
  const lost = [...lostAnswers(carried, taken, words), ...lostReadings(carried, taken, words.link)];
  return made || edition || lost.length > 0 ? { made, titles, edition, lost } : undefined;
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
  // The same change with another word for the figures has been added to since.
  const isAsItWas = at >= 0 && (!change.figures || change.figures === changes[at].figures);
  const since = at >= 0 ? changes.slice(0, isAsItWas ? at : at + 1) : changes.filter(({ on }) => on > change.on);
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
 * @param {import('../store.js').Draft} taken
 * @param {import('../page.js').Words} words
 */
function lostAnswers({ kept }, taken, { link, script }) {
  return Object.entries(kept).flatMap(([code, texts]) => {
    if (code in taken.kept || !texts.some(Boolean)) return [];
    return [say(link.lost_answer, { label: before(labelOf(code)), answer: textInWords(code, texts, script) })];
  });
}

/**
 * @param {Carried} carried
 * @param {import('../store.js').Draft} taken
 * @param {Record<string, string>} words
 */
function lostReadings({ readings }, taken, words) {
  const lost = Object.entries(readings).filter(([code, choice]) => taken.readings[code] !== choice);
  return lost.map(([code, choice]) => say(words.lost_reading, { code, choice }));
}
