/**
 * What is taken as "none" where one looks ahead: records that nobody has answered for, what only an edition to come asks,
 * and what was not asked.
 */
import { askedOf } from '../form/answers.js';
import { asDate } from '../form/reading-text.js';
import { editionOn } from '../page.js';

/**
 * Most people have no records, and nobody could be asked yet what only an edition to come asks: one looks ahead without,
 * and says so.
 *
 * @param {import('../contract.js').Request} request
 * @param {import('../contract.js').Verdict | undefined} verdict of that request
 * @param {Pick<import('../page.js').Context, 'questions' | 'data'>} context
 * @returns {{ request: import('../contract.js').Request, assumed: string[] }} the questions that were taken as "none"
 */
export function lookingAhead(request, verdict, { questions, data }) {
  const { nothing } = data;
  const { may_deduct: deduct = [], may_veto: veto = [] } = verdict?.open ?? {};
  const open = [...deduct, ...veto, ...askedLater(request, questions, data)];
  const assumed = open.filter((code) => code in nothing && !(code in request.answers));
  const none = Object.fromEntries(assumed.map((code) => [code, nothing[code]]));
  return { request: { ...request, answers: { ...request.answers, ...none } }, assumed };
}

/**
 * The questions that editions after the day ask and that of the day doesn't, without those that a ledger answers.
 *
 * @param {import('../contract.js').Request} request
 * @param {import('../page.js').Context['questions']} questions
 * @param {import('../page.js').PageData} data
 */
function askedLater({ on, answers }, questions, data) {
  const now = editionOn(on, data)?.questions ?? [];
  const later = new Set(data.editions.filter(({ from }) => from > on).flatMap((edition) => edition.questions));
  const isAsked = questions.filter(({ code, kind, fromLedger }) => later.has(code) && kind !== 'ledger' && !(fromLedger && answers.contributions));
  return isAsked.map(({ code }) => code).filter((code) => !now.includes(code));
}

/**
 * Answers to questions that are not asked, as another answer makes them needless: without them nobody could be told what a
 * change of that other answer brings.
 *
 * @param {import('../page.js').Context} context
 * @returns {import('../page.js').Answers}
 */
export function unaskedAsNone({ store, questions, data }) {
  const { on, kept, request } = store.state;
  const asked = askedOf(questions, kept, editionOn(asDate(on), data)?.code ?? '');
  const none = questions.filter(({ code, askedIf, fromLedger }) => {
    const isCounted = fromLedger && request?.answers.contributions;
    return askedIf && !asked.has(code) && code in data.nothing && !isCounted;
  });
  return Object.fromEntries(none.map(({ code }) => [code, data.nothing[code]]));
}
