/** The first gear scores until the engine of record is ready, and every answer of it is held against that one's. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withFirstGear } from '../../site_templates/assets/engine/gears.js';

const right = (/** @type {string} */ text) => `right ${text}`;

/** An engine of record that starts when it is told to, or fails. */
function record() {
  let start;
  let fail;
  let ready = new Promise((resolve, reject) => ([start, fail] = [resolve, reject]));
  ready.catch(() => {});
  const engine = {
    get ready() {
      return ready;
    },
    call: (method, text) => {
      const asked = ready;
      return asked.then(() => (method === 'score_json' ? right(text) : `${method} ${text}`));
    },
    onProgress: () => {},
    retry: () => (ready = Promise.resolve()),
    close: () => {},
  };
  return { engine, start: () => start(), fail: (error) => fail(error) };
}

/** A first gear that answers by a function, and says whether it was ended. */
function first(answer) {
  const state = { isClosed: false };
  return { state, engine: { call: async (_, text) => answer(text), close: () => (state.isClosed = true) } };
}

function standings(engine) {
  const told = [];
  engine.onStanding((standing) => told.push(standing));
  return told;
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('an answer comes before the engine of record, is proven by it, and the first gear ends', async () => {
  const { engine, start } = record();
  const gear = first(right);
  const both = withFirstGear(engine, gear.engine);
  const told = standings(both);
  assert.equal(await both.call('score_json', 'a'), 'right a');
  start();
  await settled();
  assert.deepEqual(told, ['none', 'answering', 'proven']);
  assert.ok(gear.state.isClosed);
});

test('a wrong answer is told, once and for good', async () => {
  const { engine, start } = record();
  const both = withFirstGear(engine, first((text) => (text === 'b' ? 'wrong' : right(text))).engine);
  const told = standings(both);
  for (const text of ['a', 'b', 'c']) await both.call('score_json', text);
  start();
  await settled();
  assert.deepEqual(told, ['none', 'answering', 'answering', 'answering', 'wrong']);
  assert.equal(await both.call('score_json', 'b'), 'right b');
});

test('what the first gear declines or fails at waits for the engine of record', async () => {
  for (const answer of [
    () => '',
    () => {
      throw new Error('dead');
    },
  ]) {
    const { engine, start } = record();
    const both = withFirstGear(engine, first(answer).engine);
    const told = standings(both);
    const waiting = both.call('score_json', 'a');
    await settled();
    start();
    assert.equal(await waiting, 'right a');
    assert.deepEqual(told, ['none']);
  }
});

test('all but scores waits for the engine of record', async () => {
  const { engine, start } = record();
  const both = withFirstGear(engine, first(right).engine);
  const waiting = both.call('plans_json', 'a');
  start();
  assert.equal(await waiting, 'plans_json a');
});

test('where the engine of record fails the first gear goes on, and a retry proves it', async () => {
  const { engine, fail } = record();
  const both = withFirstGear(engine, first(right).engine);
  const told = standings(both);
  fail(new Error('blocked'));
  await settled();
  assert.equal(await both.call('score_json', 'a'), 'right a');
  await assert.rejects(both.call('timeline_json', 'a'), /blocked/);
  await both.retry();
  await settled();
  assert.deepEqual(told, ['none', 'answering', 'proven']);
});

test('where neither can, the reason is that of the engine of record', async () => {
  const { engine, fail } = record();
  const both = withFirstGear(engine, first(() => '').engine);
  fail(new Error('blocked'));
  await assert.rejects(both.call('score_json', 'a'), /blocked/);
});
