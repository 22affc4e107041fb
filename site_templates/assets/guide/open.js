/**
 * Brings to life each page of the guide that this document holds: one on the site, all of them in the single file.
 */
import { openAnswers } from './answers.js';
import { openPapers } from './papers.js';
import { openRisks } from './risks.js';
import { openSearch } from './search.js';

/** @param {import('./search.js').Surroundings} surroundings of the search */
export function openGuide(surroundings) {
  /** @type {Record<string, ($root: HTMLElement) => void>} by the name of the page */
  const openers = {
    papers: openPapers,
    'risk-check': openRisks,
    'self-assessment': openAnswers,
    search: ($root) => openSearch($root, surroundings),
  };
  for (const $root of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-page]'))) {
    openers[String($root.dataset.page)]?.($root);
  }
}
