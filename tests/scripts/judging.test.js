/** What the engine refuses counts as not answered, is told, and keeps nothing else from being scored. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { judged } from '../../site_templates/assets/calculator/judging.js';

const REQUEST = { policy: 'toy', on: '2026-06-30', answers: { born: 'x', months: -1, rows: [{}], school: 'college' } };

/** An engine that refuses these answers, one a call, by their path. */
function engineThat(/** @type {Record<string, string>} */ refuses) {
  const asked = [];
  const call = async (/** @type {string} */ method, /** @type {string} */ text) => {
    const request = JSON.parse(text);
    asked.push(request);
    const path = Object.keys(refuses).find((each) => each === 'on' || /\.(\w+)/.exec(each)[1] in request.answers);
    return JSON.stringify(path ? { error: { path, message: refuses[path] } } : { score: Object.keys(request.answers).length });
  };
  return { call, asked };
}

test('all mistakes are found, and the rest is scored', async () => {
  const { call, asked } = engineThat({ 'answers.born': 'no day', 'answers.months': 'too few', 'answers.rows[0].from': 'no month' });
  const { verdict, request, wrong } = await judged({ call }, REQUEST);
  assert.deepEqual(verdict, { score: 1 });
  assert.deepEqual(request.answers, { school: 'college' });
  assert.deepEqual(wrong, [
    { code: 'born', path: 'answers.born', message: 'no day' },
    { code: 'months', path: 'answers.months', message: 'too few' },
    { code: 'rows', path: 'answers.rows[0].from', message: 'no month' },
  ]);
  assert.equal(asked.length, 4);
});

test('without its day nothing is scored', async () => {
  const { call, asked } = engineThat({ on: 'no edition' });
  const { verdict, request, wrong } = await judged({ call }, REQUEST);
  assert.deepEqual([verdict, request], [undefined, undefined]);
  assert.deepEqual(wrong, [{ code: 'on', path: 'on', message: 'no edition' }]);
  assert.equal(asked.length, 1);
});

test('what is assumed alone is not scored', async () => {
  const { call } = engineThat({ 'answers.born': 'no day' });
  const { verdict } = await judged({ call }, { ...REQUEST, answers: { born: 'x', fines: [] } }, ['fines']);
  assert.equal(verdict, undefined);
});

test('where all that was answered is refused, nothing is scored', async () => {
  const { call } = engineThat({ 'answers.born': 'no day' });
  const answers = { born: 'x', readings: { gaps: 'count' } };
  const { verdict, wrong } = await judged({ call }, { ...REQUEST, answers });
  assert.equal(verdict, undefined);
  assert.equal(wrong.length, 1);
});
