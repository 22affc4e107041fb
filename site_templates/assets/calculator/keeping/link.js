/**
 * Answers in a link: behind its #, where no server sees them.
 *
 * `#b=2&E=2023-01-01&D=2026-06-30&C=2026-11-23.first_data.bcdfghjk&education=college&detentions=some.2024-01-15&Z=1k3f9x`: the
 * schema, edition and day, the last change of the data with the word for its figures, each question with its texts, each chosen reading, and last a
 * checksum, so that a link that was cut is known as one.
 * Codes are lower case, so capitals are free for the rest. What stands behind the checksum has grown onto the link in a message. Links of schema 1 (`#a=`, JSON in Base64) still open.
 */
import { quietly } from '../../guide/kept.js';
import { plainText } from '../form/reading-text.js';
import { draftOf } from './draft.js';

const MARK = '#b=';
const SCHEMA = '2';
const OLD_MARK = '#a=';
const OLD_SCHEMA = 1;
const NAMES = { edition: 'E', day: 'D', change: 'C', reading: 'R', checksum: 'Z' };
const SEALED = new RegExp(`^(.*?)&${NAMES.checksum}=(.*)`, 's');
/** Longer links are cut by some messengers, and nobody has so many answers. */
const MOST_CHARACTERS = 20_000;
const MOST_TIMES_ANEW = 3;
/** What programs put between a # and what stands behind it, as if it were a path or a question of theirs; or a blank. */
const GROWN_BEFORE = /^#(?:[/!?&#\s]|%2f|%20|%23)+(?=[ab](?:[=%]|$))/i;

/**
 * @typedef {import('./draft.js').Draft & { edition: string, change?: { on: string, code: string, figures?: string } }} Carried
 *   `change` is the last one of the data that the link was made with, `figures` the word for its figures
 */

/**
 * @param {string} address of the page that opens it
 * @param {Carried} carried
 */
export function linkTo(address, { edition, on, change, kept, readings }) {
  const parts = [
    SCHEMA,
    written(NAMES.edition, [edition]),
    written(NAMES.day, [on]),
    ...(change ? [written(NAMES.change, [change.on, change.code, ...(change.figures ? [change.figures] : [])])] : []),
    ...Object.entries(kept).map(([code, texts]) => written(code, texts)),
    ...Object.entries(readings).map((reading) => written(NAMES.reading, reading)),
  ];
  const text = parts.join('&');
  return `${address}${MARK}${text}&${NAMES.checksum}=${checksum(text)}`;
}

/** Whether the address of this page carries answers. */
export function carriesAnswers() {
  return readLink() !== undefined;
}

/**
 * What of an address may carry answers: its hash, or what stands there behind words of others, or behind the ? that some
 * messengers make of the #.
 *
 * @param {{ hash: string, search: string }} address
 */
export function carrierOf({ hash, search }) {
  const behind = [hash, search].flatMap((text) => text.slice(1).split(/(?:[&#]|%23)(?=[ab][=%])/i));
  return [hash, ...behind.map((text) => `#${text}`)].find((each) => waysToRead(each).some(markOf)) ?? hash;
}

/**
 * The hash as it may have been made: as it stands, or with the signs that were written otherwise on its way as plain ones.
 *
 * @param {string} hash
 */
function waysToRead(hash) {
  return [hash, quietly(() => withPlainSigns(hash)) ?? hash].map(asMade);
}

/**
 * Keyboards and programs for Chinese write signs full-width, others break lines or put in signs that nobody sees.
 *
 * @param {string} hash
 */
function withPlainSigns(hash) {
  const plain = hash.replace(/%e[0-9a-f](?:%[89ab][0-9a-f]){2}/gi, (sign) => encodeURI(plainText(decodeURIComponent(sign))).replaceAll('%25', '%'));
  return plain.replace(/%(?:20|09|0a|0d)/gi, '');
}

/**
 * The hash as it was made: some messengers write its signs as numbers, or as HTML does, and the next may do so once more.
 *
 * @param {string} hash
 */
function asMade(hash) {
  let plain = hash.replace(GROWN_BEFORE, '#');
  for (let times = 0; times < MOST_TIMES_ANEW && /^#[ab]%25|^#b=2%25/i.test(plain); times += 1) plain = plain.replaceAll('%25', '%');
  if (/^#[ab]%3d|^#b=2%26/i.test(plain)) plain = plain.replace(/%[2-7][0-9a-f]/gi, decodeURIComponent);
  return plain.replaceAll('&amp;', '&');
}

/** @param {string} hash whose mark some messengers write in capitals */
function markOf(hash) {
  const lower = hash.toLowerCase();
  // A link may have been cut within its mark.
  return [MARK, OLD_MARK].find((each) => lower.startsWith(each) || `${lower}=` === each);
}

/** @returns {Carried | 'refused' | undefined} what the address of this page carries; nothing where it carries nothing */
export function readLink() {
  return carriedBy(carrierOf(location));
}

/** The address of this page carries its answers no longer. Some browsers refuse that now and then; it then goes on carrying them. */
export function leaveLink() {
  const isInHash = carriedBy(carrierOf({ hash: location.hash, search: '' })) !== undefined;
  quietly(() => history.replaceState(null, '', location.href.split(isInHash ? '#' : '?')[0]));
}

/**
 * @param {string} hash of an address, with its #
 * @returns {Carried | 'refused' | undefined} nothing where it carries no answers
 */
export function carriedBy(hash) {
  const found = waysToRead(hash).filter(markOf);
  if (found.length === 0) return undefined;
  if (hash.length > MOST_CHARACTERS) return 'refused';
  // What the checksum holds of is what was made.
  return found.map((made) => quietly(() => readMade(made))).find(Boolean) ?? 'refused';
}

/** @param {string} made */
function readMade(made) {
  const mark = markOf(made) ?? '';
  const text = made.slice(mark.length);
  return mark === MARK ? read(text) : readOld(text);
}

/**
 * A question's texts: between them a dot, instead of the ledger's tabs a slash.
 *
 * @param {string} name
 * @param {string[]} texts
 */
function written(name, texts) {
  const escaped = texts.map((text) => encodeURIComponent(text.trimEnd()).replaceAll('.', '%2E').replaceAll('%09', '/'));
  return `${name}=${escaped.join('.')}`;
}

/**
 * @param {string} text
 * @returns {Carried | undefined}
 */
function read(text) {
  const [, sealed = '', seal = ''] = SEALED.exec(text) ?? [];
  if (!seal.startsWith(checksum(sealed))) return undefined;
  const [schema, ...parts] = sealed.split('&');
  if (schema !== SCHEMA) return undefined;
  const pairs = parts.map((part) => {
    const [name, texts = ''] = part.split('=');
    return { name, texts: texts.split('.').map((each) => decodeURIComponent(each.replaceAll('/', '%09'))) };
  });
  const textsOf = (/** @type {string} */ wanted) => pairs.find(({ name }) => name === wanted)?.texts ?? [];
  const [edition = ''] = textsOf(NAMES.edition);
  const [day = ''] = textsOf(NAMES.day);
  const [on, code, figures] = textsOf(NAMES.change);
  const draft = draftOf({
    on: day,
    kept: Object.fromEntries(pairs.filter(({ name }) => /^[a-z]/.test(name)).map(({ name, texts }) => [name, texts])),
    readings: Object.fromEntries(pairs.filter(({ name }) => name === NAMES.reading).map(({ texts }) => texts)),
  });
  return draft && { ...draft, edition, change: on && code ? { on, code, ...(figures ? { figures } : {}) } : undefined };
}

/**
 * @param {string} text
 * @returns {Carried | undefined}
 */
function readOld(text) {
  const packed = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const plain = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  const draft = plain.schema === OLD_SCHEMA ? draftOf(plain) : undefined;
  return draft && { ...draft, edition: String(plain.edition ?? '') };
}

/**
 * FNV-1a: enough to know a link that was cut or mistyped.
 *
 * @param {string} text of ASCII characters
 */
function checksum(text) {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36);
}
