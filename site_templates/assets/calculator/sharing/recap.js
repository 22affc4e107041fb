/**
 * The result on one page to keep: what is on the screen, gathered for print and for copying as text.
 */
import { homeAddress } from './address.js';
import { answeredInWords } from '../form/answered.js';
import { copyOf, editionOn, readData, say, slot } from '../page.js';
import { shownAwardPoints } from '../result/award-row.js';
import { awardsOf } from '../result/result.js';
import { headlineOf, shownDistance, shownScore } from '../result/standing.js';
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
 * @param {HTMLElement} $recap
 * @param {import('../page.js').Context} context
 */
export function openRecap($recap, context) {
  const { store, words } = context;
  /** Nothing while the score is still that of former answers. */
  const gather = () => {
    const { verdict, pending } = store.state;
    return verdict && !pending ? gathered($recap, verdict, context) : undefined;
  };
  /** What is to be done once the score is that of the answers. @type {(() => void) | undefined} */
  let wanted;
  store.subscribe(['pending'], ({ pending }) => {
    if (pending || !wanted) return;
    // After everybody has shown what came.
    queueMicrotask(wanted);
    wanted = undefined;
  });

  // However the page is sent to the printer, its recap is of this moment; but another part of it may be meant.
  addEventListener('beforeprint', () => {
    if (store.state.pending) store.change({ late: true });
    const recap = document.querySelector('[data-printed]') ? undefined : gather();
    $recap.hidden = !recap;
    if (recap) fill($recap, recap);
  });
  return {
    gather,
    /** Do it now, or once the score that is on its way has come; until then that is said. @param {() => void} work */
    whenScored: (work) => {
      if (!store.state.pending) return work();
      wanted = work;
      slot(document, 'kept-note').textContent = words.script.late;
    },
    /** The result as lines of plain text; nothing where there is none. */
    text: () => {
      const recap = gather();
      return recap ? lines(recap, words).join('\n') : '';
    },
  };
}

/**
 * @param {HTMLElement} $recap
 * @param {import('../contract.js').Verdict} verdict
 * @param {import('../page.js').Context} context
 * @returns {Recap}
 */
function gathered($recap, verdict, { store, data, words }) {
  const { kept } = store.state;
  const { script } = words;
  const text = (/** @type {string} */ name) => slot($recap, name).textContent.trim();
  const items = awardsOf(verdict).map((award) => itemOf(award, verdict.open, words));
  const bringers = readData('recap-words');
  const edition = editionOn(verdict.on, data);
  const [score, distance] = [shownScore(verdict, script), shownDistance(verdict, script)];
  return {
    title: text('recap-title'),
    sentence: headlineOf(verdict, script),
    more: [...document.querySelectorAll('[data-recap]')]
      .filter(($more) => !$more.closest('[hidden]'))
      .map(($more) => String($more.textContent).trim())
      .filter(Boolean),
    basis: edition ? say(script.recap_basis, edition) : '',
    advice: text('recap-advice'),
    made: say(script.recap_made, { day: today(), version: data.version_in_words, address: homeAddress(data) || script.recap_offline }),
    items,
    score,
    verdict: distance,
    total: `${score} ${distance}`,
    open: awardsOf(verdict, 'unanswered').map((award) => `${award.title} ${shownAwardPoints(award, script, verdict.open)}`),
    nothing: awardsOf(verdict, 'not-met').map(({ title }) => title),
    papers: papersInWords(store.state.papers, bringers, script),
    answers: answeredInWords(kept, script),
  };
}

/**
 * The papers by who brings them.
 *
 * @param {ReadonlyArray<import('../contract.js').Paper>} papers
 * @param {Record<string, string>} bringers
 * @param {Record<string, string>} script
 */
function papersInWords(papers, bringers, script) {
  return [...new Set(papers.map(({ from }) => from))].map((bringer) => {
    const theirs = papers.filter(({ from }) => from === bringer);
    const names = theirs.map(({ name, sure }) => (sure ? name : say(script.recap_perhaps, { name }))).join('、');
    return say(script.recap_papers, { from: bringers[bringer], names });
  });
}

/**
 * @param {import('../contract.js').Award} award
 * @param {import('../contract.js').Open} open
 * @param {import('../page.js').Words} words
 */
function itemOf(award, open, { status, script }) {
  const said = award.status === 'awarded' ? '' : `（${status[award.status]}）`;
  const unverified = award.unverified_from ? `（${say(script.unverified, { month: award.unverified_from })}）` : '';
  return {
    indicator: award.indicator,
    title: award.title + said,
    points: shownAwardPoints(award, script, open),
    reason: award.sentence + unverified,
    clause: award.clause,
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
