/**
 * Why the engine cannot answer, as stable codes. The page has the words for each of them.
 *
 * @typedef {'offline' | 'blocked' | 'missing' | 'integrity' | 'timeout' | 'wasm_unavailable'
 *   | 'worker_unavailable' | 'rules' | 'selfcheck' | 'unknown'} Reason
 *
 * offline            the device says that it has no network
 * blocked            the network, an extension or a policy of the host stopped a file
 * missing            the host answered, but not with the file
 * integrity          a file is not the one that this build was made of
 * timeout            nothing came for a long time
 * wasm_unavailable   the browser has no WebAssembly, or it is switched off
 * worker_unavailable the browser does not start workers
 * rules              Python started, but the rules could not be loaded
 * selfcheck          a known request was answered otherwise than at build time
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
  return new EngineFailure(reason, String(error));
}
