/**
 * The search without its page: every section of the site is scored by the words asked for. Chinese is taken in pairs
 * of characters, so that no dictionary is needed; everything else word by word. Numbers are found with and without
 * their commas, and whatever stands apart of a number on the page is found close to it as well.
 */

const WEIGHTS = { title: 8, text: 1, wholeTitle: 40, wholeText: 12 };
/** So many characters are shown around a hit. */
const AROUND = 28;
/** An entry is close to a question from this part of the closest one on. */
const CLOSE = 0.35;
/** What makes a question of words, and says nothing of what it is about. */
const ASKING = /请问|怎么样|怎么办|怎么|怎样|如何|能不能|可不可以|要不要|是不是|有没有|可以|还能|还有|什么|[能会要吗呢吧了的我在是有]/gu;
/** A sound that is typed in part is taken for the whole from here on. */
const SOUND_BEGUN = 4;

/**
 * @typedef {[group: string, title: string, page: string, address: string, text: string, from?: string, to?: string]} Row of
 *   the index; some are so from a day on, or up to one
 * @typedef {{
 *   group: string, page: string, address: string, title: string, text: string,
 *   shown: { title: string, text: string },
 * }} Entry `title` and `text` are in plain form
 * @typedef {{ word: string, sounds: string[], also: string[] }} Typed a word of the pages, and what people type for it
 * @typedef {{ words: RegExp[], whole: RegExp, told: RegExp[] }} Query what to look for, in pieces and as a whole; `told` are the
 *   pieces without what only asks
 */

/**
 * Whether a row is so on a day.
 *
 * @param {Row} row
 * @param {string} day such as 2027-12-31
 */
export function holdsOn([, , , , , from = '', to = ''], day) {
  return from <= day && (to === '' || day <= to);
}

/** @param {Row} row @returns {Entry} */
export function entryOf([group, title, page, address, text]) {
  return { group, page, address, shown: { title, text }, title: plain(title), text: plain(text) };
}

/**
 * Full-width letters and the like as plain ones, each at its place: a sign that would become several, as … would, stays.
 *
 * @param {string} text
 */
export function plain(text) {
  const one = (/** @type {string} */ sign) => {
    const normal = sign.normalize('NFKC');
    return normal.length === sign.length ? normal : sign;
  };
  return text.replace(/[^\p{ASCII}\p{Script=Han}]/gu, one).toLowerCase();
}

/**
 * 缴费基数 → 缴费 费基 基数; a single character stays as it is; 12,434 → 12434.
 *
 * @param {string} text
 */
export function wordsOf(text) {
  /** @type {Set<string>} */
  const found = new Set();
  const bare = plain(text).replace(/(\d),(?=\d)/gu, '$1');
  for (const run of bare.match(/\p{Script=Han}+|[\p{L}\p{N}.]+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(run) || run.length < 3) found.add(run);
    else for (let at = 0; at + 2 <= run.length; at += 1) found.add(run.slice(at, at + 2));
  }
  return [...found];
}

/**
 * What the words mean on the pages: as they stand, by their sound, or by what pages call the same thing.
 *
 * @param {string} text
 * @param {Typed[]} typed
 * @returns {Query[]} the one that was typed first, if there is any
 */
export function meant(text, typed = []) {
  const whole = plain(text).replace(/\s+/gu, '');
  const others = /^[a-z]+$/u.test(whole)
    ? typed.filter(({ sounds }) => soundsLike(whole, sounds)).map(({ word }) => word)
    : typed.flatMap(({ word, also }) => {
        const other = also.find((each) => whole.includes(plain(each)));
        return other ? [whole.replace(plain(other), word)] : [];
      });
  return [text, ...others].map(queryOf).filter(({ words }) => words.length > 0);
}

/**
 * The entries that have most of the words of a query, the best first.
 *
 * @param {Entry[]} entries
 * @param {Query[]} queries the entries of the first come first
 */
export function foundByAny(entries, queries) {
  return [...new Set(queries.flatMap((query) => found(entries, query)))];
}

/**
 * The entries that come closest to a whole question, the best first: what few entries say counts for more than what many do.
 *
 * @param {Entry[]} entries
 * @param {Query[]} queries
 */
export function closest(entries, queries) {
  const words = new Map(queries.flatMap(({ told }) => told.map((word) => [word.source, word])));
  const sums = entries.map(() => 0);
  for (const word of words.values()) {
    const hits = entries.map(({ title, text }) => (title.search(word) >= 0 ? 2 : Number(text.search(word) >= 0)));
    const rare = Math.log(1 + entries.length / hits.filter((hit) => hit > 0).length);
    for (const [at, hit] of hits.entries()) if (hit > 0) sums[at] += hit * rare ** 1.5;
  }
  const least = Math.max(...sums) * CLOSE;
  return entries
    .map((entry, at) => ({ entry, sum: sums[at] }))
    .filter(({ sum }) => sum > 0 && sum >= least)
    .sort((one, other) => other.sum - one.sum)
    .map(({ entry }) => entry);
}

/**
 * The piece of the text around its first hit.
 *
 * @param {string} text
 * @param {Query[]} queries
 */
export function pieceOf(text, queries) {
  const low = plain(text);
  const patterns = [...queries.map(({ whole }) => whole), ...queries.flatMap(({ words }) => words)];
  const [first = 0] = patterns.map((pattern) => low.search(pattern)).filter((at) => at >= 0);
  const from = Math.max(0, first - AROUND / 2);
  const to = Math.min(text.length, first + AROUND * 2);
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

/**
 * The text in parts that are hits and parts that are not.
 *
 * @param {string} text
 * @param {Query[]} queries
 */
export function partsOf(text, queries) {
  const low = plain(text);
  const isHit = new Array(text.length).fill(false);
  if (low.length === text.length) {
    for (const word of queries.flatMap(({ words }) => words)) {
      for (const { index, 0: hit } of low.matchAll(word)) isHit.fill(true, index, index + hit.length);
    }
  }
  /** @type {{ text: string, hit: boolean }[]} */
  const parts = [];
  for (let at = 0; at < text.length; at += 1) {
    const last = parts.at(-1);
    if (last && isHit[at] === last.hit) last.text += text[at];
    else parts.push({ text: text[at], hit: isHit[at] });
  }
  return parts;
}

/** @param {string} text @returns {Query} */
function queryOf(text) {
  const told = wordsOf(text.replace(ASKING, ' ')).filter((word) => word.length > 1);
  return {
    words: wordsOf(text).map(patternOf),
    whole: patternOf(plain(text).replace(/[\s,]+/gu, '')),
    told: told.map(patternOf),
  };
}

/**
 * 12434 → 12,434 as well; 3倍 → 3 倍 as well.
 *
 * @param {string} word
 */
function patternOf(word) {
  const apart = word
    .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    .replace(/\d(?=\d)/gu, '$&,?')
    .replace(/[\d%](?=\p{Script=Han})|\p{Script=Han}(?=\d)/gu, '$& ?');
  return new RegExp(apart, 'gu');
}

/**
 * @param {string} typed
 * @param {string[]} sounds whole, and by initials
 */
function soundsLike(typed, [sound, initials]) {
  return typed === sound || typed === initials || (typed.length >= SOUND_BEGUN && sound.startsWith(typed));
}

/**
 * @param {Entry[]} entries
 * @param {Query} query
 */
function found(entries, query) {
  return entries
    .map((entry) => ({ entry, score: scoreOf(entry, query) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ entry }) => entry);
}

/**
 * @param {Entry} entry
 * @param {Query} query
 */
function scoreOf({ title, text }, { words, whole }) {
  const hits = words.map((word) => ({
    title: title.search(word) >= 0,
    text: Math.min(3, text.match(word)?.length ?? 0),
  }));
  const matching = hits.filter((hit) => hit.title || hit.text > 0).length;
  if (matching === 0 || matching < words.length * 0.6) return 0;
  const sum = hits.reduce((total, hit) => total + (hit.title ? WEIGHTS.title : 0) + hit.text * WEIGHTS.text, 0);
  return (
    sum * (matching / words.length) +
    (title.search(whole) >= 0 ? WEIGHTS.wholeTitle : 0) +
    (text.search(whole) >= 0 ? WEIGHTS.wholeText : 0)
  );
}
