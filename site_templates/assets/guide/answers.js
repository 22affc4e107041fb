/**
 * The sheet for the official form: writes the calculator's answers, where there are any, beside its questions.
 */
import { followDraft } from '../calculator/keeping/draft.js';
import { part, readPart } from './part.js';

/** @param {HTMLElement} $root */
export function openAnswers($root) {
  const words = readPart($root, 'words');
  const labels = readPart($root, 'labels');

  const inWords = (/** @type {string} */ question, /** @type {string} */ unit, /** @type {string[]} */ texts) =>
    texts
      .map((text) => labels[question]?.[text] ?? words[text] ?? (unit ? `${text} ${unit}` : text))
      .join('、');

  part($root, 'hint').hidden = false;
  followDraft((draft) => {
    for (const $row of /** @type {NodeListOf<HTMLElement>} */ ($root.querySelectorAll('[data-own]'))) {
      const { own = '', unit = '' } = $row.dataset;
      const texts = (draft?.kept[own] ?? []).filter((text) => text !== '');
      part($row, 'answer').textContent = inWords(own, unit, texts);
    }
  });
}
