/**
 * Honest progress: bytes that have really come over the line, and the stage that is really under way.
 *
 * @typedef {'waiting' | 'download' | 'unpack' | 'start' | 'rules' | 'selfcheck' | 'ready' | 'failed'} Stage
 * @typedef {{ stage: Stage, loaded: number, total: number, reason?: import('./reasons.js').Reason, detail?: string, isSilent?: boolean }} Progress
 *   `isSilent`: nothing has been heard for a while, and it is still waited for
 * @typedef {Pick<ReturnType<typeof createProgress>, 'arrived' | 'expect'>} Count
 */

const QUIET_MS = 50;

/**
 * @param {number} total bytes of all parts, unpacked
 * @param {(progress: Progress) => void} tell
 */
export function createProgress(total, tell) {
  /** @type {Stage} */
  let stage = 'start';
  let loaded = 0;
  let told = 0;
  let expected = total;
  /** What came within the quiet is told at its end: the line may fall silent then. */
  let later = 0;
  const report = () => {
    clearTimeout(later);
    later = 0;
    told = performance.now();
    tell({ stage, loaded: Math.round(loaded), total: Math.round(expected) });
  };
  return {
    /** @param {number} bytes that have travelled */
    arrived(bytes) {
      loaded += bytes;
      if (Math.round(loaded) === Math.round(expected) || performance.now() - told > QUIET_MS) report();
      else later ||= setTimeout(report, QUIET_MS);
    },
    /** @param {number} bytes that will travel beyond those expected so far; fewer where a part comes compressed */
    expect(bytes) {
      expected += bytes;
    },
    /** @param {Stage} next */
    enter(next) {
      stage = next;
      report();
    },
  };
}
