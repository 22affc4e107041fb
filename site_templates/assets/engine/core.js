/**
 * The worker's life: parts come, Python starts, the rules load, a known request is checked, calls are answered.
 *
 * Where the parts come from is the caller's business: the network (`worker.js`) or the page itself (`offline-worker.js`).
 */
import { raiseFence } from './fence.js';
import { createProgress } from './progress.js';
import { handOver, loadScorer, speakTo, startPython } from './python.js';
import { EngineFailure, asFailure } from './reasons.js';

/**
 * @typedef {{
 *   glue: () => Promise<import('./python.js').LoadPyodide>,
 *   bytes: (name: 'wasm' | 'stdlib' | 'scoring' | 'policy') => Promise<Uint8Array<ArrayBuffer>>,
 * }} Source
 * @typedef {{
 *   total: number,
 *   lock: import('./python.js').Lock,
 *   selfchecks: ReadonlyArray<{ method: string, request: string, answer: string }>,
 * }} Build
 */

/**
 * Start the engine and answer the page's calls, until the page ends the worker.
 *
 * @param {Build} build
 * @param {(arrived: (bytes: number) => void) => Source} open begins to bring the parts
 */
export async function run(build, open) {
  const progress = createProgress(build.total, (event) => postMessage({ kind: 'progress', ...event }));
  try {
    answerCalls(await start(build, open, progress));
    progress.enter('ready');
    postMessage({ kind: 'ready' });
  } catch (error) {
    const { reason, detail } = asFailure(error);
    postMessage({ kind: 'failed', reason, detail });
  }
}

/**
 * @param {Build} build
 * @param {(arrived: (bytes: number) => void) => Source} open
 * @param {ReturnType<typeof createProgress>} progress
 */
async function start(build, open, progress) {
  if (typeof WebAssembly !== 'object') throw new EngineFailure('wasm_unavailable', 'no WebAssembly');
  progress.enter('download');
  const source = open(progress.arrived);
  const compiled = source.bytes('wasm').then(compile);
  const broken = handOver(compiled);
  const [loadPyodide, stdlib, archive, policy] = await Promise.all([
    source.glue(),
    source.bytes('stdlib'),
    source.bytes('scoring'),
    source.bytes('policy'),
    compiled,
  ]);
  progress.enter('start');
  raiseFence((name) => files.get(name)?.());
  const files = new Map([
    ['pyodide.asm.wasm', () => Promise.resolve(new Response())],
    ['python_stdlib.zip', () => Promise.resolve(new Response(stdlib))],
  ]);
  const pyodide = await Promise.race([startPython(loadPyodide, archive, build.lock), broken]);
  progress.enter('rules');
  const ask = speakTo(loadScorer(pyodide, new TextDecoder().decode(policy)));
  progress.enter('selfcheck');
  for (const { method, request, answer } of build.selfchecks) {
    if (ask(method, request) !== answer) throw new EngineFailure('selfcheck', request);
  }
  return ask;
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function compile(bytes) {
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw new EngineFailure('wasm_unavailable', String(error));
  }
}

/** @param {(method: string, text: string) => string} ask */
function answerCalls(ask) {
  addEventListener('message', ({ data }) => {
    if (data?.kind !== 'call') return;
    const { id, method, text } = data;
    try {
      postMessage({ kind: 'answer', id, text: ask(method, text) });
    } catch (error) {
      const { reason, detail } = asFailure(error);
      postMessage({ kind: 'answer', id, reason, detail });
    }
  });
}
