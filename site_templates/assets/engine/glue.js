/**
 * Pyodide's loader and its WebAssembly glue as one script; `pyodide` is resolved by the generator to the pinned package.
 */
import 'pyodide/pyodide.asm.js';

export { loadPyodide } from 'pyodide/pyodide.mjs';
