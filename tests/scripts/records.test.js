/** What is taken as "none" where one looks ahead: records that are open, and what only an edition to come asks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { lookingAhead } from '../../site_templates/assets/calculator/outlook/records.js';

const QUESTIONS = [
  { code: 'age', kind: 'count' },
  { code: 'records', kind: 'dates' },
  { code: 'blood', kind: 'count' },
  { code: 'months', kind: 'count', fromLedger: true },
  { code: 'contributions', kind: 'ledger' },
  { code: 'height', kind: 'count' },
];
const CONTEXT = {
  questions: QUESTIONS,
  data: {
    nothing: { records: [], blood: 0, months: 0, contributions: [] },
    editions: [
      { from: '2023-01-01', to: '2027-12-31', questions: ['age', 'records'] },
      { from: '2028-01-01', to: '2032-12-31', questions: ['age', 'records', 'blood', 'months', 'contributions', 'height'] },
    ],
  },
};

const ahead = (on, answers, verdict) => lookingAhead({ policy: 'p', on, answers }, verdict, CONTEXT);

test('what only an edition to come asks is taken as none, where there is a "none" of it', () => {
  const { request, assumed } = ahead('2027-12-31', { age: 30 });
  assert.deepEqual(request.answers, { age: 30, blood: 0, months: 0 });
  assert.deepEqual(assumed, ['blood', 'months']);
});

test('from the edition’s first day on it is asked, and nothing is taken for granted', () => {
  assert.deepEqual(ahead('2028-01-01', { age: 30 }).assumed, []);
});

test('what a ledger says is not said beside it', () => {
  assert.deepEqual(ahead('2027-12-31', { contributions: [{}] }).assumed, ['blood']);
});

test('records that are open are taken as none, those that were answered stay', () => {
  const open = { open: { may_deduct: ['records'], may_veto: [] } };
  assert.deepEqual(ahead('2028-01-01', {}, open).request.answers, { records: [] });
  assert.deepEqual(ahead('2028-01-01', { records: ['2024-01-01'] }, open).assumed, []);
});
