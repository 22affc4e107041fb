// Opens the engine of the site that was just written, as a browser would: its workers start, check themselves and
// answer the order's calls. The order comes as JSON on standard input (opened.py); the answers go out the same way.
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';

// A few calls do not repay compiling WebAssembly well; a node without these flags only compiles more.
setFlagsFromString('--wasm-lazy-compilation');
setFlagsFromString('--liftoff-only');

const order = JSON.parse(readFileSync(0, 'utf8'));

/** One worker from its start to its last answer; rejects with what the worker says of its failure. */
function opened({ name, worker: kind = 'browser_worker.mjs', ...given }) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) => reject(new Error(`${name}: ${why}`));
    const worker = new Worker(new URL(`./${kind}`, import.meta.url), { workerData: given });
    const texts = [];
    const decoder = new TextDecoder();
    worker.on('error', (error) => fail(String(error)));
    worker.on('exit', () => fail('the worker ended before it answered'));
    worker.on('message', (data) => {
      if (data.kind === 'failed') fail(`${data.reason}: ${data.detail}`);
      if (data.kind === 'ready') worker.postMessage({ kind: 'calls', calls: order.calls.map((call, id) => ({ id, ...call })) });
      if (data.kind !== 'answers') return;
      for (const { bytes, reason, detail } of data.answers) {
        if (reason) fail(`${reason}: ${detail}`);
        texts.push(decoder.decode(bytes));
      }
      if (texts.length === order.calls.length) resolve(texts);
    });
    if (given.first) worker.postMessage(given.first);
  });
}

try {
  const answers = {};
  for (const engine of order.engines) answers[engine.name] = await opened(engine);
  process.stdout.write(JSON.stringify(answers), () => process.exit(0));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
