/** An engine that says nothing is told of and given up; but not for a time in which nobody was awake to hear it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { connectBy } from '../../site_templates/assets/engine/client.js';

const TEN_MINUTES = 600_000;

/** A page with an engine that never says a word, and with clocks that this test turns. */
async function silent(t) {
  t.mock.timers.enable({ apis: ['setInterval'] });
  let slept = 0;
  let awake = 0;
  t.mock.method(Date, 'now', () => awake + slept);
  const stages = [];
  const engine = connectBy(async () => ({ postMessage() {}, terminate() {} }), { total: 1, bringing: 'download' });
  engine.onProgress(({ stage, isSilent, reason }) => stages.push(reason ?? (isSilent ? 'silent' : stage)));
  await new Promise(setImmediate);
  const wait = (seconds) => {
    for (let at = 0; at < seconds; at += 1) {
      awake += 1000;
      t.mock.timers.tick(1000);
    }
  };
  return { stages, wait, sleep: (/** @type {number} */ time) => void (slept += time) };
}

test('an engine that says nothing is told of, and then given up', async (t) => {
  const { stages, wait } = await silent(t);
  wait(16);
  assert.equal(stages.at(-1), 'silent');
  wait(30);
  assert.equal(stages.at(-1), 'timeout');
});

test('a page that wakes from a sleep waits anew before it accuses anybody', async (t) => {
  const { stages, wait, sleep } = await silent(t);
  wait(10);
  sleep(TEN_MINUTES);
  wait(6);
  assert.equal(stages.at(-1), 'download');
  wait(20);
  assert.equal(stages.at(-1), 'silent');
  wait(30);
  assert.equal(stages.at(-1), 'timeout');
});

test('a short sleep is no wait either', async (t) => {
  const { stages, wait, sleep } = await silent(t);
  wait(14);
  sleep(9000);
  wait(10);
  assert.equal(stages.at(-1), 'download');
  wait(10);
  assert.equal(stages.at(-1), 'silent');
});

test('a clock that is set back makes nobody wait for ever', async (t) => {
  const { stages, wait, sleep } = await silent(t);
  wait(5);
  sleep(-TEN_MINUTES);
  wait(41);
  assert.equal(stages.at(-1), 'timeout');
});

test('an engine that was silent before the sleep is not given up for it', async (t) => {
  const { stages, wait, sleep } = await silent(t);
  wait(20);
  sleep(TEN_MINUTES);
  wait(26);
  assert.equal(stages.at(-1), 'silent');
  wait(50);
  assert.equal(stages.at(-1), 'timeout');
});
