/** Lines break as Chinese text does; here every character is one wide. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { firstLines, linesOf } from '../../site_templates/assets/calculator/sharing/picture-lines.js';

/** @type {[string, number, string[]][]} */
const CASES = [
  ['', 4, []],
  ['上海市居住证积分', 4, ['上海市居', '住证积分']],
  ['上海市居，住证', 4, ['上海市', '居，住证']],
  ['上海市（居）住', 4, ['上海市', '（居）住']],
  ['您在 2026-06-30 是', 12, ['您在', '2026-06-30 是']],
  ['标准分值 120 分。', 9, ['标准分值', '120 分。']],
  ['见 https://example.org/', 8, ['见 https:', '//exampl', 'e.org/']],
];
for (const [text, width, broken] of CASES) {
  test(`“${text}” in lines of ${width}`, () => assert.deepEqual(linesOf(text, width, ({ length }) => length), broken));
}

test('what is cut says so', () => {
  assert.deepEqual(firstLines(['甲乙', '丙丁', '戊'], 2), ['甲乙', '丙…']);
  assert.deepEqual(firstLines(['甲乙', '丙丁'], 2), ['甲乙', '丙丁']);
});
