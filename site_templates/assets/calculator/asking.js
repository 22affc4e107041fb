/**
 * Asks the engine while one types: the latest question only, after a moment of quiet; stale answers are dropped.
 */

/**
 * @template A
 * @param {(asked: any) => Promise<A>} put puts a question to the engine
 * @param {number} quiet so many milliseconds without another question
 * @param {{ answered: (answer: A) => void, failed: (reason: string) => void }} on
 */
export function createAsking(put, quiet, on) {
  let latest = 0;
  let timer = 0;
  /** @type {any} */
  let asked;
  const send = async () => {
    const mine = latest;
    let answer;
    try {
      answer = await put(asked);
    } catch (error) {
      if (mine === latest) on.failed(/** @type {any} */ (error).reason ?? 'unknown');
      return;
    }
    // What goes wrong as it is shown is no failure of the engine.
    if (mine === latest) on.answered(answer);
  };
  const drop = () => {
    latest += 1;
    clearTimeout(timer);
  };
  return {
    /** @param {unknown} question */
    ask(question) {
      drop();
      asked = question;
      timer = setTimeout(send, quiet);
    },
    /** What was asked is no longer wanted. */
    drop() {
      drop();
      asked = undefined;
    },
    /** The engine was started anew. */
    again() {
      if (asked) send();
    },
  };
}

/**
 * @param {import('../engine/client.js').Engine} engine
 * @param {string} method
 * @param {object} question
 * @returns {Promise<any>} the method's document, or what it refused
 */
export async function ask(engine, method, question) {
  return JSON.parse(await engine.call(method, JSON.stringify(question)));
}
