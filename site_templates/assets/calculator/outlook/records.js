/**
 * What is taken as "none" where one looks ahead: records that nobody has answered for, and what was not asked.
 */
import { askedOf } from '../form/answers.js';
import { asDate } from '../form/reading-text.js';
import { editionOn } from '../page.js';

/**
 * Most people have no records: one looks ahead without, and says so.
 *
 * @param {import('../contract.js').Request} request
 * @param {import('../contract.js').Verdict | undefined} verdict of that request
 * @param {import('../page.js').Answers} nothing what it is to have none, by question
 * @returns {{ request: import('../contract.js').Request, assumed: string[] }} the questions that were taken as "none"
 */
export function withoutRecords(request, verdict, nothing) {
  const { may_deduct: deduct = [], may_veto: veto = [] } = verdict?.open ?? {};
  const assumed = [...deduct, ...veto].filter((code) => code in nothing && !(code in request.answers));
  const none = Object.fromEntries(assumed.map((code) => [code, nothing[code]]));
  return { request: { ...request, answers: { ...request.answers, ...none } }, assumed };
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
