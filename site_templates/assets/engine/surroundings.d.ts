/** What the scripts find when they run and no module of ours defines: what the generator writes in, and Pyodide. */

/** Written in by the generator in place of these names (generator/writing/engine). */
declare const ENGINE_BUILD: any;
declare const ENGINE_AHEAD: any;
declare const SITE_BUILD: any;

/** Pyodide's loader, which stands before the single file's worker in the same text. */
declare const pyodideLoader: { loadPyodide: import('./python.js').LoadPyodide };

declare module 'pyodide/pyodide.mjs' {
  export const loadPyodide: import('./python.js').LoadPyodide;
}

declare module 'micropython/micropython.mjs' {
  export const loadMicroPython: import('./gear.js').LoadMicroPython;
}
