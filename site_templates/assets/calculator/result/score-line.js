/**
 * The line that stays in sight: score, standard score, distance; and, after a moment of quiet, spoken.
 */
import { say, slot } from '../page.js';
import { shownWrong } from '../store.js';
import { isOpen, scoreFigure, shownDistance, shownScore } from './standing.js';

const QUIET_MS = 1000;

/** @typedef {import('../contract.js').Verdict} Verdict */

/**
 * @param {HTMLElement} $page
 * @param {import('../page.js').Context} context
 */
export function openScoreLine($page, { store, words: { script } }) {
  const $line = slot($page, 'score-line');
  keepClear($line);
  const $spoken = slot($page, 'announcement');
  let timer = 0;

  store.subscribe(['verdict', 'wrong', 'left', 'pending', 'late', 'trouble', 'engine'], (state) => {
    const { score, distance, leads, spoken } = lineOf(state, script);
    slot($line, 'score').textContent = score;
    slot($line, 'certain').hidden = state.late || !(state.verdict && isOpen(state.verdict));
    slot($line, 'distance').textContent = distance;
    slot($line, 'go').textContent = leads;
    if (state.verdict) slot($line, 'standard').textContent = state.verdict.standard_score;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (spoken && $spoken.textContent !== spoken) $spoken.textContent = spoken;
    }, QUIET_MS);
  });
  store.subscribe(['spoken'], ({ spoken }) => {
    clearTimeout(timer);
    $spoken.textContent = spoken.text;
  });
}

/**
 * @param {Readonly<import('../store.js').State>} state
 * @param {Record<string, string>} script the words
 * @returns {{ score: string, distance: string, leads: string, spoken: string }} `leads` is where its link goes, in words
 */
export function lineOf(state, script) {
  const { verdict, pending, late, trouble, engine } = state;
  const count = shownWrong(state).length;
  const score = verdict ? scoreFigure(verdict, script) : script.no_score;
  if (trouble) {
    const short = script[`${engine}_short`];
    return { score, distance: short, leads: script.go_failure, spoken: short };
  }
  if (count > 0) {
    const mend = say(script.to_mend, { count });
    return { score, distance: mend, leads: script.go_errors, spoken: mend };
  }
  if (verdict && late) return { score: script.no_score, distance: script.late, leads: script.go_result, spoken: script.late };
  if (verdict) {
    const distance = shownDistance(verdict, script);
    const spoken = say(script.announced, { score: shownScore(verdict, script), standard: verdict.standard_score, distance });
    return { score, distance, leads: script.go_result, spoken };
  }
  return { score, distance: pending ? script.waiting : script.no_answers, leads: script.go_form, spoken: '' };
}

/**
 * Have what one jumps to stop below the line, however high it is: with large text or much that is assumed it has more lines.
 *
 * @param {HTMLElement} $line
 */
function keepClear($line) {
  const tell = () => document.documentElement.style.setProperty('--score-line', `${$line.offsetHeight}px`);
  new ResizeObserver(tell).observe($line);
}
