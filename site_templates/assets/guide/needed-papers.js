/**
 * The papers that one's answers call for, kept by this browser: the calculator's engine says which, the page of papers
 * shows them without it.
 */
import { keyOf, loadKept, saveKept } from './kept.js';

const NAME = 'hujifen.needed-papers';
/** What the document hears when they are others. */
const CHANGED = 'hujifen-needed-papers';

/** @param {ReadonlyArray<string>} codes of the papers; none where there are no answers */
export function keepNeeded(codes) {
  saveKept(NAME, Object.fromEntries(codes.map((code) => [code, true])));
  document.dispatchEvent(new CustomEvent(CHANGED, { detail: new Set(codes) }));
}

/**
 * Hear of them: now, and whenever they change, be it in this document, in another tab, or while this page lay in the
 * browser's memory.
 *
 * @param {(codes: ReadonlySet<string>) => void} hear
 */
export function followNeeded(hear) {
  const kept = () => new Set(Object.keys(loadKept(NAME)));
  document.addEventListener(CHANGED, (event) => hear(/** @type {CustomEvent} */ (event).detail));
  addEventListener('storage', ({ key }) => (key === keyOf(NAME) || key === null) && hear(kept()));
  addEventListener('pageshow', ({ persisted }) => persisted && hear(kept()));
  hear(kept());
}
