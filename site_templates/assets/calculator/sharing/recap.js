/**
 * The result on one page to keep: what is on the screen, gathered for print and for copying as text.
 */
import { homeAddress } from './address.js';
import { answeredInWords } from '../form/answered.js';
import { papersNeeded } from './papers-needed.js';
import { copyOf, editionOn, readData, say, slot } from '../page.js';
import { today } from '../form/reading-text.js';

/**
 * @typedef {{
 *   title: string, sentence: string, more: string[], basis: string, advice: string, made: string,
 *   items: { indicator: string, title: string, points: string, reason: string, clause: string }[],
 *   score: string, verdict: string, total: string, open: string[], nothing: string[], papers: string[],
 *   answers: { label: string, answer: string }[],
 * }} Recap
 */

/**
 * @param {ParentNode} $page
 * @param {import('../form/form.js').Form} form
 * @param {import('../page.js').PageData & { papers: import('./papers-needed.js').Paper[] }} data
 * @param {import('../page.js').Words} words
 */
export function openRecap($page, form, data, words) {
  const $recap = slot($page, 'recap');
  const $result = slot($page, 'result');
  const gather = () => gathered($recap, $result, form, data, words);

  // However the page is sent to the printer, its recap is of this moment; but another part of it may be meant.
  addEventListener('beforeprint', () => {
    $recap.hidden = $result.hidden || document.querySelector('[data-printed]') !== null;
    if (!$recap.hidden) fill($recap, gather());
  });
  return {
    print: () => window.print(),
    gather,
    /** The result as lines of plain text. */
    text: () => lines(gather(), words).join('\n'),
  };
}

/**
 * @param {HTMLElement} $recap
 * @param {HTMLElement} $result
 * @param {import('../form/form.js').Form} form
 * @param {import('../page.js').PageData & { papers: import('./papers-needed.js').Paper[] }} data
 * @param {import('../page.js').Words} words
 * @returns {Recap}
 */
function gathered($recap, $result, form, data, words) {
  const text = (/** @type {ParentNode} */ $root, /** @type {string} */ name) => slot($root, name).textContent.trim();
  const $rows = (/** @type {string} */ table) => [...slot($result, table).querySelectorAll('tr')];
  const items = $rows('awards').map(($row) => ({
    indicator: $row.dataset.indicator,
    title: `${text($row, 'title')}${text($row, 'status') && `（${text($row, 'status')}）`}`,
    points: text($row, 'points'),
    reason: `${text($row, 'reason')}${text($row, 'row-unverified') && `（${text($row, 'row-unverified')}）`}`,
    clause: text($row, 'clause'),
  }));
  const counted = new Set(items.filter(({ points }) => points !== '0').map(({ indicator }) => indicator));
  const bringers = readData('recap-words');
  const edition = editionOn(form.day(), data);
  const needed = papersNeeded(data.papers, counted, form.keep());
  const [score, verdict] = [text($result, 'total'), text($result, 'verdict')];
  return {
    title: text($recap, 'recap-title'),
    sentence: text($result, 'sentence'),
    more: [...document.querySelectorAll('[data-recap]')]
      .filter(($more) => !$more.closest('[hidden]'))
      .map(($more) => String($more.textContent).trim())
      .filter(Boolean),
    basis: edition ? say(words.script.recap_basis, { ...edition }) : '',
    advice: text($recap, 'recap-advice'),
    made: say(words.script.recap_made, { day: today(), address: homeAddress(data) || words.script.recap_offline }),
    items,
    score,
    verdict,
    total: `${score} ${verdict}`,
    open: $rows('unanswered').map(($row) => `${text($row, 'title')} ${text($row, 'points')}`),
    nothing: $rows('not-met').map(($row) => text($row, 'title')),
    papers: [...needed].map(([from, names]) => say(words.script.recap_papers, { from: bringers[from], names: names.join('、') })),
    answers: answeredInWords(form, words.script),
  };
}

/**
 * @param {HTMLElement} $recap
 * @param {Recap} recap
 */
function fill($recap, recap) {
  for (const name of /** @type {const} */ (['sentence', 'basis', 'total', 'made'])) {
    slot($recap, `recap-${name}`).textContent = recap[name];
  }
  rows($recap, 'items', recap.items);
  rows($recap, 'answers', recap.answers);
  rows($recap, 'more', recap.more.map((more) => ({ more })));
  rows($recap, 'papers', recap.papers.map((papers) => ({ papers })));
  for (const part of /** @type {const} */ (['open', 'nothing'])) slot($recap, `recap-${part}`).textContent = recap[part].join('、');
  for (const part of /** @type {const} */ (['open', 'nothing', 'papers', 'answers'])) {
    slot($recap, `recap-${part}-part`).hidden = recap[part].length === 0;
  }
}

/**
 * @param {HTMLElement} $recap
 * @param {string} name
 * @param {Record<string, string>[]} entries each fills the slots of its own names
 */
function rows($recap, name, entries) {
  const made = entries.map((entry) => {
    const $row = copyOf(`recap-${name}-row`);
    for (const $slot of $row.querySelectorAll('[data-slot]')) $slot.textContent = entry[$slot.dataset.slot];
    return $row;
  });
  slot($recap, `recap-${name}`).replaceChildren(...made);
}

/**
 * @param {Recap} recap
 * @param {import('../page.js').Words} words
 */
function lines({ sentence, more, basis, items, total, advice, made }, { script }) {
  return [
    sentence,
    ...more,
    '',
    ...items.map((item) => say(script.recap_line, item)),
    say(script.recap_total, { total }),
    '',
    basis,
    advice,
    made,
  ];
}
