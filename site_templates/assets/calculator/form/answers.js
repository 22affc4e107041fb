/**
 * What is kept of the form, and the contract's answers: each from the other, without the page.
 *
 * What is kept of a question is a list of texts: [] untouched, [''] 不确定, otherwise what was chosen or typed, of a ledger
 * its rows. Whether a text is a date or a number is the engine's to judge: what is not written like one goes to it as it is.
 */
import { monthsIn } from '../ledger/years.js';
import { keptRow, rowOf } from './ledger-rows.js';
import { YUAN, asDate, asMonth, asNumber } from './reading-text.js';

/**
 * @typedef {import('../store.js').Kept} Kept
 * @typedef {import('./questions.js').Question} Question
 * @typedef {import('../page.js').Answers} Answers
 */

const WHOLE_MONTH = /^\d{4}-\d{2}$/;
const TEXTS = { none: 'none', some: 'some' };

/**
 * The questions that are asked: those of the edition, without those that another answer makes needless or that a ledger
 * decides. A question whose fellow is still open stays: it may matter.
 *
 * @param {ReadonlyArray<Question>} questions
 * @param {Kept} kept
 * @param {string} edition
 * @returns {Set<string>}
 */
export function askedOf(questions, kept, edition) {
  const hasLedger = questions.some(({ kind, code }) => kind === 'ledger' && (kept[code]?.length ?? 0) > 0);
  const isAsked = (/** @type {Question} */ { editions, fromLedger, askedIf }) => {
    const { question = '', is, isNot } = askedIf ?? {};
    const other = kept[question]?.[0] ?? '';
    const isNeedless = other !== '' && (is === undefined ? other === isNot : other !== is);
    return (editions === undefined || editions.includes(edition)) && !isNeedless && !(hasLedger && fromLedger);
  };
  return new Set(questions.filter(isAsked).map(({ code }) => code));
}

/**
 * What of this has a place in the form: texts of questions that are asked, choices that they have.
 *
 * @param {ReadonlyArray<Question>} questions
 * @param {Kept} kept
 * @param {string} edition
 * @returns {Kept}
 */
export function fitting(questions, kept, edition) {
  const known = questions.filter(({ code, choices }) => {
    const [first] = kept[code] ?? [];
    return first !== undefined && (!choices || choices.includes(first));
  });
  const all = Object.fromEntries(known.map(({ code }) => [code, kept[code]]));
  const asked = askedOf(questions, all, edition);
  return Object.fromEntries(Object.entries(all).filter(([code]) => asked.has(code)));
}

/**
 * @param {ReadonlyArray<Question>} questions
 * @param {Kept} kept
 * @param {string} [on] the day up to which a ledger without bases is counted
 * @returns {Answers} open and 不确定 are left out
 */
export function answersOf(questions, kept, on = '') {
  const answers = questions.map((question) => [question.code, answerOf(question, kept[question.code] ?? [])]);
  const months = monthsAlone(questions, kept, on);
  return { ...Object.fromEntries(answers.filter(([, answer]) => answer !== undefined)), ...months };
}

/**
 * Of a ledger whose bases are still missing the months at least.
 *
 * @param {ReadonlyArray<Question>} questions
 * @param {Kept} kept
 * @param {string} on
 * @returns {Answers}
 */
function monthsAlone(questions, kept, on) {
  const rows = questions.filter(({ kind }) => kind === 'ledger').flatMap(({ code }) => kept[code] ?? []);
  const counting = questions.find(({ countsAll }) => countsAll);
  if (!counting || rows.length === 0 || ledgerAnswer(rows) !== undefined || rows.some((row) => rowOf(row).isUnsure)) return {};
  const months = monthsIn(rows, on);
  return months === undefined ? {} : { [counting.code]: months };
}

/**
 * @param {ReadonlyArray<string>} rows
 * @returns {unknown} undefined while it is open which months were paid, or on which base
 */
function ledgerAnswer(rows) {
  const isOpen = rows.map(rowOf).some(({ from, base, isUnsure }) => isUnsure || (WHOLE_MONTH.test(asMonth(from)) && !base.trim()));
  return rows.length > 0 && !isOpen ? rows.map(contributionOf) : undefined;
}

/**
 * @param {ReadonlyArray<Question>} questions
 * @param {Answers} answers
 * @returns {Kept} also of answers that no question asks for, as they are
 */
export function keptAnswers(questions, answers) {
  const kinds = new Map(questions.map(({ code, kind }) => [code, kind]));
  const kept = Object.entries(answers).map(([code, answer]) => [code, keptOf(kinds.get(code), answer)]);
  return Object.fromEntries(kept.filter(([, texts]) => texts.length > 0));
}

/**
 * @param {import('./questions.js').Question} question
 * @param {ReadonlyArray<string>} texts
 * @returns {unknown} undefined while it is open
 */
function answerOf({ kind, unit }, texts) {
  const [first = '', ...more] = texts;
  switch (kind) {
    case 'choice':
      return first || undefined;
    case 'yes_no':
      return first ? first === 'true' : undefined;
    case 'date':
      return first.trim() ? asDate(first) : undefined;
    case 'dates':
      if (first === TEXTS.none) return [];
      return first === TEXTS.some && more.length > 0 ? more.map(asDate) : undefined;
    case 'ledger':
      return ledgerAnswer(texts);
    default:
      return first.trim() ? asNumber(first, unit) : undefined;
  }
}

/** @param {string} row */
function contributionOf(row) {
  const { from, to, base, isExcluded } = rowOf(row);
  const end = to.trim() ? { to: asMonth(to) } : { ongoing: true };
  return { from: asMonth(from), ...end, base: String(asNumber(base, YUAN)), counts: !isExcluded };
}

/**
 * @param {import('./questions.js').Kind | undefined} kind
 * @param {any} answer
 * @returns {string[]}
 */
function keptOf(kind, answer) {
  if (answer === null) return [];
  if (!Array.isArray(answer)) return [String(answer)];
  if (kind === 'ledger') return answer.map(keptRow);
  return answer.length > 0 ? [TEXTS.some, ...answer.map(String)] : [TEXTS.none];
}
