/**
 * Honest progress: bytes that have really arrived, and the stage that is really under way.
 *
 * @typedef {'download' | 'start' | 'rules' | 'selfcheck' | 'ready' | 'failed'} Stage
 * @typedef {{ stage: Stage, loaded: number, total: number, reason?: import('./reasons.js').Reason }} Progress
 */

const QUIET_MS = 50;

/**
 * @param {number} total bytes of all parts
 * @param {(progress: Progress) => void} tell
 */
export function createProgress(total, tell) {
  /** @type {Stage} */
  let stage = 'download';
  let loaded = 0;
  let told = 0;
  const report = () => {
    told = performance.now();
    tell({ stage, loaded, total });
  };
  return {
    /** @param {number} bytes */
    arrived(bytes) {
      loaded += bytes;
      if (loaded === total || performance.now() - told > QUIET_MS) report();
    },
    /** @param {Stage} next */
    enter(next) {
      stage = next;
      report();
    },
  };
}
