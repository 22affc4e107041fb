/**
 * Which questions are shown: those that the edition asks, without those that another answer makes needless or that a
 * ledger decides.
 *
 * A question whose fellow is still open stays: it may matter.
 */

/**
 * @param {ReadonlyArray<import('./fields.js').Field>} fields
 * @param {string} edition
 */
export function showRelevant(fields, edition) {
  const answers = new Map(fields.map(({ code, keep }) => [code, keep()[0] ?? '']));
  const hasLedger = fields.some(({ $question, keep }) => $question.dataset.kind === 'ledger' && keep().length > 0);
  for (const { $question } of fields) {
    const { editions, askedIf, askedIs, askedIsNot } = $question.dataset;
    const isAsked = editions === undefined || editions.split(' ').includes(edition);
    const other = answers.get(askedIf ?? '') ?? '';
    const isNeedless = other !== '' && (askedIs === undefined ? other === askedIsNot : other !== askedIs);
    const isDecided = hasLedger && 'fromLedger' in $question.dataset;
    $question.hidden = !isAsked || isNeedless || isDecided;
  }
}
