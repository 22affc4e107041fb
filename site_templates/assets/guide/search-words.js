/**
 * The search without its page: every section of the site is scored by the words asked for. Chinese is taken in pairs
 * of characters, so that no dictionary is needed; everything else word by word.
 */

const WEIGHTS = { title: 8, text: 1, wholeTitle: 40, wholeText: 12 };
/** So many characters are shown around a hit. */
const AROUND = 28;

/**
 * @typedef {[group: string, title: string, page: string, address: string, text: string]} Row of the index
 * @typedef {{
 *   group: string, page: string, address: string, title: string, text: string,
 *   shown: { title: string, text: string },
 * }} Entry `title` and `text` are in plain form
 */

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
 * 缴费基数 → 缴费 费基 基数; a single character stays as it is.
 *
 * @param {string} text
 */
export function wordsOf(text) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const run of plain(text).match(/\p{Script=Han}+|[\p{L}\p{N}.]+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(run) || run.length < 3) found.add(run);
    else for (let at = 0; at + 2 <= run.length; at += 1) found.add(run.slice(at, at + 2));
  }
  return [...found];
}

/**
 * The entries that have most of the words, the best first.
 *
 * @param {Entry[]} entries
 * @param {string[]} words
 * @param {string} whole all that was asked for, as one word
 */
export function found(entries, words, whole) {
  if (words.length === 0) return [];
  return entries
    .map((entry) => ({ entry, score: scoreOf(entry, words, whole) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ entry }) => entry);
}

/**
 * @param {Entry} entry
 * @param {string[]} words
 * @param {string} whole
 */
function scoreOf({ title, text }, words, whole) {
  const hits = words.map((word) => ({
    title: title.includes(word),
    text: Math.min(3, countOf(text, word)),
  }));
  const matching = hits.filter((hit) => hit.title || hit.text > 0).length;
  if (matching === 0 || matching < words.length * 0.6) return 0;
  const sum = hits.reduce((total, hit) => total + (hit.title ? WEIGHTS.title : 0) + hit.text * WEIGHTS.text, 0);
  return (
    sum * (matching / words.length) +
    (title.includes(whole) ? WEIGHTS.wholeTitle : 0) +
    (text.includes(whole) ? WEIGHTS.wholeText : 0)
  );
}

/**
 * @param {string} text
 * @param {string} word
 */
function countOf(text, word) {
  return text.split(word).length - 1;
}

/**
 * The piece of the text around its first hit.
 *
 * @param {string} text
 * @param {string[]} words
 * @param {string} whole
 */
export function pieceOf(text, words, whole) {
  const low = plain(text);
  const [first = 0] = [whole, ...words].map((word) => low.indexOf(word)).filter((at) => at >= 0);
  const from = Math.max(0, first - AROUND / 2);
  const to = Math.min(text.length, first + AROUND * 2);
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

/**
 * The text in parts that are hits and parts that are not.
 *
 * @param {string} text
 * @param {string[]} words
 */
export function partsOf(text, words) {
  const low = plain(text);
  const isHit = new Array(text.length).fill(false);
  if (low.length === text.length) {
    for (const word of words) {
      for (let at = low.indexOf(word); at >= 0; at = low.indexOf(word, at + 1)) isHit.fill(true, at, at + word.length);
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
