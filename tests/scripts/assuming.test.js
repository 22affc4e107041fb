/** Those who say nothing of a situation are taken to have none of it; those who say something of it are asked. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assumedOf, situationsOf } from '../../site_templates/assets/calculator/form/assuming.js';

const BLANK = { label: '', editions: undefined, fromLedger: false, countsAll: false, askedIf: undefined, choices: undefined, situation: '' };
const QUESTIONS = [
  { ...BLANK, code: 'born', kind: 'date' },
  { ...BLANK, code: 'taxes', kind: 'amount', situation: 'firm' },
  { ...BLANK, code: 'share', kind: 'percent', situation: 'firm' },
  { ...BLANK, code: 'married', kind: 'yes_no', situation: 'spouse' },
  { ...BLANK, code: 'wedding', kind: 'date', situation: 'spouse', askedIf: { question: 'married', is: 'true' } },
  { ...BLANK, code: 'fines', kind: 'dates', situation: 'records' },
  { ...BLANK, code: 'old', kind: 'yes_no', situation: 'records', editions: ['2018'] },
];
const DATA = { nothing: { born: '1950-01-01', taxes: 0, share: 100, married: false, fines: [], old: false } };

test('nothing is assumed to each question of a situation that the edition asks, and to no other', () => {
  const kept = { born: ['1990-01-15'] };
  assert.deepEqual(assumedOf(QUESTIONS, kept, '2023', DATA), { taxes: ['0'], share: ['100'], married: ['false'], fines: ['none'] });
  assert.deepEqual(assumedOf(QUESTIONS, kept, '2018', DATA).old, ['false']);
});

test('one answer opens the whole situation, be it unsure', () => {
  for (const kept of [{ taxes: ['5'] }, { taxes: [''] }]) {
    assert.deepEqual([...situationsOf(QUESTIONS, kept, DATA)], ['firm']);
    assert.deepEqual(Object.keys(assumedOf(QUESTIONS, kept, '2023', DATA)), ['married', 'fines']);
  }
});

test('an answer of nothing opens nothing, and is no assumption', () => {
  const kept = { taxes: ['0'], married: ['false'] };
  assert.equal(situationsOf(QUESTIONS, kept, DATA).size, 0);
  assert.deepEqual(assumedOf(QUESTIONS, kept, '2023', DATA), { share: ['100'], fines: ['none'] });
});
