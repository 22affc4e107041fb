/**
 * The line that stays in sight: score, standard score, distance; and, after a moment of quiet, spoken.
 */
import { say, shownPoints, slot } from '../page.js';

const QUIET_MS = 1000;

/**
 * @typedef {{
 *   outcome: 'meets_standard' | 'below_standard' | 'undecided' | 'vetoed',
 *   score: number | null, score_range: [number, number], standard_score: number, distance: number | null,
 *   sentence: string, awards: import('./award-row.js').Award[], deciding: string[],
 * }} Verdict
 */

/**
 * @param {ParentNode} $page
 * @param {Record<string, string>} script the words
 */
export function openScoreLine($page, script) {
  const $line = slot($page, 'score-line');
  const $score = slot($line, 'score');
  const $distance = slot($line, 'distance');
  const $go = slot($line, 'go');
  const $spoken = slot($page, 'announcement');
  let timer = 0;

  const write = (/** @type {string} */ score, /** @type {string} */ distance, /** @type {string} */ go, spoken = '') => {
    $score.textContent = score;
    $distance.textContent = distance;
    $go.textContent = go;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (spoken && $spoken.textContent !== spoken) $spoken.textContent = spoken;
    }, QUIET_MS);
  };

  const writeMistakes = (/** @type {string} */ score, /** @type {number} */ count) => {
    const words = say(script.to_mend, { count });
    write(score, words, script.go_errors, words);
  };

  return {
    empty: () => write(script.no_score, script.no_answers, script.go_form),
    waiting: () => write(script.no_score, script.waiting, script.go_form),
    failed: () => write(script.no_score, script.failed_short, script.go_failure, script.failed_short),
    /** @param {number} count of what must be mended before there is a score */
    stopped: (count) => writeMistakes(script.no_score, count),
    /**
     * @param {Verdict} verdict
     * @param {number} mistakes that are left out of it
     */
    show(verdict, mistakes) {
      const score = shownScore(verdict, script);
      const distance = shownDistance(verdict, script);
      const standard = verdict.standard_score;
      slot($line, 'standard').textContent = standard;
      const spoken = say(script.announced, { score, standard, distance });
      if (mistakes === 0) write(score, distance, script.go_result, spoken);
      else writeMistakes(score, mistakes);
    },
    say: (/** @type {string} */ words) => {
      clearTimeout(timer);
      $spoken.textContent = words;
    },
  };
}

/**
 * The score, or its range while it is open.
 *
 * @param {Pick<Verdict, 'outcome' | 'score' | 'score_range'>} verdict
 * @param {Record<string, string>} script
 */
export function shownScore({ outcome, score, score_range: [low, high] }, script) {
  if (outcome === 'vetoed') return script.no_score;
  if (score !== null) return say(script.score, { score: shownPoints(score) });
  return say(script.range, { low: shownPoints(low), high: shownPoints(high) });
}

/**
 * How far it is to the standard score, in words.
 *
 * @param {Pick<Verdict, 'outcome'> & { distance?: number | null }} verdict
 * @param {Record<string, string>} script
 */
export function shownDistance({ outcome, distance }, script) {
  if (outcome === 'vetoed') return script.vetoed;
  if (outcome === 'undecided') return script.undecided;
  if (outcome === 'meets_standard') return script.reached;
  return typeof distance !== 'number' ? script.below : say(script.distance, { distance });
}
