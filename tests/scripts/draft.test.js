/** The draft lies in the browser's own storage, and whatever is no draft is none. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { clearDraft, draftOf, loadDraft, loadDraftOfTab, saveDraft } from '../../site_templates/assets/calculator/keeping/draft.js';

const DRAFT = { on: '2026-06-30', kept: { education: ['college'] }, readings: { gaps: 'count' } };
/** @type {Map<string, string>} */
const stored = new Map();
/** @type {Map<string, string>} */
const ofTab = new Map();
const storage = (texts) => ({
  getItem: (key) => texts.get(key) ?? null,
  setItem: (key, text) => texts.set(key, text),
  removeItem: (key) => texts.delete(key),
});

Object.assign(globalThis, {
  document: Object.assign(new EventTarget(), { querySelector: () => null }),
  localStorage: storage(stored),
  sessionStorage: storage(ofTab),
});
beforeEach(() => {
  stored.clear();
  ofTab.clear();
});

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

test('what a full browser does not keep, its tab does, until there is room', (t) => {
  const later = { ...DRAFT, kept: { education: ['doctor'] } };
  saveDraft(DRAFT);
  const full = t.mock.method(localStorage, 'setItem', () => {
    throw new Error('full');
  });
  assert.equal(saveDraft(later), false);
  assert.deepEqual([loadDraft(), loadDraftOfTab()], [DRAFT, later]);
  full.mock.restore();
  assert.equal(saveDraft(later), true);
  assert.deepEqual([loadDraft(), loadDraftOfTab()], [later, undefined]);
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

test('a draft that could not be read again is not said to be kept', () => {
  Array.prototype.toJSON = function () {
    return `[${this.join()}]`;
  };
  try {
    assert.equal(saveDraft(DRAFT), false);
  } finally {
    delete Array.prototype.toJSON;
  }
  assert.equal(saveDraft(DRAFT), true);
});
