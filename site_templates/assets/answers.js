/* The sheet for the official form: writes the calculator's answers, where there are any, beside its questions. */
(() => {
  'use strict';
  const draft = globalThis.keeping.draft();
  const labels = JSON.parse(document.getElementById('labels').textContent);
  const words = { true: '是', false: '不是', none: '没有', some: '有' };

  const inWords = (question, unit, texts) =>
    texts
      .map((text) => labels[question]?.[text] ?? words[text] ?? (unit ? `${text} ${unit}` : text))
      .join('、');

  for (const row of document.querySelectorAll('[data-own]')) {
    const { own: question, unit } = row.dataset;
    const texts = (draft[question] ?? []).filter((text) => text !== '');
    if (texts.length > 0) row.querySelector('[data-guide=answer]').textContent = inWords(question, unit, texts);
  }
  document.querySelector('[data-guide=hint]').hidden = false;
})();
