/**
 * The questions as the page asks them: what each is, what it is called, where it stands.
 */

/**
 * @typedef {'choice' | 'yes_no' | 'date' | 'count' | 'amount' | 'percent' | 'dates' | 'ledger'} Kind
 * @typedef {object} Question
 * @property {string} code
 * @property {Kind} kind
 * @property {string} label
 * @property {ReadonlyArray<string> | undefined} editions those that ask it; all where it says none
 * @property {boolean} fromLedger decided by the ledger, where there is one
 * @property {boolean} countsAll it asks for all months of the ledger
 * @property {{ question: string, is?: string, isNot?: string } | undefined} askedIf another answer that makes it matter
 * @property {string} situation without which "nothing" is assumed; empty where everybody is asked
 * @property {string} unit of its number; empty where it has none
 * @property {ReadonlyArray<string> | undefined} choices the texts that can be chosen
 */

export const ON = 'on';

/**
 * @param {ParentNode} $form
 * @returns {Question[]} without the day, which is no question of the policy
 */
export function readQuestions($form) {
  const $questions = /** @type {HTMLElement[]} */ ([...$form.querySelectorAll('[data-question]')]);
  return $questions.map(($question) => {
    const { question: code = '', kind, editions, askedIf, askedIs, askedIsNot, situation = '' } = $question.dataset;
    const $radios = /** @type {HTMLInputElement[]} */ ([...$question.querySelectorAll(`input[type="radio"][name="${code}"]`)]);
    return {
      code,
      kind: /** @type {Kind} */ (kind),
      label: labelOf(code),
      editions: editions?.split(' '),
      fromLedger: 'fromLedger' in $question.dataset,
      countsAll: $question.dataset.fromLedger === 'all',
      askedIf: askedIf === undefined ? undefined : { question: askedIf, is: askedIs, isNot: askedIsNot },
      situation,
      unit: $question.querySelector('.field-with-unit__unit')?.textContent ?? '',
      choices: $radios.length > 0 ? $radios.map(({ value }) => value) : undefined,
    };
  });
}

/**
 * @param {string} code of a question, or of the day
 * @returns {HTMLElement | null}
 */
export function questionAt(code) {
  return document.getElementById(`q-${code}`);
}

/**
 * What a question is called; its code where the page does not ask it.
 *
 * @param {string} code
 */
export function labelOf(code) {
  return questionAt(code)?.querySelector('legend')?.textContent ?? code;
}

/**
 * What a choice is called, where the question has it.
 *
 * @param {string} code
 * @param {unknown} value
 */
export function choiceLabel(code, value) {
  const $label = questionAt(code)?.querySelector(`input[value="${CSS.escape(String(value))}"] + .answer__label`);
  return $label?.firstChild?.textContent ?? undefined;
}

/**
 * The unit of a question's figure, or nothing.
 *
 * @param {string} code
 */
export function unitOf(code) {
  return questionAt(code)?.querySelector('.field-with-unit__unit')?.textContent ?? '';
}

/**
 * The control of a question that takes the focus.
 *
 * @param {string} code
 */
export function controlOf(code) {
  return document.getElementById(`f-${code}`) ?? questionAt(code);
}

/**
 * The code of the question that something stands in.
 *
 * @param {Element} $part
 */
export function codeAt($part) {
  const $question = /** @type {HTMLElement | null} */ ($part.closest('[data-question], [data-request]'));
  return $question?.dataset.question ?? $question?.dataset.request ?? '';
}

/**
 * Take the reader to a control: its whole question in sight, the focus on it.
 *
 * @param {HTMLElement | null} $control
 */
export function focusOn($control) {
  if (!$control) return;
  // What the ledger decides is asked there, once it is begun.
  const $ledger = $control.closest('[data-from-ledger][hidden]') && document.querySelector('[data-kind="ledger"]');
  if ($ledger instanceof HTMLElement) {
    focusOn(controlOf($ledger.dataset.question ?? ''));
    return;
  }
  for (let $fold = $control.closest('details'); $fold; $fold = $fold.parentElement?.closest('details') ?? null) $fold.open = true;
  ($control.closest('fieldset') ?? $control).scrollIntoView({ block: 'start', behavior: 'instant' });
  $control.focus({ preventScroll: true });
}
