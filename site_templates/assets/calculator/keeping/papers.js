/**
 * The papers that the answers call for: asked of the engine after each score, kept for the page of papers as far as the
 * answers are the visitor's own.
 */
import { keepNeeded } from '../../guide/needed-papers.js';
import { createCompanion } from '../companion.js';
import { SHOWN } from './keeping.js';

const QUIET_MS = 200;

/** @param {import('../page.js').Context} context */
export function followPapers(context) {
  const { store } = context;
  const know = (/** @type {import('../contract.js').Paper[]} */ papers) => {
    store.change({ papers });
    if (!SHOWN.has(store.state.origin)) keepNeeded(papers.map(({ paper }) => paper));
  };
  createCompanion(context, 'papers_json', {
    quiet: QUIET_MS,
    show: (/** @type {import('../contract.js').Papers} */ { papers }) => know(papers),
    hide: () => know([]),
  });
  store.subscribe(['origin'], ({ origin }) => origin === 'cleared' && know([]));
}
