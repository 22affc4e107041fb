/**
 * Records that nobody has answered for: looked ahead without, as most people have none, and said so.
 */

/**
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
