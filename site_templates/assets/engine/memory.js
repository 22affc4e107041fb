/**
 * Python's memory right after its first start, kept by this browser for itself, so that no later start need repeat it.
 *
 * It is taken before the first call, so it holds no answer of anybody's. With it lies the runtime, unpacked. Both are
 * kept under the hash of the build and used only by the same build in the same browser, only whole and unaltered;
 * whatever is doubtful is thrown away, and Python starts as it did the first time.
 */
import { integrityOf } from './digest.js';
import { pack, unpack } from './pages.js';
import { verify } from './parts.js';
import { inTime, quietly } from './patience.js';
import { engineStore } from './stores.js';

/** Python has no way to it once the fence stands (`fence.js`). */
const storage = cacheStorage();

/**
 * @typedef {Uint8Array<ArrayBuffer>} Bytes
 * @typedef {{ wasm: Bytes, rest?: Bytes }} Runtime both halves; one where it is whole
 * @typedef {Runtime & { memory: Bytes }} Kept
 * @typedef {{
 *   recall: () => Promise<Kept | undefined>,
 *   trust: () => Promise<void>,
 *   keepRuntime: (runtime: Runtime) => Promise<void>,
 *   runtime: () => Promise<Runtime | undefined>,
 *   keep: (kept: Kept) => Promise<void>,
 *   forget: () => Promise<void>,
 * }} Memory
 */

/**
 * The memory of one build; a browser without Cache Storage simply has none.
 *
 * @param {string} build
 * @param {{ wasm: import('./parts.js').Part, rest?: import('./parts.js').Part }} parts
 * @param {string} place of the policy in its site
 * @returns {Memory}
 */
export function memoryOf(build, { wasm, rest }, place) {
  const address = { memory: `memory/${build}`, attempt: `attempt/${build}` };
  // The worker lies in the site's `assets/engine`.
  const name = engineStore(new URL('../../', location.href).pathname + place);
  const open = () => storage.open(name);
  /** @type {Promise<void> | undefined} */
  let marked;
  const forget = quietly(async () => {
    await storage.delete(name);
  });
  const keepPart = async (/** @type {import('./parts.js').Part} */ { path }, /** @type {Bytes} */ bytes) => {
    if (!(await storage.match(path))) await (await open()).put(path, new Response(bytes));
  };
  const keepRuntime = async (/** @type {Runtime} */ runtime) => {
    await keepPart(wasm, runtime.wasm);
    if (rest && runtime.rest) await keepPart(rest, runtime.rest);
  };
  /** Wherever this browser has them: the service worker keeps them too. */
  const readRuntime = async () => {
    const [first, second] = await Promise.all([readPart(wasm), rest && readPart(rest)]);
    return { wasm: first, rest: second };
  };
  const recall = async () => {
    const cache = await open();
    const [memory, attempt] = await Promise.all([cache.match(address.memory), cache.match(address.attempt)]);
    // A start that never came to its end left its mark: then this memory is not tried again.
    if (!memory || attempt) throw new Error('nothing to trust');
    marked = quietly(() => cache.put(address.attempt, new Response()))();
    const [content, runtime] = await Promise.all([read(memory), readRuntime()]);
    return { memory: content, ...runtime };
  };
  const recallOrForget = async () => {
    const found = await quietly(recall)();
    if (!found) await forget();
    return found;
  };
  return {
    forget: () => inTime(forget()),
    recall: () => inTime(recallOrForget()),
    trust: quietly(async () => {
      await marked;
      await (await open()).delete(address.attempt);
    }),
    keepRuntime: quietly(keepRuntime),
    runtime: quietly(readRuntime),
    keep: quietly(async (kept) => {
      const body = pack(kept.memory);
      const headers = { 'x-browser': browser(), 'x-digest': await integrityOf(body) };
      await keepRuntime(kept);
      const cache = await open();
      await cache.put(address.memory, new Response(body, { headers }));
    }),
  };
}

/**
 * @param {Response} response
 * @returns {Promise<Bytes>}
 */
async function read(response) {
  if (response.headers.get('x-browser') !== browser()) throw new Error('from another browser');
  const body = await response.arrayBuffer();
  if ((await integrityOf(body)) !== response.headers.get('x-digest')) throw new Error('damaged');
  return unpack(body);
}

/** @param {import('./parts.js').Part} part */
async function readPart(part) {
  const response = await storage.match(part.path);
  if (!response) throw new Error('not kept');
  const bytes = new Uint8Array(await response.arrayBuffer());
  await verify(bytes, part);
  return bytes;
}

/** Some browsers throw where one only looks at it. @returns {CacheStorage} */
function cacheStorage() {
  try {
    return globalThis.caches;
  } catch {
    return /** @type {any} */ (undefined);
  }
}

/** This browser, version and all, as a header can carry it. */
function browser() {
  return encodeURIComponent(navigator.userAgent);
}
