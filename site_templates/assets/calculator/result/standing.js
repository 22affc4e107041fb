/**
 * How a verdict stands, in words: the score or what of it is certain, how far it is to the standard score, and what the
 * questions that are open can bring.
 */
import { shownPoints } from '../figures.js';
import { say } from '../page.js';

/**
 * @typedef {import('../contract.js').Verdict} Verdict
 * @typedef {import('../contract.js').Open} Open
 * @typedef {import('../contract.js').Effect & { distance?: number | null, can_apply?: boolean | null, open?: Open, standard_score?: number }} Standing
 *   a verdict, or what another reading would make of it
 */

/**
 * Whether there is no single score as yet.
 *
 * @param {Standing} standing
 */
export function isOpen({ outcome, score }) {
  return outcome !== 'vetoed' && score === null;
}

/**
 * The score; while it is open the points that are certain, or the range where nobody says which are.
 *
 * @param {Standing} standing
 * @param {Record<string, string>} script
 */
export function scoreFigure(standing, script) {
  const { outcome, score, score_range: [low, high], open } = standing;
  if (outcome === 'vetoed') return script.no_score;
  if (score !== null) return say(script.score, { score: shownPoints(score) });
  if (typeof open?.certain === 'number') return say(script.score, { score: shownPoints(open.certain) });
  return say(script.range, { low: shownPoints(low), high: shownPoints(high) });
}

/**
 * The same with a word for what is only certain: 已确定 117.
 *
 * @param {Standing} standing
 * @param {Record<string, string>} script
 */
export function shownScore(standing, script) {
  const figure = scoreFigure(standing, script);
  return isOpen(standing) && standing.open ? say(script.certain, { score: figure }) : figure;
}

/**
 * How far it is to the standard score, in words; while it is open what more can come.
 *
 * @param {Standing} standing
 * @param {Record<string, string>} script
 */
export function shownDistance(standing, script) {
  const { outcome, distance, can_apply: canApply, open } = standing;
  if (outcome === 'vetoed') return script.vetoed;
  if (outcome === 'meets_standard') return canApply === false ? script.reached_not_yet : script.reached;
  if (isOpen(standing) && open) return moreInWords(standing, open, script);
  if (outcome === 'undecided') return script.undecided;
  return typeof distance !== 'number' ? script.below : say(script.distance, { distance });
}

/**
 * What the questions that are open can bring. A bound beyond the standard score itself is none that helps.
 *
 * @param {Standing} standing
 * @param {Open} open
 * @param {Record<string, string>} script
 */
function moreInWords({ outcome, standard_score: standard = 0 }, { certain, at_most_more: more, questions }, script) {
  const count = questions.length;
  if (outcome === 'undecided' && Number(certain) >= standard) return script.open_but_records;
  if (count === 0) return say(script.open_records_only, { standard });
  if (Number(more) > standard) return say(script.open_wide, { count });
  return say(outcome === 'below_standard' ? script.open_too_little : script.open_more, { count, more });
}

/**
 * The result in one sentence.
 *
 * @param {Verdict} verdict
 * @param {Record<string, string>} script
 */
export function headlineOf(verdict, script) {
  if (!isOpen(verdict)) return verdict.sentence;
  const standard = verdict.standard_score;
  const said = { standard, score: scoreFigure(verdict, script), distance: shownDistance(verdict, script) };
  const records = verdict.open.may_deduct.length + verdict.open.may_veto.length;
  return say(script.open_sentence, said) + (records > 0 ? say(script.open_records, { count: records }) : '');
}
