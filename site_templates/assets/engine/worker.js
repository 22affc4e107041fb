/**
 * The hosted site's worker: brings the parts of its own build, and of no other, from beside itself.
 */
import { keep, run } from './core.js';
import { memoryOf } from './memory.js';
import { fetchPart } from './parts.js';
import { EngineFailure, asFailure } from './reasons.js';
import { KEEPING } from './stores.js';

const LONGEST_KEEPING_MS = 180_000;

/**
 * The build that this worker belongs to; written in by the generator (`generator/writing/engine/scripts.py`).
 *
 * @type {import('./core.js').Build & {
 *   build: string,
 *   place?: string,
 *   snapshots: boolean,
 *   parts: Record<'glue' | 'wasm' | 'stdlib' | 'scoring' | 'policy', import('./parts.js').Part> & { rest?: import('./parts.js').Part },
 * }}
 */
const build = ENGINE_BUILD;

const { glue, wasm, rest, stdlib, scoring, policy } = build.parts;
const memory = build.snapshots ? memoryOf(build.build, { wasm, rest }, build.place ?? '') : undefined;

/**
 * @param {RequestCache} cache
 * @returns {import('./core.js').Open}
 */
const partsBy = (cache) => (count, later) => ({
  glue: () => loadGlue(glue, count, cache),
  wasm: () => fetchPart(wasm, count, cache),
  rest: async () => rest && fetchPart(rest, later, cache),
  stdlib: () => fetchPart(stdlib, count, cache),
  scoring: () => fetchPart(scoring, count, cache),
  policy: () => fetchPart(policy, count, cache),
});

if (self.name !== KEEPING) run(build, partsBy('default'), { bringing: 'download', memory });
// For the memory's sake not a byte travels a second time.
else if (memory) {
  // A storage that never answers does not hold what nobody waits for.
  setTimeout(close, LONGEST_KEEPING_MS);
  keep(build, partsBy('only-if-cached'), memory).then(close, close);
}

/**
 * Pyodide's script is imported by its address, for importing bytes would need `blob:` in the policy of hosts that send
 * one. `import()` checks nothing and says little of what went wrong; so the file is fetched and checked first, and the
 * import finds it in the browser's cache.
 *
 * @param {import('./parts.js').Part} part
 * @param {import('./progress.js').Count} count
 * @param {RequestCache} cache
 * @returns {Promise<import('./python.js').LoadPyodide>}
 */
async function loadGlue(part, count, cache) {
  await fetchPart(part, count, cache);
  try {
    const { loadPyodide } = await import(new URL(part.path, location.href).href);
    return loadPyodide;
  } catch (error) {
    if (/support/i.test(String(error))) throw new EngineFailure('outdated', String(error));
    throw asFailure(error, 'blocked');
  }
}
