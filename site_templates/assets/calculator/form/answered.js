/**
 * The answers in words, as the form shows them: question, answer; what is open or 不确定 is left out.
 */
import { say } from '../page.js';
import { rowOf } from './ledger-rows.js';
import { choiceLabel, labelOf, unitOf } from './questions.js';

/**
 * @param {import('../store.js').Kept} kept
 * @param {Record<string, string>} script the words
 * @returns {{ code: string, label: string, answer: string }[]}
 */
export function answeredInWords(kept, script) {
  return Object.entries(kept).flatMap(([code, texts]) => {
    const answer = textInWords(code, texts, script);
    return answer ? [{ code, label: labelOf(code), answer }] : [];
  });
}

/**
 * The texts of one question, which the page need not ask.
 *
 * @param {string} code
 * @param {ReadonlyArray<string>} texts
 * @param {Record<string, string>} script
 */
export function textInWords(code, texts, script) {
  const [first, ...more] = texts;
  if (!first) return '';
  const chosen = choiceLabel(code, first);
  const unit = unitOf(code);
  const written = (chosen ? more : texts).filter(Boolean).map((text) => rangeInWords(text, script) + (unit && ` ${unit}`));
  return chosen ? [chosen, ...written].join(' ') : written.join('、');
}

/**
 * A row of the ledger in words; other texts are as they were typed.
 *
 * @param {string} text
 * @param {Record<string, string>} script
 */
function rangeInWords(text, script) {
  if (!text.includes('\t')) return text;
  const { from, to, base, isExcluded } = rowOf(text);
  return say(isExcluded ? script.recap_range_excluded : script.recap_range, { from, to: to || script.recap_now, base });
}
