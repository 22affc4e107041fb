/**
 * Asks the engine while one types: the latest question only, after a moment of quiet; stale answers are dropped.
 */

/**
 * @template A
 * @param {import('../engine/client.js').Engine} engine
 * @param {string} method
 * @param {number} quiet so many milliseconds without another question
 * @param {{ answered: (answer: A) => void, failed: (reason: string) => void }} on
 */
export function createAsking(engine, method, quiet, on) {
  let latest = 0;
  let timer = 0;
  let asked = '';
  const send = async () => {
    const mine = latest;
    try {
      const text = await engine.call(method, asked);
      if (mine === latest) on.answered(JSON.parse(text));
    } catch (error) {
      if (mine === latest) on.failed(/** @type {any} */ (error).reason ?? 'unknown');
    }
  };
  const drop = () => {
    latest += 1;
    clearTimeout(timer);
  };
  return {
    /** @param {object} request */
    ask(request) {
      drop();
      asked = JSON.stringify(request);
      timer = setTimeout(send, quiet);
    },
    /** What was asked is no longer wanted. */
    drop() {
      drop();
      asked = '';
    },
    /** The engine was started anew. */
    again() {
      if (asked) send();
    },
  };
}
