/**
 * The form as a whole: it is read into the contract's request, kept as typed, and filled from answers.
 */
import { openField } from './fields.js';
import { keptRow } from '../ledger/ledger-field.js';
import { editionOn } from '../page.js';
import { showRelevant } from './relevance.js';

/**
 * @typedef {import('./fields.js').Field} Field
 * @typedef {{ code: string, label: string, words: string, $control: HTMLElement }} Wrong
 * @typedef {Record<string, string[]>} Kept what was typed and chosen, by question; untouched ones are left out
 * @typedef {{ on: string, answers: import('../page.js').Answers, wrong: Wrong[] }} FormRead
 * @typedef {ReturnType<typeof openForm>} Form
 */

const ON = 'on';

/**
 * @param {HTMLFormElement} $form
 * @param {import('../page.js').PageData} data
 * @param {import('../page.js').Words} words
 */
export function openForm($form, data, words) {
  /** @type {Field[]} */
  const fields = [...$form.querySelectorAll('[data-question], [data-request]')].map(($question) =>
    openField(/** @type {HTMLElement} */ ($question), words),
  );
  const byCode = new Map(fields.map((field) => [field.code, field]));
  const on = /** @type {Field} */ (byCode.get(ON));
  /** Questions that were left, or filled by others: their mistakes may be shown. @type {Set<string>} */
  const left = new Set();
  let edition = data.editions.at(-1);

  const arrange = () => {
    const day = on.read().value;
    edition = editionOn(day ?? '', data) ?? edition;
    showRelevant(fields, edition?.code ?? '');
  };
  const questions = () => fields.filter(({ code, $question }) => code !== ON && !$question.hidden);

  /** @returns {FormRead} */
  const read = () => {
    /** @type {import('../page.js').Answers} */
    const answers = {};
    /** @type {Wrong[]} */
    const wrong = [];
    for (const { code, label, read: readOne } of [on, ...questions()]) {
      const { value, mistake } = readOne();
      if (mistake) wrong.push({ code, label, ...mistake });
      if (value !== undefined && code !== ON) answers[code] = value;
    }
    const day = on.read();
    if (!day.value && !day.mistake) {
      wrong.unshift({ code: ON, label: on.label, words: words.script.error_on, $control: controlOf(on) });
    }
    return { on: day.value ?? '', answers, wrong };
  };

  /** @returns {Kept} */
  const keep = () => {
    const kept = questions().map(({ code, keep: keepOne }) => [code, keepOne()]);
    return Object.fromEntries(kept.filter(([, texts]) => texts.length > 0));
  };

  /** @param {Kept} kept */
  const restore = (kept) => {
    for (const field of fields) {
      if (field.code === ON) continue;
      const texts = kept[field.code] ?? [];
      field.fill(texts);
      if (texts.length > 0) left.add(field.code);
      else left.delete(field.code);
    }
    arrange();
  };

  /** The field that a control of the form belongs to. */
  const fieldOf = (/** @type {Element} */ $control) =>
    /** @type {Field} */ (fields.find(({ $question }) => $question.contains($control)));

  return {
    read,
    keep,
    restore,
    arrange,
    field: (/** @type {string} */ code) => byCode.get(code),
    /** Where a mistake of a question is that the engine found. */
    controlAt: (/** @type {Field} */ field, /** @type {string} */ path) => field.controlAt?.(path) ?? controlOf(field),
    hasLeft: (/** @type {string} */ code) => left.has(code),
    leaveAll: () => fields.forEach(({ code }) => left.add(code)),
    /** Where answering begins. */
    first: () => controlOf(fields[1]),
    day: () => on.keep()[0] ?? '',
    setDay: (/** @type {string} */ day) => {
      on.fill([day]);
      left.add(ON);
      arrange();
    },
    /** Fill in what is still open inside an element, from answers that say "nothing". */
    fillOpen: (/** @type {Element} */ $part, /** @type {import('../page.js').Answers} */ answers) => {
      for (const field of questions()) {
        const isOpen = $part.contains(field.$question) && field.keep().length === 0;
        if (isOpen && field.code in answers) field.fill(keptOf(answers[field.code]));
      }
      arrange();
    },
    fieldOf,
    /** Put a field that was left into the form that it is read in. */
    leave: (/** @type {Element} */ $control) => {
      const field = fieldOf($control);
      field.tidy();
      left.add(field.code);
    },
  };
}

/**
 * Answers of the contract as the form keeps them.
 *
 * @param {import('../page.js').Answers} answers
 * @returns {Kept}
 */
export function keptAnswers(answers) {
  return Object.fromEntries(Object.entries(answers).map(([code, answer]) => [code, keptOf(answer)]));
}

/** @param {any} answer */
function keptOf(answer) {
  if (answer === null) return [];
  if (Array.isArray(answer)) return keptList(answer);
  return [String(answer)];
}

/** @param {any[]} answer dates, or ranges of months */
function keptList(answer) {
  if (typeof answer[0] === 'object') return answer.map(keptRow);
  return answer.length > 0 ? ['some', ...answer] : ['none'];
}

/**
 * The control of a question that takes the focus.
 *
 * @param {Field} field
 * @returns {HTMLElement}
 */
export function controlOf({ code, $question }) {
  return document.getElementById(`f-${code}`) ?? $question;
}
