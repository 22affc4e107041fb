/** One state: a change tells those who want to hear of what has changed, in order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createStore, shownWrong } from '../../site_templates/assets/calculator/store.js';

test('only those hear who want to hear of a part that has changed', () => {
  const store = createStore();
  const heard = [];
  store.subscribe(['on'], ({ on }) => heard.push(`on ${on}`));
  store.subscribe(['kept', 'on'], () => heard.push('both'));
  store.change({ on: '2026-06-30' });
  store.change({ note: 'said' });
  store.change({ on: '2026-06-30' });
  store.change({ kept: { education: ['college'] } });
  assert.deepEqual(heard, ['on 2026-06-30', 'both', 'both']);
});

test('what a listener changes is told after what it has heard of', () => {
  const store = createStore();
  const heard = [];
  store.subscribe(['on'], () => store.change({ note: 'changed' }));
  store.subscribe(['note'], () => heard.push('note'));
  store.subscribe(['on'], () => heard.push('on'));
  store.change({ on: '2026-06-30' });
  assert.deepEqual(heard, ['on', 'note']);
});

test('a listener that fails keeps nothing from the others, nor from itself later, and its error is heard', () => {
  const failures = [];
  const store = createStore({}, ({ message }) => failures.push(message));
  const heard = [];
  store.subscribe(['on'], ({ on }) => {
    if (on === 'bad') throw new Error(on);
    heard.push(on);
  });
  store.subscribe(['on'], ({ on }) => heard.push(`after ${on}`));
  store.change({ on: 'bad' });
  store.change({ on: 'good' });
  assert.deepEqual(heard, ['after bad', 'good', 'after good']);
  assert.deepEqual(failures, ['bad']);
});

test('the state can only be changed as a whole', () => {
  const { state } = createStore();
  assert.throws(() => {
    state.on = 'other';
  });
});

test('a mistake is shown once its question was left', () => {
  const wrong = [{ code: 'a', path: 'answers.a', message: '' }, { code: 'b', path: 'answers.b', message: '' }];
  assert.deepEqual(shownWrong({ wrong, left: new Set(['b', 'c']) }), [wrong[1]]);
});
