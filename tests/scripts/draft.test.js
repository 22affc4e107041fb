/** The draft lies in the browser's own storage, and whatever is no draft is none. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { clearDraft, draftOf, loadDraft, saveDraft } from '../../site_templates/assets/calculator/keeping/draft.js';

const DRAFT = { on: '2026-06-30', kept: { education: ['college'] }, readings: { gaps: 'count' } };
/** @type {Map<string, string>} */
const stored = new Map();

Object.assign(globalThis, {
  document: Object.assign(new EventTarget(), { querySelector: () => null }),
  localStorage: {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, text) => stored.set(key, text),
    removeItem: (key) => stored.delete(key),
  },
});
beforeEach(() => stored.clear());

test('what is saved is loaded', () => {
  saveDraft(DRAFT);
  assert.deepEqual(loadDraft(), DRAFT);
});

test('a draft of nothing leaves nothing behind', () => {
  saveDraft(DRAFT);
  saveDraft({ on: '', kept: {}, readings: {} });
  assert.equal(stored.size, 0);
  saveDraft(DRAFT);
  clearDraft();
  assert.equal(stored.size, 0);
});

test('what is damaged or of another schema is left aside', () => {
  for (const text of ['{', 'null', '[]', '{}', '{"schema":0,"on":"","kept":{}}', '{"schema":1,"on":"","kept":{"title":3}}']) {
    stored.set('hujifen.draft', text);
    assert.equal(loadDraft(), undefined);
  }
});

test('a draft of a newer page is left alone, and that nothing is kept is told', () => {
  const newer = '{"schema":2,"on":"","answers":{"title":"none"}}';
  stored.set('hujifen.draft:file', newer);
  assert.equal(loadDraft(), undefined);
  assert.equal(saveDraft(DRAFT), false);
  assert.equal(stored.get('hujifen.draft:file'), newer);
  clearDraft();
  assert.equal(saveDraft(DRAFT), true);
});

test('only lists of texts are answers', () => {
  assert.deepEqual(draftOf(DRAFT), DRAFT);
  assert.equal(draftOf({ ...DRAFT, on: 3 }), undefined);
  assert.equal(draftOf({ ...DRAFT, kept: { title: 'none' } }), undefined);
  assert.equal(draftOf({ ...DRAFT, kept: { title: [3] } }), undefined);
});

test('a document hears of a draft that is saved or cleared', () => {
  const heard = [];
  document.addEventListener('hujifen-draft', ({ detail }) => heard.push(detail));
  saveDraft(DRAFT);
  clearDraft();
  assert.deepEqual(heard, [DRAFT, null]);
});

test('storage that refuses is no trouble', () => {
  const { localStorage } = globalThis;
  globalThis.localStorage = { getItem: () => { throw new Error('off'); } };
  assert.equal(loadDraft(), undefined);
  globalThis.localStorage = localStorage;
});
