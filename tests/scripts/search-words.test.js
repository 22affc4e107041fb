/** Chinese is searched in pairs of characters, everything else by words; the best comes first. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { closest, entryOf, foundByAny, holdsOn, meant, partsOf, pieceOf, wordsOf } from '../../site_templates/assets/guide/search-words.js';

const ROWS = [
  ['terms', '缴费基数', '术语', 'glossary.html#base', '每月按多少工资缴社保。'],
  ['questions', '断缴一个月怎么办', '问题', 'questions.html#gap', '缴费基数按月看，断缴的那个月不算。'],
  ['clauses', '年龄', '计分规则', 'indicators/age.html', '56 至 60 周岁积 5 分。'],
  ['clauses', '最高一档', '计分规则', 'indicators/base.html', '缴费上限按 12,434 元算，3 倍一档看参照标准。'],
];
const TYPED = [
  { word: '断缴', sounds: ['duanjiao', 'dj'], also: ['断交', '停缴'] },
  { word: '年龄', sounds: ['nianling', 'nl'], also: [] },
];
const entries = ROWS.map(entryOf);
const asked = (/** @type {string} */ text) => foundByAny(entries, meant(text, TYPED)).map(({ shown }) => shown.title);

test('Chinese is taken in pairs, other scripts word by word', () => {
  assert.deepEqual(wordsOf('缴费基数'), ['缴费', '费基', '基数']);
  assert.deepEqual(wordsOf('3倍 R'), ['3倍', 'r']);
  assert.deepEqual(wordsOf('ＡＢ 12434'), ['ab', '12434']);
});

test('a number is found with and without its comma, and close to what the page sets apart', () => {
  for (const text of ['12434', '12,434', '１２４３４', '12434元', '3倍', '3 倍']) assert.deepEqual(asked(text), ['最高一档'], text);
});

test('pinyin, its initials and other words find what pages call the same thing', () => {
  for (const text of ['duanjiao', 'duan jiao', 'DuanJ', 'dj', '断交', '停缴一个月']) {
    assert.equal(asked(text)[0], '断缴一个月怎么办', text);
  }
  assert.deepEqual(asked('jiao'), []);
  assert.deepEqual(asked('duanjiaofei'), []);
});

test('what is found is what holds on the day', () => {
  const held = (/** @type {string} */ day, /** @type {[string, string]} */ ...days) => holdsOn(['terms', '甲', '术语', 'a.html', '乙', ...days], day);
  assert.ok(holdsOn(['terms', '甲', '术语', 'a.html', '乙'], '2027-12-31'));
  assert.deepEqual(['2027-12-31', '2028-01-01'].map((day) => held(day, '', '2027-12-31')), [true, false]);
  assert.deepEqual(['2027-12-31', '2028-01-01'].map((day) => held(day, '2028-01-01', '')), [false, true]);
});

test('a hit in a title comes before one in the text', () => {
  assert.deepEqual(asked('缴费基数'), ['缴费基数', '断缴一个月怎么办']);
});

test('what has too few of the words is not found', () => {
  assert.deepEqual(asked('断缴罚款金额'), []);
  assert.deepEqual(asked(''), []);
});

test('a whole question finds what comes closest, by the words that few entries have', () => {
  const near = (/** @type {string} */ text) => closest(entries, meant(text, TYPED)).map(({ shown }) => shown.title);
  assert.equal(near('断缴罚款金额')[0], '断缴一个月怎么办');
  assert.equal(near('公司给我停缴了还能不能申请')[0], '断缴一个月怎么办');
  assert.equal(near('我的年龄能不能算')[0], '年龄');
  assert.deepEqual(near('还能不能'), []);
  assert.deepEqual(near('公积金'), []);
  assert.deepEqual(near(''), []);
});

test('the piece shown holds the hit, cut where it says so', () => {
  const text = `${'前'.repeat(60)}断缴${'后'.repeat(80)}`;
  const piece = pieceOf(text, meant('断缴'));
  assert.match(piece, /^…前+断缴后+…$/);
  assert.equal(pieceOf('断缴', meant('断缴')), '断缴');
});

test('hits are marked, overlapping ones as one', () => {
  assert.deepEqual(partsOf('按缴费基数算', meant('缴费基数')), [
    { text: '按', hit: false },
    { text: '缴费基数', hit: true },
    { text: '算', hit: false },
  ]);
});
