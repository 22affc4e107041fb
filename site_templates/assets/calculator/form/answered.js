/**
 * The answers in words, as the form shows them: question, answer; what is open or 不确定 is left out.
 */
import { say } from '../page.js';

/**
 * @param {import('./form.js').Form} form
 * @param {Record<string, string>} script the words
 * @returns {{ code: string, label: string, answer: string }[]}
 */
export function answeredInWords(form, script) {
  return Object.entries(form.keep()).flatMap(([code, texts]) => {
    const field = form.field(code);
    const answer = field ? inWords(field.$question, texts, script) : '';
    return field && answer ? [{ code, label: field.label, answer }] : [];
  });
}

/**
 * The texts of one question.
 *
 * @param {HTMLElement} $question
 * @param {string[]} texts
 * @param {Record<string, string>} script
 */
export function inWords($question, texts, script) {
  const $chosen = $question.querySelector('input[type="radio"]:checked + .answer__label');
  const typed = $chosen ? texts.slice(1) : texts;
  const unit = $question.querySelector('.field-with-unit__unit')?.textContent ?? '';
  const written = typed.filter((text) => text !== '').map((text) => rangeInWords(text, script) + (unit && ` ${unit}`));
  if (!$chosen) return written.join('、');
  if (texts[0] === '') return '';
  return [$chosen.firstChild?.textContent, ...written].join(' ');
}

/**
 * A range of the ledger is kept with tabs between its parts; other texts are as they were typed.
 *
 * @param {string} text
 * @param {Record<string, string>} script
 */
function rangeInWords(text, script) {
  const [from, to, base, excluded] = text.split('\t');
  if (to === undefined) return text;
  return say(excluded ? script.recap_range_excluded : script.recap_range, { from, to, base });
}
