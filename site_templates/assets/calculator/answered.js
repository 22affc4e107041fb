/**
 * The answers in words, as the form shows them: question, answer; what is open or 不确定 is left out.
 */

/**
 * @param {import('./form.js').Form} form
 * @returns {{ code: string, label: string, answer: string }[]}
 */
export function answeredInWords(form) {
  return Object.entries(form.keep()).flatMap(([code, texts]) => {
    const field = form.field(code);
    const answer = field ? inWords(field.$question, texts) : '';
    return field && answer ? [{ code, label: field.label, answer }] : [];
  });
}

/**
 * @param {HTMLElement} $question
 * @param {string[]} texts
 */
function inWords($question, texts) {
  const $chosen = $question.querySelector('input[type="radio"]:checked + .answer__label');
  const typed = $chosen ? texts.slice(1) : texts;
  const unit = $question.querySelector('.field-with-unit__unit')?.textContent ?? '';
  const written = typed.filter((text) => text !== '').map((text) => text + (unit && ` ${unit}`));
  if (!$chosen) return written.join('、');
  if (texts[0] === '') return '';
  return [$chosen.firstChild?.textContent, ...written].join(' ');
}
