/** The first gear scores until the engine of record is ready, and every answer of it is held against that one's. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withFirstGear } from '../../site_templates/assets/engine/gears.js';
import { leadOf } from '../../site_templates/assets/engine/lead.js';

const right = (/** @type {string} */ text) => `right ${text}`;

/** What was waited for is over, for all that these tests see. */
const over = { isPatient: false, over: Promise.resolve(), end: () => {} };

/** An engine of record that starts when it is told to, fails or dies; and what was asked of it. */
function record() {
  let start;
  let reject;
  let dead;
  const calls = [];
  const listeners = [];
  const fail = (error) => {
    dead = error;
    reject(error);
    for (const told of listeners) told({ stage: 'failed' });
  };
  let ready = new Promise((resolve, refuse) => ([start, reject] = [resolve, refuse]));
  ready.catch(() => {});
  const engine = {
    get ready() {
      return ready;
    },
    call: (method, text) => {
      calls.push(method);
      const asked = ready;
      return asked.then(() => {
        if (dead) throw dead;
        return method === 'score_json' ? right(text) : `${method} ${text}`;
      });
    },
    onProgress: (told) => listeners.push(told),
    retry: () => {
      dead = undefined;
      return (ready = Promise.resolve());
    },
    close: () => {},
  };
  return { engine, calls, start: () => start(), fail };
}

/** A first gear that answers by a function, and says whether it was ended. */
function first(answer) {
  const state = { isClosed: false };
  const engine = {
    call: async (_, text) => {
      if (state.isClosed) throw new Error('closed');
      return answer(text);
    },
    retry: async () => void (state.isClosed = false),
    close: () => (state.isClosed = true),
  };
  return { state, engine };
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
  const both = withFirstGear(engine, gear.engine, over);
  const told = standings(both);
  assert.equal(await both.call('score_json', 'a'), 'right a');
  start();
  await settled();
  assert.deepEqual(told, ['none', 'answering', 'proven']);
  assert.ok(gear.state.isClosed);
});

test('a wrong answer is told, once and for good', async () => {
  const { engine, start } = record();
  const both = withFirstGear(engine, first((text) => (text === 'b' ? 'wrong' : right(text))).engine, over);
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
    const both = withFirstGear(engine, first(answer).engine, over);
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
  const both = withFirstGear(engine, first(right).engine, over);
  const waiting = both.call('plans_json', 'a');
  start();
  assert.equal(await waiting, 'plans_json a');
});

test('where the engine of record fails the first gear goes on, and a retry proves it', async () => {
  const { engine, fail } = record();
  const both = withFirstGear(engine, first(right).engine, over);
  const told = standings(both);
  fail(new Error('blocked'));
  await settled();
  assert.equal(await both.call('score_json', 'a'), 'right a');
  await assert.rejects(both.call('timeline_json', 'a'), /blocked/);
  await both.retry();
  await settled();
  assert.deepEqual(told, ['none', 'answering', 'proven']);
});

test('where the engine of record dies before it has proven all, the first gear goes on', async () => {
  const { engine, start, fail } = record();
  const gear = first((text) => settled().then(() => right(text)));
  const both = withFirstGear(engine, gear.engine, over);
  const told = standings(both);
  await both.call('score_json', 'a');
  const waiting = [];
  engine.call = () => new Promise((_, reject) => waiting.push(reject));
  start();
  await settled();
  const asked = both.call('score_json', 'b');
  fail(new Error('stopped'));
  for (const die of waiting) die(new Error('stopped'));
  engine.call = () => Promise.reject(new Error('stopped'));
  assert.equal(await asked, 'right b');
  assert.equal(await both.call('score_json', 'c'), 'right c');
  assert.ok(!gear.state.isClosed);
  assert.equal(told.at(-1), 'answering');
});

test('where the engine of record dies after it has proven all, the first gear is started again, until that is back', async () => {
  const { engine, start, fail } = record();
  const gear = first(right);
  const both = withFirstGear(engine, gear.engine, over);
  const told = standings(both);
  await both.call('score_json', 'a');
  start();
  await settled();
  assert.ok(gear.state.isClosed);
  fail(new Error('memory'));
  assert.equal(await both.call('score_json', 'b'), 'right b');
  assert.deepEqual(told, ['none', 'answering', 'proven', 'answering']);
  await both.retry();
  await settled();
  assert.ok(gear.state.isClosed);
  assert.equal(told.at(-1), 'proven');
});

test('a score that is asked for as the engine of record dies comes from the first gear', async () => {
  const { engine, start, fail } = record();
  const both = withFirstGear(engine, first(right).engine, over);
  start();
  await settled();
  const asked = both.call('score_json', 'a');
  fail(new Error('memory'));
  assert.equal(await asked, 'right a');
});

test('while the engine of record is started anew without having died, the first gear scores', async () => {
  const { engine, start } = record();
  const both = withFirstGear(engine, first(right).engine, over);
  start();
  await settled();
  engine.retry = () => new Promise(() => {});
  engine.call = () => new Promise(() => {});
  void both.retry();
  assert.equal(await both.call('score_json', 'a'), 'right a');
});

test('a first gear that was wrong does not score again', async () => {
  const { engine, start, fail } = record();
  const both = withFirstGear(engine, first((text) => `wrong ${text}`).engine, over);
  await both.call('score_json', 'a');
  start();
  await settled();
  fail(new Error('memory'));
  await assert.rejects(both.call('score_json', 'b'), /memory/);
});

test('a first gear that was wrong does not score on where the engine of record dies before the next proof', async () => {
  const { engine, start, fail } = record();
  const both = withFirstGear(engine, first((text) => `wrong ${text}`).engine, over);
  for (const text of ['a', 'b']) await both.call('score_json', text);
  both.onStanding((standing) => standing === 'wrong' && fail(new Error('memory')));
  start();
  await settled();
  await assert.rejects(both.call('score_json', 'c'), /memory/);
});

test('where neither can, the reason is that of the engine of record', async () => {
  const { engine, fail } = record();
  const both = withFirstGear(engine, first(() => '').engine, over);
  fail(new Error('blocked'));
  await assert.rejects(both.call('score_json', 'a'), /blocked/);
});

/** An engine of which only the progress is looked at, and that tells it. */
function telling(progress) {
  const listeners = [];
  return {
    engine: { ready: new Promise(() => {}), call: async () => '', onProgress: (told) => (listeners.push(told), told(progress)), close: () => {} },
    tell: (next) => listeners.forEach((told) => told(next)),
  };
}

test('while bytes come, those of both are counted, and those that come first from the first', () => {
  const whole = telling({ stage: 'waiting', loaded: 0, total: 90 });
  const gear = telling({ stage: 'download', loaded: 0, total: 10 });
  const told = [];
  withFirstGear(whole.engine, gear.engine, over).onProgress(({ stage, loaded, total }) => told.push(`${stage} ${loaded} of ${total}`));
  gear.tell({ stage: 'download', loaded: 5, total: 10 });
  gear.tell({ stage: 'start', loaded: 10, total: 10 });
  whole.tell({ stage: 'download', loaded: 30, total: 90 });
  whole.tell({ stage: 'start', loaded: 90, total: 90 });
  assert.deepEqual(told.filter((each) => !each.startsWith('waiting')), [
    'download 0 of 100',
    'download 5 of 100',
    'download 40 of 100',
    'start 90 of 90',
  ]);
});

test('bytes of a first gear that does not come are not counted', () => {
  const whole = telling({ stage: 'download', loaded: 30, total: 90 });
  const gear = telling({ stage: 'failed', loaded: 5, total: 10 });
  const told = [];
  withFirstGear(whole.engine, gear.engine, over).onProgress(({ loaded, total }) => told.push(`${loaded} of ${total}`));
  assert.deepEqual(told, ['30 of 90']);
});

test('the lead is over when the first gear has come or can not; where data is saved, only when it is ended or can not', async () => {
  for (const [isPatient, stage, isOver] of [
    [false, 'start', true],
    [false, 'failed', true],
    [true, 'start', false],
    [true, 'failed', true],
  ]) {
    const gear = telling({ stage: 'download', loaded: 0, total: 10 });
    const lead = leadOf(gear.engine, isPatient);
    let found = false;
    void lead.over.then(() => (found = true));
    await settled();
    assert.equal(found, false);
    gear.tell({ stage, loaded: 10, total: 10 });
    await settled();
    assert.equal(found, isOver, `${isPatient} ${stage}`);
    lead.end();
    await settled();
    assert.ok(found);
  }
});

test('what comes with a score by itself does not have the engine of record begin; a press does, and so does what is declined', async () => {
  const asked = async (method, answer) => {
    const { engine, calls } = record();
    const ended = [];
    const lead = { ...over, end: () => ended.push('begun') };
    void withFirstGear(engine, first(answer).engine, lead).call(method, 'a').catch(() => {});
    await settled();
    return [...calls, ...ended];
  };
  assert.deepEqual(await asked('outlook_json', right), []);
  assert.deepEqual(await asked('score_json', right), []);
  assert.deepEqual(await asked('paste_json', right), ['paste_json']);
  assert.deepEqual(await asked('editions_json', right), ['editions_json']);
  assert.deepEqual(await asked('score_json', () => ''), ['begun']);
});
