/** Days and points have their places on the plane, whatever the timeline. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { MARGIN, planeOf } from '../../site_templates/assets/calculator/outlook/drawing.js';
import { dayNumber } from '../../site_templates/assets/calculator/outlook/days.js';

const TIMELINE = {
  on: '2026-06-30',
  until: '2036-06-30',
  events: [{ date: '2026-06-30', range: [95, 95] }, { date: '2028-03-01', range: [125, 125] }],
};
const STANDARDS = [{ standard: 120 }];

test('the first day is at the left margin, the last at the right', () => {
  const { x, right } = planeOf(TIMELINE, STANDARDS, 400);
  assert.equal(x(TIMELINE.on), MARGIN.left);
  assert.equal(x(TIMELINE.until), right);
  assert.equal(right, 400 - MARGIN.right);
});

test('more points are higher up, and the standard score is on the plane', () => {
  const { low, high, y } = planeOf(TIMELINE, STANDARDS, 400);
  assert.deepEqual([low, high], [95, 125]);
  assert.ok(y(125) < y(120) && y(120) < y(95));
  assert.equal(y(high), MARGIN.top);
});

test('a standard score that an edition to come asks for is on the plane, too', () => {
  assert.equal(planeOf(TIMELINE, [...STANDARDS, { standard: 130 }], 400).high, 130);
});

test('one day with one score is a plane, too', () => {
  const one = planeOf({ ...TIMELINE, until: TIMELINE.on, events: [TIMELINE.events[0]] }, [{ standard: 95 }], 400);
  assert.ok(Number.isFinite(one.x(TIMELINE.on)) && Number.isFinite(one.y(95)));
});

test('what is only possible has room above, but never so much that the rest is flat', () => {
  const open = { ...TIMELINE, events: [{ date: '2026-06-30', range: [95, 140] }] };
  assert.equal(planeOf(open, STANDARDS, 400).high, 140);
  const wide = planeOf({ ...TIMELINE, events: [{ date: '2026-06-30', range: [95, 995] }] }, STANDARDS, 400);
  assert.ok(wide.high < 200);
  assert.equal(wide.y(995), MARGIN.top);
});

test('days are counted over the end of months and leap years', () => {
  assert.equal(dayNumber('1970-01-02'), 1);
  assert.equal(dayNumber('2024-03-01') - dayNumber('2024-02-28'), 2);
});
