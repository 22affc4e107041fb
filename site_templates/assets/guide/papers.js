/**
 * The page of papers: keeps the ticks, counts them, and shows only those that one's answers make necessary.
 */
import { followDraft } from '../calculator/keeping/draft.js';
import { say } from '../calculator/page.js';
import { holds } from '../calculator/sharing/papers-needed.js';
import { loadKept, saveKept } from './kept.js';
import { onPress, part, readPart } from './part.js';
import { printAlone } from './printing.js';

const NAME = 'hujifen.papers';
const NEEDED = '#needed';

/** @typedef {import('../calculator/sharing/papers-needed.js').Condition} Condition */

/** @param {HTMLElement} $root */
export function openPapers($root) {
  const words = readPart($root, 'words');
  const $papers = /** @type {HTMLElement[]} */ ([...$root.querySelectorAll('[data-paper]')]);
  const $shows = /** @type {HTMLInputElement[]} */ ([...$root.querySelectorAll('[name=show]')]);
  const [$all, $needed] = ['all', 'needed'].map((wanted) => /** @type {HTMLInputElement} */ ($shows.find(({ value }) => value === wanted)));
  /** @type {import('../calculator/store.js').Kept} */
  let answers = {};

  const hasAnswers = () => Object.keys(answers).length > 0;
  /** Whoever comes from the result wants those of the result. */
  let comesForNeeded = location.hash === NEEDED;
  const isNeeded = (/** @type {HTMLElement} */ $paper) => {
    /** @type {Condition[]} */
    const when = JSON.parse(String($paper.dataset.when));
    return when.length === 0 || when.some((condition) => isSo(condition, answers));
  };
  const isShown = (/** @type {HTMLElement} */ $paper) => {
    const shown = $shows.find(({ checked }) => checked)?.value;
    if (shown === 'employer') return $paper.dataset.from === 'employer' && (!hasAnswers() || isNeeded($paper));
    return shown === 'all' || isNeeded($paper);
  };
  const count = () => {
    const $shown = $papers.filter(($paper) => !$paper.hidden);
    const ticked = $shown.filter(isTicked).length;
    part($root, 'count').textContent = say(words.count, { shown: $shown.length, ticked });
  };
  const show = () => {
    for (const $paper of $papers) $paper.hidden = !isShown($paper);
    for (const $group of /** @type {NodeListOf<HTMLElement>} */ ($root.querySelectorAll('[data-section]'))) {
      $group.hidden = !$group.querySelector('[data-paper]:not([hidden])');
    }
    count();
  };
  const save = () => {
    saveKept(NAME, Object.fromEntries($papers.filter(isTicked).map(($paper) => [$paper.dataset.paper, true])));
    count();
  };

  const kept = loadKept(NAME);
  for (const $paper of $papers) boxOf($paper).checked = kept[String($paper.dataset.paper)] === true;
  $root.addEventListener('change', ({ target }) => {
    if (/** @type {HTMLInputElement} */ (target).name === 'show') show();
    else save();
  });
  onPress($root, 'print', () => printAlone($root));
  onPress($root, 'clear', () => {
    for (const $paper of $papers) boxOf($paper).checked = false;
    save();
  });
  part($root, 'tools').hidden = false;
  followDraft((draft) => {
    answers = draft?.kept ?? {};
    $needed.disabled = !hasAnswers();
    if (!hasAnswers() && $needed.checked) $all.checked = true;
    if (hasAnswers() && comesForNeeded) $needed.checked = true;
    comesForNeeded = false;
    part($root, 'hint').hidden = hasAnswers();
    show();
  });
}

/** @param {HTMLElement} $paper @returns {HTMLInputElement} */
function boxOf($paper) {
  return /** @type {any} */ ($paper.querySelector('input'));
}

/** @param {HTMLElement} $paper */
function isTicked($paper) {
  return boxOf($paper).checked;
}

/**
 * With a ledger the months are counted there: then whatever asks for months may be needed.
 *
 * @param {Condition} condition
 * @param {import('../calculator/store.js').Kept} answers
 */
function isSo(condition, answers) {
  const { question } = condition;
  if (question.startsWith('base_months') && answers.contributions?.length > 0) return true;
  const answer = answers[question]?.[0];
  return Boolean(answer) && holds(condition, answer);
}
