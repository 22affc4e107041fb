/**
 * Why the engine cannot answer, as stable codes. The page has the words for each of them.
 *
 * @typedef {'offline' | 'blocked' | 'cut' | 'missing' | 'host' | 'other' | 'empty' | 'integrity' | 'timeout'
 *   | 'forbidden' | 'outdated' | 'memory' | 'wasm_unavailable' | 'worker_unavailable' | 'unpack_unavailable' | 'rules' | 'selfcheck'
 *   | 'stopped' | 'unknown'} Reason
 *
 * offline            the device says that it has no network
 * blocked            a file did not begin to come: the line is down, or the network, an extension or a policy of the host stopped it
 * cut                a file began to come and broke off
 * missing            the host answered that there is no such file
 * host               the host answered that something is wrong with it
 * other              the host answered with a page instead of the file, or sent us elsewhere
 * empty              the host answered with an empty file
 * integrity          a file is not the one that this build was made of
 * timeout            nothing came for a long time
 * forbidden          a Content-Security-Policy that came with a file does not let it run
 * outdated           the browser does not understand a file that is right
 * memory             the device or the browser gives Python no memory
 * wasm_unavailable   the browser has no WebAssembly, or it is switched off
 * worker_unavailable the browser does not start workers
 * unpack_unavailable the browser can't unpack what the single file carries; it may well run the site's own pages
 * rules              Python started, but the rules could not be loaded
 * selfcheck          a known request was answered otherwise than at build time
 * stopped            it was ready, and then answered no more
 * unknown            everything else; the detail says what
 */

/** A failure of the engine: `message` is the reason, `detail` is for people who debug. */
export class EngineFailure extends Error {
  /**
   * @param {Reason} reason
   * @param {string} [detail]
   */
  constructor(reason, detail = '') {
    super(reason);
    this.name = 'EngineFailure';
    this.reason = reason;
    this.detail = detail;
  }
}

/**
 * Any thrown value as a failure.
 *
 * @param {unknown} error
 * @param {Reason} [reason] used where the error does not carry its own
 * @returns {EngineFailure}
 */
export function asFailure(error, reason = 'unknown') {
  if (error instanceof EngineFailure) return error;
  return new EngineFailure(tellingReason(error) ?? reason, String(error));
}

/**
 * What an error's own words say for certain; browsers word them in different ways.
 *
 * @param {unknown} error
 * @returns {Reason | undefined}
 */
export function tellingReason(error) {
  const said = String(error);
  if (/SyntaxError/.test(said)) return 'outdated';
  if (/content.security.policy|\bCSP\b|Trusted(Script|Type)/i.test(said)) return 'forbidden';
  if (/out of memory|MemoryError|allocat|Memory\(\)|memory.*(larger|size|pages|limit)/i.test(said)) return 'memory';
  return undefined;
}
