/**
 * Answers in a link: behind its #, where no server sees them.
 */

const MARK = '#a=';
/** Links of another schema are refused. */
const SCHEMA = 1;
/** Longer links are cut by some messengers, and nobody has so many answers. */
const MOST_CHARACTERS = 20_000;

/** @typedef {import('./draft.js').Draft} Draft */

/**
 * @param {Draft} draft
 * @param {string} edition
 */
export function linkTo(draft, edition) {
  const bytes = new TextEncoder().encode(JSON.stringify({ schema: SCHEMA, edition, ...draft }));
  const text = btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return location.href.split('#')[0] + MARK + text;
}

/**
 * What the address of this page carries, which then no longer carries it.
 *
 * @param {(plain: unknown) => Draft | undefined} check
 * @returns {Draft | 'refused' | undefined} nothing where it carries nothing
 */
export function takeFromLink(check) {
  const { hash } = location;
  if (!hash.startsWith(MARK)) return undefined;
  history.replaceState(null, '', location.href.split('#')[0]);
  if (hash.length > MOST_CHARACTERS) return 'refused';
  try {
    const packed = atob(hash.slice(MARK.length).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
    return check(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))) ?? 'refused';
  } catch {
    return 'refused';
  }
}
