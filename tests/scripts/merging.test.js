/** Two drafts that came of one are one again, and nothing that either tab changed is lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { areOne, isWithin, merged, strangeIn } from '../../site_templates/assets/calculator/keeping/merging.js';

const draft = (kept = {}, on = '', readings = {}) => ({ on, kept, readings });
const BASE = draft({ education: ['college'], title: ['none'] });

test('what each tab added stands side by side', () => {
  const mine = draft({ ...BASE.kept, birth_date: ['1990-01-15'] });
  const theirs = draft({ ...BASE.kept, insured_months: ['60'] }, '2027-01-01', { gaps: 'count' });
  assert.deepEqual(merged(BASE, mine, theirs), draft({ ...mine.kept, ...theirs.kept }, '2027-01-01', { gaps: 'count' }));
});

test('what one tab took away is gone', () => {
  assert.deepEqual(merged(BASE, BASE, draft({ title: ['none'] })), draft({ title: ['none'] }));
  assert.deepEqual(merged(BASE, draft({ title: ['none'] }), BASE), draft({ title: ['none'] }));
  assert.deepEqual(merged(BASE, BASE, draft()), draft());
});

test('where both changed the same answer, the tab that is asked holds', () => {
  const [mine, theirs] = ['master', 'doctor'].map((level) => draft({ ...BASE.kept, education: [level] }));
  assert.deepEqual(merged(BASE, mine, theirs), mine);
  assert.deepEqual(merged(BASE, theirs, mine), theirs);
});

test('a draft lies within another where it only gains', () => {
  assert.ok(isWithin(BASE, draft({ ...BASE.kept, birth_date: ['1990-01-15'] })));
  assert.ok(!isWithin(BASE, draft({ title: ['none'] })));
  assert.ok(!isWithin(BASE, draft(BASE.kept, '2027-01-01')));
  assert.ok(areOne(BASE, draft({ title: ['none'], education: ['college'] })));
});

test('what a page has no place for is known as strange', () => {
  const questions = [{ code: 'education', choices: ['', 'college'] }, { code: 'birth_date' }];
  const known = { education: ['college'], birth_date: ['1990'] };
  const choices = { gaps: { usual: 'ignore', all: ['ignore', 'count'] } };
  const none = { kept: {}, readings: {} };
  assert.deepEqual(strangeIn(draft(known, '', { gaps: 'count' }), questions, choices), none);
  assert.deepEqual(strangeIn(draft({ ...known, education: [''] }), questions, choices), none);
  const newer = draft({ ...known, education: ['academy'], shoe_size: ['43'] }, '', { gaps: 'halve', constructor: 'x' });
  const strange = { kept: { education: ['academy'], shoe_size: ['43'] }, readings: { gaps: 'halve', constructor: 'x' } };
  assert.deepEqual(strangeIn(newer, questions, choices), strange);
});
