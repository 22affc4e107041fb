/* The page of papers: keeps the ticks, counts them, and shows only those that one's answers make necessary. */
(() => {
  'use strict';
  const KEY = 'hujifen.papers';
  const { keeping } = globalThis;
  const papers = [...document.querySelectorAll('[data-paper]')];
  const draft = keeping.draft();
  const hasDraft = Object.keys(draft).length > 0;
  const slot = (name) => document.querySelector(`[data-guide=${name}]`);

  const boxOf = (paper) => paper.querySelector('input');

  const holds = ({ question, is, is_not: isNot, at_least: atLeast }) => {
    const answer = draft[question]?.[0] ?? '';
    if (answer === '') return false;
    if (is !== undefined) return answer === is;
    if (isNot !== undefined) return answer !== isNot;
    return Number(answer) >= atLeast;
  };

  /* With a ledger the months are counted there: then whatever asks for months may be needed. */
  const isFromLedger = ({ question }) => question.startsWith('base_months') && draft.contributions?.length > 0;

  const isNeeded = (paper) => {
    const when = JSON.parse(paper.dataset.when);
    return when.length === 0 || when.some((each) => holds(each) || isFromLedger(each));
  };

  const isShown = (paper) => {
    const shown = document.querySelector('[name=show]:checked').value;
    if (shown === 'employer') return paper.dataset.from === 'employer';
    return shown === 'all' || isNeeded(paper);
  };

  const count = () => {
    const shown = papers.filter((paper) => !paper.hidden);
    const ticked = shown.filter((paper) => boxOf(paper).checked);
    slot('count').textContent = `列出 ${shown.length} 样，已备好 ${ticked.length} 样。`;
  };

  const show = () => {
    for (const paper of papers) paper.hidden = !isShown(paper);
    for (const group of document.querySelectorAll('[data-section]')) {
      group.hidden = !group.querySelector('[data-paper]:not([hidden])');
    }
    count();
  };

  const save = () => {
    const ticked = papers.filter((paper) => boxOf(paper).checked);
    keeping.save(KEY, Object.fromEntries(ticked.map((paper) => [paper.dataset.paper, true])));
    count();
  };

  const kept = keeping.load(KEY);
  for (const paper of papers) boxOf(paper).checked = kept[paper.dataset.paper] === true;

  document.addEventListener('change', (event) => {
    if (event.target.name === 'show') show();
    else save();
  });
  document.querySelector('[data-do=print]').addEventListener('click', () => print());
  document.querySelector('[data-do=clear]').addEventListener('click', () => {
    for (const paper of papers) boxOf(paper).checked = false;
    save();
  });
  document.querySelector('[name=show][value=needed]').disabled = !hasDraft;
  slot('hint').hidden = hasDraft;
  slot('tools').hidden = false;
  show();
})();
