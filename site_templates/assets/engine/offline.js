/**
 * The single file's side of the engine: everything lies in the document itself, nothing is fetched.
 */
import { connectBy } from './client.js';
import { inflate } from './inflate.js';
import { EngineFailure } from './reasons.js';

const ROLES = ['wasm', 'stdlib', 'scoring', 'policy'];

/**
 * Start the engine that this very document carries.
 *
 * @returns {import('./client.js').Engine}
 */
export function connectInside() {
  return connectBy(startWorker, { total: Number(carried('total')), bringing: 'unpack' });
}

async function startWorker() {
  if (typeof DecompressionStream !== 'function') {
    throw new EngineFailure('unpack_unavailable', 'this browser cannot unpack gzip');
  }
  const script = await inflate(carried('worker'));
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(address);
  worker.postMessage({ parts: Object.fromEntries(ROLES.map((role) => [role, carried(role)])) });
  return worker;
}

/**
 * @param {string} name
 * @returns {string}
 */
function carried(name) {
  const text = document.getElementById(`engine-${name}`)?.textContent;
  if (!text) throw new EngineFailure('missing', `the file does not carry its ${name}`);
  return text;
}
