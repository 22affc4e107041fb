/**
 * The hosted site's worker: brings the parts of its own build, and of no other, from beside itself.
 */
import { run } from './core.js';
import { memoryOf } from './memory.js';
import { fetchPart, lost } from './parts.js';

/**
 * The build that this worker belongs to; written in by the generator (`generator/writing/engine/scripts.py`).
 *
 * @type {import('./core.js').Build & {
 *   build: string,
 *   snapshots: boolean,
 *   parts: Record<'glue' | 'wasm' | 'stdlib' | 'scoring' | 'policy', import('./parts.js').Part>,
 * }}
 */
const build = ENGINE_BUILD;

const { glue, wasm, stdlib, scoring, policy } = build.parts;

run(
  build,
  (arrived) => ({
    glue: () => loadGlue(glue, arrived),
    wasm: () => fetchPart(wasm, arrived),
    stdlib: () => fetchPart(stdlib, arrived),
    scoring: () => fetchPart(scoring, arrived),
    policy: () => fetchPart(policy, arrived),
  }),
  build.snapshots ? memoryOf(build.build, wasm) : undefined,
);

/**
 * @param {import('./parts.js').Part} part
 * @param {(bytes: number) => void} arrived
 * @returns {Promise<import('./python.js').LoadPyodide>}
 */
async function loadGlue(part, arrived) {
  const { loadPyodide } = await import(new URL(part.path, location.href).href).catch((error) => {
    throw lost(part, error);
  });
  arrived(part.bytes);
  return loadPyodide;
}
