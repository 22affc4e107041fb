/** The page's cells write figures as the engine's sentences do: both are held to tests/figures.json. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { dayInWords, shownFigure, shownPoints } from '../../site_templates/assets/calculator/figures.js';

const table = JSON.parse(readFileSync(new URL('../figures.json', import.meta.url), 'utf8'));

const writing = { figures: shownFigure, points: shownPoints, days: dayInWords };

for (const [kind, write] of Object.entries(writing)) {
  test(`${kind} are written as the table has them`, () => {
    for (const [value, text] of table[kind]) assert.equal(write(value), text);
  });
}

test('what is no figure and no day stays as it is', () => {
  assert.equal(shownFigure('lingang'), 'lingang');
  assert.equal(dayInWords('2026'), '2026');
});
