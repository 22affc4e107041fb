/** Dates and numbers as people write them become those that the engine reads; everything else stays. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { YUAN, asDate, asMonth, asNumber } from '../../site_templates/assets/calculator/form/reading-text.js';

const ofMoney = (/** @type {string} */ text) => asNumber(text, YUAN);
const ofMonths = (/** @type {string} */ text) => asNumber(text, '个月');
const ofShare = (/** @type {string} */ text) => asNumber(text, '%');

/** @type {[(text: string) => string | number, string, string | number][]} */
const CASES = [
  [asDate, '\u200e1990\u200e-\u200e01\u200e-\u200e15', '1990-01-15'],
  [asMonth, '\ufeff2023-\u00ad04\u2069', '2023-04'],
  [ofMonths, ' 60\u200f', 60],
  [asDate, '1990-01-05', '1990-01-05'],
  [asDate, '1990/1/5', '1990-01-05'],
  [asDate, '1990.1.5', '1990-01-05'],
  [asDate, '1990年1月5日', '1990-01-05'],
  [asDate, '1990年1月5号', '1990-01-05'],
  [asDate, '19900105', '1990-01-05'],
  [asDate, '１９９０－０１－０５', '1990-01-05'],
  [asDate, ' 1990 - 01 - 05 ', '1990-01-05'],
  [asDate, '1990-02-30', '1990-02-30'],
  [asDate, '90-1-5', '90-1-5'],
  [asDate, ' 昨天 ', '昨天'],
  [asDate, '', ''],
  [asMonth, '2023-04', '2023-04'],
  [asMonth, '2023年4月', '2023-04'],
  [asMonth, '202304', '2023-04'],
  [asMonth, '2023/13', '2023-13'],
  [asMonth, '四月', '四月'],
  [asNumber, '12,000', 12000],
  [asNumber, '１２．５', 12.5],
  [asNumber, '450 000.50', 450000.5],
  [asNumber, '-3', -3],
  [asNumber, '1e3', '1e3'],
  [asNumber, 'NaN', 'NaN'],
  [asNumber, '三年', '三年'],
  [ofMoney, '20万', 200_000],
  [ofMoney, '１.５ 万元', 15_000],
  [ofMoney, '0.123456万', 1234.56],
  [ofMoney, '14,000 元', 14_000],
  [ofMoney, '20千', '20千'],
  [ofMonths, '12个月', 12],
  [ofMonths, '12年', '12年'],
  [ofMonths, '2万', '2万'],
  [ofShare, '50％', 50],
  [asNumber, '50%', '50%'],
  [asNumber, '9'.repeat(15), 999_999_999_999_999],
  [asNumber, '9'.repeat(16), '9'.repeat(16)],
];
for (const [read, text, expected] of CASES) {
  test(`${read.name}: “${text}” is ${JSON.stringify(expected)}`, () => assert.equal(read(text), expected));
}
