/** An overview of the ledger and its rows say the same, each made from the other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { answersOf } from '../../site_templates/assets/calculator/form/answers.js';
import { monthsIn, overviewOf, rowsOf, yearStarts } from '../../site_templates/assets/calculator/ledger/years.js';

const TURN = { first_month: 7, months: 48 };
const STARTS = yearStarts('2026-06-30', TURN);
const PERSON = { since: '2017-03', until: '', gaps: [], bases: { '2022-07': '12500', '2023-07': '12500', '2024-07': '14000', '2025-07': '14000' }, isSure: true };

test('the years are those that the window reaches into, the latest first', () => {
  assert.deepEqual(STARTS, ['2025-07', '2024-07', '2023-07', '2022-07', '2021-07']);
  assert.deepEqual(yearStarts('2026-07-01', TURN), ['2026-07', '2025-07', '2024-07', '2023-07', '2022-07']);
  assert.deepEqual(yearStarts('heute', TURN), []);
});

test('without an interruption years of one base are one stretch, and the last goes on', () => {
  const bases = { ...PERSON.bases, '2021-07': '12500' };
  assert.deepEqual(rowsOf({ ...PERSON, bases }, STARTS, TURN), ['2017-03\t2024-06\t12500\t', '2024-07\t\t14000\t']);
});

test('a base that is missing stays missing', () => {
  assert.deepEqual(rowsOf({ ...PERSON, bases: {} }, STARTS, TURN), ['2017-03\t\t\t']);
  assert.deepEqual(rowsOf(PERSON, STARTS, TURN)[0], '2017-03\t2022-06\t\t');
});

test('months without a payment are left out', () => {
  const rows = rowsOf({ ...PERSON, since: '2023-07', gaps: [{ from: '2024-01', to: '2024-03' }], until: '2025-01' }, STARTS, TURN);
  assert.deepEqual(rows, ['2023-07\t2023-12\t12500\t', '2024-04\t2024-06\t12500\t', '2024-07\t2025-01\t14000\t']);
});

test('rows come back as the overview that they were made from', () => {
  const gaps = [{ from: '2020-01', to: '2020-03' }];
  for (const overview of [PERSON, { ...PERSON, gaps }, { ...PERSON, isSure: false }, { ...PERSON, until: '2026-03' }]) {
    const bases = { ...overview.bases, '2021-07': '9000' };
    const rows = rowsOf({ ...overview, bases }, STARTS, TURN);
    const again = overviewOf(rows, STARTS, TURN);
    assert.deepEqual(rowsOf(again, STARTS, TURN), rows);
    assert.deepEqual([again.since, again.until, again.gaps, again.isSure], [overview.since, overview.until, overview.gaps, overview.isSure]);
    assert.equal(again.bases['2025-07'], '14000');
  }
});

test('bases that no longer matter are kept as they are', () => {
  const rows = ['2017-03\t2020-06\t8000\t', '2020-07\t\t12000\t'];
  assert.deepEqual(rowsOf(overviewOf(rows, STARTS, TURN), STARTS, TURN), rows);
});

test('what an overview cannot show is none', () => {
  for (const rows of [[], ['x\t\t1\t'], ['2020-01\t2020-03\t9000\tx'], ['2020-07\t2020-09\t9000\t', '2020-10\t\t9500\t'], ['2020-01\t\t1\t', '2020-05\t\t1\t']]) {
    assert.equal(overviewOf(rows, STARTS, TURN), undefined);
  }
});

test('months are counted before the month of the day', () => {
  assert.equal(monthsIn(['2026-01\t\t\t'], '2026-06-30'), 5);
  assert.equal(monthsIn(['2025-01\t2025-03\t\t', '2025-05\t2025-05\t\tx'], '2026-06-30'), 3);
  assert.equal(monthsIn(['2025\t\t\t'], '2026-06-30'), undefined);
});

test('while bases are missing the months alone are answered, and nothing while months may be missing', () => {
  const questions = [
    { code: 'contributions', kind: 'ledger' },
    { code: 'months', kind: 'count', fromLedger: true, countsAll: true },
  ];
  const answered = (/** @type {string} */ row) => answersOf(questions, { contributions: [row] }, '2026-06-30');
  assert.deepEqual(answered('2026-01\t\t\t'), { months: 5 });
  assert.deepEqual(answered('2026-01\t\t9000\t?'), {});
  assert.deepEqual(answered('2026-01\t\t9000\t'), { contributions: [{ from: '2026-01', ongoing: true, base: '9000', counts: true }] });
});
