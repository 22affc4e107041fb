/**
 * Errors of the page's own script that nobody has caught.
 */

const ADDRESS = /(?:https?|file|blob):\S+?(?=:\d+:\d+)/;
/** The address of this script, as browsers name it where an error was. */
const HERE = ADDRESS.exec(new Error().stack ?? '')?.[0];

/** @param {() => void} hear */
export function hearOwnErrors(hear) {
  const look = (/** @type {any} */ error) => {
    // Extensions have errors of their own; and what is wrong with the engine is told as that.
    const isOwn = HERE !== undefined && String(error?.stack).includes(HERE);
    if (isOwn && !error.reason) hear();
  };
  addEventListener('error', ({ error }) => look(error));
  addEventListener('unhandledrejection', ({ reason }) => look(reason));
}
