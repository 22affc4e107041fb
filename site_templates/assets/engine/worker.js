/**
 * The hosted site's worker: brings the parts of its own build, and of no other, from beside itself.
 */
import { run } from './core.js';
import { fetchPart } from './parts.js';

/**
 * The build that this worker belongs to; written in by the generator (`generator/writing/engine/scripts.py`).
 *
 * @type {import('./core.js').Build & {
 *   parts: Record<'glue' | 'wasm' | 'stdlib' | 'scoring' | 'policy', import('./parts.js').Part>,
 * }}
 */
const build = ENGINE_BUILD;

run(build, (arrived) => {
  const { glue, wasm, stdlib, scoring, policy } = build.parts;
  // All at once, the largest first.
  const coming = {
    wasm: fetchPart(wasm, arrived),
    stdlib: fetchPart(stdlib, arrived),
    scoring: fetchPart(scoring, arrived),
    policy: fetchPart(policy, arrived),
  };
  const script = loadGlue(glue, arrived);
  return { glue: () => script, bytes: (name) => coming[name] };
});

/**
 * @param {import('./parts.js').Part} part
 * @param {(bytes: number) => void} arrived
 * @returns {Promise<import('./python.js').LoadPyodide>}
 */
async function loadGlue(part, arrived) {
  const { loadPyodide } = await import(new URL(part.path, location.href).href);
  arrived(part.bytes);
  return loadPyodide;
}
