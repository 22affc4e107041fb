/**
 * The first gear's worker: brings the parts of its own build, and of no other, from beside itself.
 */
import { answerCalls, check, compile } from './core.js';
import { startGear } from './gear.js';
import { fetchPart } from './parts.js';
import { createProgress } from './progress.js';
import { asFailure } from './reasons.js';

/**
 * Written in by the generator (`generator/writing/engine/gear.py`).
 *
 * @type {Pick<import('./core.js').Build, 'total' | 'selfchecks'> & {
 *   parts: Record<'glue' | 'wasm' | 'lowered', import('./parts.js').Part>,
 * }}
 */
const build = ENGINE_BUILD;

run();

async function run() {
  const progress = createProgress(build.total, (event) => postMessage({ kind: 'progress', ...event }));
  try {
    progress.enter('download');
    const parts = await bring(progress);
    progress.enter('start');
    const ask = await startGear(parts);
    progress.enter('selfcheck');
    check(build, ask);
    answerCalls(ask);
    progress.enter('ready');
    postMessage({ kind: 'ready' });
  } catch (error) {
    const { reason, detail } = asFailure(error);
    postMessage({ kind: 'failed', reason, detail });
  }
}

/** @param {import('./progress.js').Count} count */
async function bring(count) {
  const { glue, wasm, lowered } = build.parts;
  const [, runtime, sources] = await Promise.all(
    [glue, wasm, lowered].map((part) => fetchPart(part, count, 'default')),
  );
  // Its bytes have been checked, and lie in the browser's cache.
  const { loadMicroPython } = await import(new URL(glue.path, location.href).href);
  const compiled = compile(runtime);
  return { loadMicroPython, compiled, lowered: JSON.parse(new TextDecoder().decode(sources)) };
}
