/** The standard score over a span of days: once while it stays, else from which day on it is another one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { standardInWords, standardsBetween } from '../../site_templates/assets/calculator/outlook/standards.js';

const edition = (from, to, standard_score) => ({ from, to, standard_score });
const DATA = {
  editions: [
    edition('2018-01-01', '2022-12-31', 110),
    edition('2023-01-01', '2027-12-31', 120),
    edition('2028-01-01', '2032-12-31', 120),
    edition('2033-01-01', '2037-12-31', 125),
  ],
};
const WORDS = { outlook: { points: '{standard} 分', points_from: '{from:day}起 {points}', points_later: '{first}（{later}）' } };

test('it is said from the first day on, and again only where it is another one', () => {
  assert.deepEqual(standardsBetween(DATA, '2026-06-30', '2036-06-30'), [
    { from: '2026-06-30', standard: 120 },
    { from: '2033-01-01', standard: 125 },
  ]);
});

test('an edition that begins after the last day is left out, one that begins on it is not', () => {
  assert.equal(standardsBetween(DATA, '2026-06-30', '2032-12-31').length, 1);
  assert.equal(standardsBetween(DATA, '2026-06-30', '2033-01-01').length, 2);
});

test('in words a day is named only where it changes', () => {
  assert.equal(standardInWords(DATA, '2026-06-30', '2027-06-30', WORDS), '120 分');
  assert.equal(standardInWords(DATA, '2026-06-30', '2036-06-30', WORDS), '120 分（2033 年 1 月 1 日起 125 分）');
});
