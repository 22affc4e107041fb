import assert from 'node:assert/strict';
import test from 'node:test';

import { createProgress } from '../../site_templates/assets/engine/progress.js';

/** A progress over 100 bytes whose download has begun, and what it told after that. */
function downloading() {
  /** @type {number[]} */
  const told = [];
  const progress = createProgress(100, ({ loaded }) => told.push(loaded));
  progress.enter('download');
  told.length = 0;
  return { progress, told };
}

test('bytes that come right after something was told are told once the quiet is over, though no more come', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { progress, told } = downloading();
  progress.arrived(10);
  progress.arrived(20);
  assert.deepEqual(told, []);
  t.mock.timers.tick(50);
  assert.deepEqual(told, [30]);
});

test('what was told with the next stage is not told again', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { progress, told } = downloading();
  progress.arrived(10);
  progress.enter('start');
  t.mock.timers.tick(200);
  assert.deepEqual(told, [10]);
});

test('the last byte is told at once', () => {
  const { progress, told } = downloading();
  progress.arrived(100);
  assert.deepEqual(told, [100]);
});
