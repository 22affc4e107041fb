/**
 * The site without a network: one immutable cache per build, filled whole or not at all.
 *
 * Of several policies those are kept that the visitor uses: what is one policy's alone is put by when one of its pages is
 * open at the installation, was kept by the build before, or is visited later.
 *
 * A new build is installed beside the old one and waits until the reader asks for it; a failed installation leaves
 * the old one in charge; no page ever gets files of two builds.
 */
import { verifies } from './digest.js';
import { inTime, quietly } from './patience.js';
import { engineStore, siteStores } from './stores.js';

/**
 * Written in by the generator (`generator/writing/engine/web_app.py`): every file of the build with its SHA-256.
 *
 * `own` are the paths that are one policy's alone, by its place; `elsewhere` is the page for what is not kept.
 *
 * @type {{ build: string, files: Record<string, string>, own?: Record<string, string[]>, elsewhere?: string }}
 */
const site = SITE_BUILD;

const files = new Map(Object.entries(site.files));
const own = new Map(Object.entries(site.own ?? {}));
const placeOf = new Map([...own].flatMap(([place, paths]) => paths.map((path) => [path, place])));
/** Places whose files are here, or on their way. @type {Map<string, Promise<void>>} */
const bringing = new Map();
const worker = /** @type {any} */ (self);
const AT_ONCE = 6;
/** Names that change with the content. */
const HASHED = /\.[0-9a-f]{12}\.\w+$/;
const { href: root, pathname } = new URL('./', location.href);
const PREFIX = siteStores(pathname);
const CACHE = PREFIX + site.build;
/** A page that the host or the network sends otherwise than this build has it. */
class Altered extends Error {}
/** Names from before sites of one host kept apart. */
const OLD = { engine: 'hujifen-engine', site: 'hujifen-site-' };

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(install()));
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(clearOthers()));
worker.addEventListener('message', (/** @type {any} */ event) => {
  if (event.data?.kind === 'take over') worker.skipWaiting();
});
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const path = pathOf(event.request.url);
  if (path === undefined || event.request.method !== 'GET') return;
  event.respondWith(answer(path, event.request));
  const place = placeOf.get(path);
  if (place !== undefined && event.request.mode === 'navigate') event.waitUntil(bringPlace(place));
});

/** Bring every file that is needed. Whatever fails makes the installation fail and leaves nothing behind. */
async function install() {
  const used = await usedPlaces();
  const isNeeded = (/** @type {string} */ path) => !placeOf.has(path) || used.has(placeOf.get(path));
  try {
    await bring([...files.keys()].filter(isNeeded));
  } catch (error) {
    await caches.delete(CACHE);
    if (error instanceof Altered) await tellAltered();
    throw error;
  }
}

/** Tell the open pages that pages come altered. */
async function tellAltered() {
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const client of open) client.postMessage({ kind: 'altered' });
}

/**
 * Put files of this build by, a few at a time.
 *
 * @param {string[]} waiting
 */
async function bring(waiting) {
  const cache = await caches.open(CACHE);
  const one = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      await cache.put(root + path, await obtain(path, String(files.get(path))));
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, one));
  } catch (error) {
    waiting.length = 0;
    throw error;
  }
}

/** The places of which a page is open, or of which another build keeps something. */
async function usedPlaces() {
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const urls = open.map((/** @type {any} */ client) => client.url);
  for (const name of own.size > 0 ? await caches.keys() : []) {
    if (name.startsWith(PREFIX) && name !== CACHE) urls.push(...(await (await caches.open(name)).keys()).map(({ url }) => url));
  }
  return new Set(urls.map((/** @type {string} */ url) => placeOf.get(String(pathOf(url)))));
}

/**
 * Put all by that is one policy's alone. What fails is tried anew at the next visit.
 *
 * @param {string} place
 */
function bringPlace(place) {
  const missing = async () => {
    const cache = await caches.open(CACHE);
    const here = new Set((await cache.keys()).map(({ url }) => pathOf(url)));
    await bring((own.get(place) ?? []).filter((path) => !here.has(path)));
  };
  const brought = bringing.get(place) ?? missing().catch(() => void bringing.delete(place));
  bringing.set(place, brought);
  return brought;
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
  // Some hosts send from page.html to page: what comes is checked all the same.
  const response = await fetch(root + path, { cache: mode, credentials: 'omit', mode: 'same-origin' });
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  const isRight = await verifies(await response.clone().arrayBuffer(), integrity);
  if (!isRight) throw HASHED.test(path) ? new Error(`${path}: other bytes`) : new Altered(path);
  // A browser takes no page that was sent from elsewhere.
  return response.redirected ? new Response(response.body, response) : response;
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
    const cache = await caches.open(CACHE);
    await Promise.all((await cache.keys()).map(({ url }) => engine.delete(url)));
  }
}

/**
 * The build's path for an address, where it is one of its files.
 *
 * @param {string} address
 * @returns {string | undefined}
 */
function pathOf(address) {
  const url = address.split(/[?#]/, 1)[0];
  if (!url.startsWith(root)) return undefined;
  const path = decodeURI(url.slice(root.length)).replace(/(^|\/)$/, '$1index.html');
  return [path, `${path}.html`].find((each) => files.has(each));
}

/**
 * A file of this build, from its cache or, where that has lost it or does not work, from the host. Where the host has a newer build by now,
 * what has no hash in its name, a page above all, comes as it is there: with the files that it names it is whole again.
 *
 * @param {string} path
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function answer(path, request) {
  const integrity = String(files.get(path));
  const look = quietly(async () => {
    const found = await (await caches.open(CACHE)).match(root + path);
    return found && (await isSound(found, integrity, request)) ? found : undefined;
  });
  const kept = await inTime(look());
  if (kept) return kept;
  try {
    const fresh = await fetchExactly(path, integrity, 'reload');
    const copy = fresh.clone();
    const putBack = quietly(async () => (await caches.open(CACHE)).put(root + path, copy));
    await inTime(putBack());
    return fresh;
  } catch (error) {
    if (HASHED.test(path)) return refusal(path, request, error);
    if (request.mode !== 'navigate' || !site.elsewhere) return fetch(request);
    return fetch(request).catch(() => Response.redirect(root + site.elsewhere));
  }
}

/**
 * What the host says of a file of this very content that can't be had. Where it is gone, the host has moved on: what is left here
 * is no whole build, so the next page comes from there.
 *
 * @param {string} path
 * @param {Request} request
 * @param {unknown} error why it can't be had, where the host says nothing
 * @returns {Promise<Response>}
 */
async function refusal(path, { destination }, error) {
  const said = await fetch(root + path, { cache: 'no-store', credentials: 'omit', redirect: 'manual' });
  // A script that asks finds out itself what is wrong with it, and says so.
  if (said.ok && destination !== '') throw error;
  if (said.status === 404 || said.status === 410) await inTime(quietly(() => caches.delete(CACHE))());
  return said;
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
