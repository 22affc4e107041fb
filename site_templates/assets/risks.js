/* The page of risks: keeps the answers and counts them. What follows from each is shown by the style sheet. */
(() => {
  'use strict';
  const KEY = 'hujifen.risks';
  const { keeping } = globalThis;
  const risks = [...document.querySelectorAll('[data-risk]')];
  const slot = (name) => document.querySelector(`[data-guide=${name}]`);
  const answerOf = (risk) => risk.querySelector('input:checked')?.value;

  const count = () => {
    const answers = risks.map(answerOf);
    const of = (wanted) => answers.filter((answer) => answer === wanted).length;
    slot('count').hidden = !answers.some(Boolean);
    slot('count').textContent =
      `${risks.length} 条里看了 ${answers.filter(Boolean).length} 条：` +
      `有麻烦的 ${of('risky')} 条，要去查的 ${of('unsure')} 条，放心的 ${of('safe')} 条。`;
  };

  const save = () => {
    const answered = risks.filter(answerOf);
    keeping.save(KEY, Object.fromEntries(answered.map((risk) => [risk.dataset.risk, answerOf(risk)])));
    count();
  };

  const kept = keeping.load(KEY);
  for (const risk of risks) {
    for (const radio of risk.querySelectorAll('input')) radio.checked = kept[risk.dataset.risk] === radio.value;
  }
  document.addEventListener('change', save);
  document.querySelector('[data-do=clear]').addEventListener('click', () => {
    for (const radio of document.querySelectorAll('[data-risk] input')) radio.checked = false;
    save();
  });
  slot('tools').hidden = false;
  count();
})();
