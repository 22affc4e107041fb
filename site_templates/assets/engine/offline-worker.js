/**
 * The single file's worker: its parts come from the page as text, gzip in Base64, in one message.
 *
 * Pyodide's loader stands before this script in the same text, as `pyodideLoader` (`generator/writing/engine/single_file.py`).
 */
import { run } from './core.js';
import { inflate } from './inflate.js';

/** @type {import('./core.js').Build} */
const build = ENGINE_BUILD;

addEventListener(
  'message',
  ({ data }) => {
    const part = (/** @type {string} */ role, /** @type {(bytes: number) => void} */ arrived) => async () => {
      const bytes = await inflate(data.parts[role]);
      arrived(bytes.length);
      return bytes;
    };
    run(
      build,
      ({ arrived }) => ({
        glue: async () => pyodideLoader.loadPyodide,
        wasm: part('wasm', arrived),
        stdlib: part('stdlib', arrived),
        scoring: part('scoring', arrived),
        policy: part('policy', arrived),
      }),
      { bringing: 'unpack' },
    );
  },
  { once: true },
);
