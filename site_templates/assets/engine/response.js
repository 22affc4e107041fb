/**
 * What a host's answer says, before its body is read.
 */
import { EngineFailure } from './reasons.js';

const GONE = new Set([404, 410]);

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
