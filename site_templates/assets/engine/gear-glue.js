/**
 * MicroPython's loader and glue as one script; the package is resolved by the generator to the pinned one.
 */
export { loadMicroPython } from 'micropython/micropython.mjs';
