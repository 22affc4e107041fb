/*
 * The search: every section of the site is scored by the words asked for. Chinese is taken in pairs of
 * characters, so that no dictionary is needed; everything else word by word. The index is loaded as a script
 * at the first key, because a page that was opened from a file may not fetch.
 */
(() => {
  'use strict';
  const AT_MOST = 6;
  const WEIGHTS = { title: 8, text: 1, wholeTitle: 40, wholeText: 12 };
  const AROUND = 28;
  const form = document.querySelector('[data-guide=search]');
  const field = form.querySelector('input');
  const slot = (name) => document.querySelector(`[data-guide=${name}]`);

  const plain = (text) => text.normalize('NFKC').toLowerCase();

  /* 缴费基数 → 缴费 费基 基数; a single character stays as it is. */
  const wordsOf = (text) => {
    const found = new Set();
    for (const run of plain(text).match(/\p{Script=Han}+|[\p{L}\p{N}.]+/gu) ?? []) {
      if (!/\p{Script=Han}/u.test(run) || run.length < 3) found.add(run);
      else for (let at = 0; at + 2 <= run.length; at += 1) found.add(run.slice(at, at + 2));
    }
    return [...found];
  };

  const countOf = (text, word) => text.split(word).length - 1;

  const scoreOf = ({ title, text }, words, whole) => {
    const hits = words.map((word) => ({
      title: title.includes(word),
      text: Math.min(3, countOf(text, word)),
    }));
    const found = hits.filter((hit) => hit.title || hit.text > 0).length;
    if (found === 0 || found < words.length * 0.6) return 0;
    const sum = hits.reduce((total, hit) => total + (hit.title ? WEIGHTS.title : 0) + hit.text * WEIGHTS.text, 0);
    return (
      sum * (found / words.length) +
      (title.includes(whole) ? WEIGHTS.wholeTitle : 0) +
      (text.includes(whole) ? WEIGHTS.wholeText : 0)
    );
  };

  let entries;

  const load = () =>
    new Promise((resolve, reject) => {
      if (entries) return resolve();
      const script = document.createElement('script');
      script.src = form.dataset.src;
      script.addEventListener('error', reject);
      script.addEventListener('load', () => {
        entries = globalThis.searchIndex.map(([group, title, page, address, text]) => ({
          group,
          page,
          address,
          shown: { title, text },
          title: plain(title),
          text: plain(text),
        }));
        resolve();
      });
      document.head.append(script);
    });

  /* The piece of the text around its first hit, and where in it the hits are. */
  const pieceOf = (text, words, whole) => {
    const low = plain(text);
    const places = [whole, ...words].map((word) => low.indexOf(word)).filter((at) => at >= 0);
    const first = places.length > 0 ? places[0] : 0;
    const from = Math.max(0, first - AROUND / 2);
    const to = Math.min(text.length, first + AROUND * 2);
    return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  };

  const marked = (text, words) => {
    const low = plain(text);
    const isHit = new Array(text.length).fill(false);
    if (low.length === text.length) {
      for (const word of words) {
        for (let at = low.indexOf(word); at >= 0; at = low.indexOf(word, at + 1)) isHit.fill(true, at, at + word.length);
      }
    }
    const parts = [];
    for (let at = 0; at < text.length; at += 1) {
      if (at > 0 && isHit[at] === isHit[at - 1]) parts.at(-1).text += text[at];
      else parts.push({ text: text[at], hit: isHit[at] });
    }
    return parts.map(({ text: part, hit }) => {
      if (!hit) return part;
      const mark = document.createElement('mark');
      mark.textContent = part;
      return mark;
    });
  };

  const rowOf = (entry, words, whole) => {
    const row = document.createElement('li');
    const link = document.createElement('a');
    link.href = entry.address;
    link.append(...marked(entry.shown.title, words));
    const about = document.createElement('span');
    if (entry.page !== entry.shown.title) about.append(`${entry.page} · `);
    about.append(...marked(pieceOf(entry.shown.text, words, whole), words));
    row.append(link, about);
    return row;
  };

  const show = () => {
    const whole = plain(field.value).replace(/\s+/gu, '');
    const words = wordsOf(field.value);
    const scored = words.length === 0 ? [] : entries
      .map((entry) => ({ entry, score: scoreOf(entry, words, whole) }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score);
    for (const group of document.querySelectorAll('[data-found]')) {
      const found = scored.filter(({ entry }) => entry.group === group.dataset.found).slice(0, AT_MOST);
      group.hidden = found.length === 0;
      group.querySelector('ul').replaceChildren(...found.map(({ entry }) => rowOf(entry, words, whole)));
    }
    slot('start').hidden = scored.length > 0;
    slot('count').textContent =
      words.length === 0 ? '' : scored.length === 0 ? '没有找到，换个短一点的词试试。' : `找到 ${scored.length} 处，每类列出最相关的几处。`;
    history.replaceState(null, '', `#${encodeURIComponent(field.value.trim())}`);
  };

  const search = () =>
    load().then(show, () => {
      slot('count').textContent = '查找用的文件没有载入，请刷新页面再试。';
    });

  form.addEventListener('submit', (event) => event.preventDefault());
  field.addEventListener('input', search);
  form.hidden = false;
  slot('plain').hidden = true;
  try {
    field.value = decodeURIComponent(location.hash.slice(1));
  } catch {
    field.value = '';
  }
  if (field.value !== '') search();
})();
