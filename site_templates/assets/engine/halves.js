/**
 * The runtime in two halves: the functions that scoring runs come first, the others later (`generator/writing/engine/wasm_halves.py`).
 *
 * Where one is called that has not come, WebAssembly traps, and says so in a global that no code after it can take back: what
 * Python has done since is void, and it has to begin anew with both halves.
 */

/** What the first half shares with the rest has names that begin with this. */
const MARK = 'half:';
const MISSED = 'half:missed';

/** So often a start is looked after: Pyodide may wait for ever where it was hit by the trap. */
const LOOK_MS = 100;

/**
 * @typedef {{
 *   join: (instance: WebAssembly.Instance, imports: WebAssembly.Imports) => Promise<WebAssembly.Instance>,
 *   isWhole: () => boolean,
 *   complete: (rest: WebAssembly.Module) => Promise<void>,
 *   hasMissed: () => boolean,
 *   watched: <T>(start: Promise<T>) => Promise<T>,
 * }} Halves
 *   `join` takes the first half and gives what the loader may see of it; `complete` adds the rest; `hasMissed`: a function was
 *   called that is not there; `watched` rejects as soon as that comes about during a start
 */

/**
 * @param {Promise<WebAssembly.Module>} [rest] where it is at hand before the start
 * @returns {Halves}
 */
export function createHalves(rest) {
  /** @type {WebAssembly.Exports} */
  let shared = {};
  /** @type {WebAssembly.Imports} */
  let given = {};
  let isWhole = false;

  rest?.catch(() => {});
  const complete = async (/** @type {WebAssembly.Module} */ module) => {
    await WebAssembly.instantiate(module, { ...given, half: shared });
    // What was missed before is missed for good.
    isWhole = !hasMissed();
  };
  const hasMissed = () => !isWhole && MISSED in shared && /** @type {WebAssembly.Global} */ (shared[MISSED]).value !== 0;
  return {
    isWhole: () => isWhole,
    complete,
    hasMissed,
    join: async (instance, imports) => {
      shared = instance.exports;
      given = imports;
      if (rest) await complete(await rest);
      const seen = Object.entries(shared).filter(([name]) => !name.startsWith(MARK));
      return { exports: Object.fromEntries(seen) };
    },
    watched: (start) =>
      new Promise((resolve, reject) => {
        const look = setInterval(() => hasMissed() && reject(new Error('the rest is missing')), LOOK_MS);
        start.then(resolve, reject).finally(() => clearInterval(look));
      }),
  };
}
