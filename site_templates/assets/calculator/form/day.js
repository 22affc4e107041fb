/**
 * Today, as this page goes by it: a page may stay open, or come back from the browser's memory, on a later day.
 */
import { today } from './reading-text.js';

/** @typedef {ReturnType<typeof openDay>} Day */

export function openDay() {
  let now = today();
  return {
    /** The same until all who hear of its end are told. */
    today: () => now,
    /** Hear that another day has begun, as soon as the visitor looks again. @param {(was: string) => void} hear */
    onTurn(hear) {
      const look = () => {
        const was = now;
        now = today();
        if (now !== was) hear(was);
      };
      for (const kind of ['pageshow', 'focus']) addEventListener(kind, look);
      document.addEventListener('visibilitychange', look);
    },
  };
}
