/**
 * The site without a network: one immutable cache per build, filled whole or not at all.
 *
 * A new build is installed beside the old one and waits until the reader asks for it; a failed installation leaves
 * the old one in charge; no page ever gets files of two builds.
 */
import { verifies } from './digest.js';
import { engineStore, siteStores } from './stores.js';

/**
 * Written in by the generator (`generator/writing/engine/web_app.py`): every file of the build with its SHA-256.
 *
 * @type {{ build: string, files: Record<string, string> }}
 */
const site = SITE_BUILD;

const files = new Map(Object.entries(site.files));
const worker = /** @type {any} */ (self);
const AT_ONCE = 6;
/** Names that change with the content. */
const HASHED = /\.[0-9a-f]{12}\.\w+$/;
const { href: root, pathname } = new URL('./', location.href);
const PREFIX = siteStores(pathname);
const CACHE = PREFIX + site.build;
/** Names from before sites of one host kept apart. */
const OLD = { engine: 'hujifen-engine', site: 'hujifen-site-' };

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(install()));
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(clearOthers()));
worker.addEventListener('message', (/** @type {any} */ event) => {
  if (event.data?.kind === 'take over') worker.skipWaiting();
});
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const path = pathOf(event.request);
  if (path !== undefined) event.respondWith(answer(path, event.request));
});

/** Bring every file, a few at a time. Whatever fails makes the installation fail and leaves nothing behind. */
async function install() {
  const waiting = Object.entries(site.files);
  try {
    const cache = await caches.open(CACHE);
    const bringing = Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const [path, integrity] = next;
        await cache.put(root + path, await obtain(path, integrity));
      }
    });
    await Promise.all(bringing);
  } catch (error) {
    waiting.length = 0;
    await caches.delete(CACHE);
    throw error;
  }
}

/**
 * A file of this build: taken over where this browser has these very bytes already, else fetched.
 *
 * @param {string} path
 * @param {string} integrity
 * @returns {Promise<Response>}
 */
async function obtain(path, integrity) {
  const here = await caches.match(root + path);
  if (here && (await verifies(await here.clone().arrayBuffer(), integrity))) return here;
  return fetchExactly(path, integrity, 'no-cache');
}

/**
 * @param {string} path
 * @param {string} integrity
 * @param {RequestCache} mode
 * @returns {Promise<Response>}
 */
async function fetchExactly(path, integrity, mode) {
  const response = await fetch(root + path, { cache: mode, credentials: 'omit', integrity, redirect: 'error' });
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return response;
}

/** This build is in charge now: the others' files, and the engine's copy of what lies here too, can go. */
async function clearOthers() {
  const names = await caches.keys();
  const isOurs = async (/** @type {string} */ name) => {
    if (name.startsWith(PREFIX)) return name !== CACHE;
    return name === OLD.engine || (name.startsWith(OLD.site) && Boolean(await (await caches.open(name)).match(`${root}index.html`)));
  };
  await Promise.all(names.map(async (name) => (await isOurs(name)) && caches.delete(name)));
  // Each policy of the site has its own.
  for (const name of names.filter((each) => each.startsWith(engineStore(pathname)))) {
    const engine = await caches.open(name);
    await Promise.all(Object.keys(site.files).map((path) => engine.delete(root + path)));
  }
}

/**
 * The build's path for a request, where it is one of its files.
 *
 * @param {Request} request
 * @returns {string | undefined}
 */
function pathOf(request) {
  const url = request.url.split(/[?#]/, 1)[0];
  if (request.method !== 'GET' || !url.startsWith(root)) return undefined;
  const path = decodeURI(url.slice(root.length)).replace(/(^|\/)$/, '$1index.html');
  return files.has(path) ? path : undefined;
}

/**
 * A file of this build, from its cache or, where that has lost it, from the host. Where the host has a newer build by now,
 * what has no hash in its name, a page above all, comes as it is there: with the files that it names it is whole again.
 *
 * @param {string} path
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function answer(path, request) {
  const cache = await caches.open(CACHE);
  const integrity = String(files.get(path));
  const kept = await cache.match(root + path);
  if (kept && (await isSound(kept, integrity, request))) return kept;
  try {
    const fresh = await fetchExactly(path, integrity, 'reload');
    await cache.put(root + path, fresh.clone());
    return fresh;
  } catch (error) {
    if (HASHED.test(path)) throw error;
    return fetch(request);
  }
}

/**
 * What is fetched by a script is checked by who fetches it, and asked for past the cache where it is damaged; nobody
 * checks what the browser itself asks for, such as a page or a worker.
 *
 * @param {Response} kept
 * @param {string} integrity
 * @param {Request} request
 */
async function isSound(kept, integrity, { cache, destination }) {
  if (destination === '') return cache !== 'reload';
  return verifies(await kept.clone().arrayBuffer(), integrity);
}
