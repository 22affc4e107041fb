/**
 * A file is asked for; and what a host's answer says, before its body is read.
 */
import { EngineFailure } from './reasons.js';

const GONE = new Set([404, 410]);

/** The network itself, whatever is put in its place later (`fence.js`). */
const network = globalThis.fetch?.bind(globalThis);

/** What a security rule has kept from this page or worker, as the browser tells beside the failure itself. @type {Set<string>} */
const forbidden = new Set();
globalThis.addEventListener?.('securitypolicyviolation', ({ blockedURI }) => forbidden.add(blockedURI));

/**
 * @param {string} address
 * @param {RequestInit} options
 * @returns {Promise<Response>}
 */
export async function request(address, options) {
  try {
    return await network(address, options);
  } catch (error) {
    // What else the browser has to say of it comes after it.
    await new Promise((resolve) => setTimeout(resolve));
    const path = address.slice(address.lastIndexOf('/') + 1);
    throw new EngineFailure(forbidden.has(address) ? 'forbidden' : 'blocked', `${path}: ${error}`);
  }
}

/**
 * Refuse what is not a file of the engine, as far as its head tells.
 *
 * @param {Response} response
 * @param {string} path
 */
export function requireFile(response, path) {
  const { status } = response;
  if (response.type === 'opaqueredirect') throw new EngineFailure('other', `${path}: sent elsewhere`);
  if (!response.ok) throw GONE.has(status) ? new EngineFailure('missing', path) : new EngineFailure('host', `HTTP ${status}`);
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/html')) throw new EngineFailure('other', `${path}: a page`);
  // Browsers run no script that is said to be something else.
  if (type && path.endsWith('.js') && !/script/i.test(type)) throw new EngineFailure('host', `Content-Type: ${type}`);
}
