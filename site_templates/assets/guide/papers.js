/**
 * The page of papers: keeps the ticks, counts them, and shows only those that one's answers make necessary.
 *
 * What is `hidden` is not of the reader's day (`lapse.js`); what is left out here is marked otherwise.
 */
import { say } from '../calculator/page.js';
import { loadKept, saveKept } from './kept.js';
import { followNeeded } from './needed-papers.js';
import { onPress, part, readPart } from './part.js';
import { printAlone } from './printing.js';

const NAME = 'hujifen.papers';
const NEEDED = '#needed';
const LEFT_OUT = 'data-left-out';

/** @param {HTMLElement} $root */
export function openPapers($root) {
  const words = readPart($root, 'words');
  const $papers = /** @type {HTMLElement[]} */ ([...$root.querySelectorAll('[data-paper]')]);
  const $shows = /** @type {HTMLInputElement[]} */ ([...$root.querySelectorAll('[name=show]')]);
  const [$all, $needed] = ['all', 'needed'].map((wanted) => /** @type {HTMLInputElement} */ ($shows.find(({ value }) => value === wanted)));
  /** None as long as nothing is known of one's answers. @type {ReadonlySet<string>} */
  let needed = new Set();

  const isKnown = () => needed.size > 0;
  /** Whoever comes from the result wants those of the result. */
  let comesForNeeded = location.hash === NEEDED;
  const isNeeded = (/** @type {HTMLElement} */ $paper) => needed.has(String($paper.dataset.paper));
  const isShown = (/** @type {HTMLElement} */ $paper) => {
    const shown = $shows.find(({ checked }) => checked)?.value;
    if (shown === 'employer') return $paper.dataset.from === 'employer' && (!isKnown() || isNeeded($paper));
    return shown === 'all' || isNeeded($paper);
  };
  const count = () => {
    const $shown = $papers.filter(isSeen);
    const ticked = $shown.filter(isTicked).length;
    part($root, 'count').textContent = say(words.count, { shown: $shown.length, ticked });
  };
  const show = () => {
    for (const $paper of $papers) $paper.toggleAttribute(LEFT_OUT, !isShown($paper));
    for (const $group of /** @type {NodeListOf<HTMLElement>} */ ($root.querySelectorAll('[data-section]'))) {
      $group.toggleAttribute(LEFT_OUT, !$papers.some(($paper) => $group.contains($paper) && isSeen($paper)));
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
    const $box = /** @type {HTMLInputElement} */ (target);
    if ($box.name === 'show') return show();
    for (const $paper of $papers) if (boxOf($paper).name === $box.name) boxOf($paper).checked = $box.checked;
    save();
  });
  onPress($root, 'print', () => printAlone($root));
  onPress($root, 'clear', () => {
    for (const $paper of $papers) boxOf($paper).checked = false;
    save();
  });
  part($root, 'tools').hidden = false;
  followNeeded((codes) => {
    needed = codes;
    $needed.disabled = !isKnown();
    if (!isKnown() && $needed.checked) $all.checked = true;
    if (isKnown() && comesForNeeded) $needed.checked = true;
    comesForNeeded = false;
    part($root, 'hint').hidden = isKnown();
    show();
  });
}

/** @param {HTMLElement} $paper @returns {HTMLInputElement} */
function boxOf($paper) {
  return /** @type {any} */ ($paper.querySelector('input'));
}

/** @param {HTMLElement} $paper */
function isSeen($paper) {
  return !$paper.hidden && !$paper.hasAttribute(LEFT_OUT);
}

/** @param {HTMLElement} $paper */
function isTicked($paper) {
  return boxOf($paper).checked;
}
