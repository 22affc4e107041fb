/**
 * How long the engine of record waits before it begins: the line is left to the first gear's bytes, and where a visitor saves
 * data to the first gear alone, until more is asked for than that can answer.
 */
import { withResolvers } from './deferred.js';

/** The longest wait of those who do not save data. */
const LONGEST_MS = 5000;

/**
 * @typedef {{ isPatient: boolean, over: Promise<void>, end: () => void }} Lead `isPatient`: it lasts until somebody ends it;
 *   `over`: settled when the engine of record may begin; `end` has it begin now
 */

/**
 * @param {import('./client.js').Engine} first
 * @param {boolean} isPatient
 * @returns {Lead}
 */
export function leadOf(first, isPatient) {
  /** @type {import('./deferred.js').Deferred<void>} */
  const { promise, resolve } = withResolvers();
  if (!isPatient) setTimeout(resolve, LONGEST_MS);
  first.onProgress(({ stage }) => {
    if (stage === 'failed' || (!isPatient && stage !== 'download')) resolve();
  });
  return { isPatient, over: promise, end: () => resolve() };
}

/** Whether the visitor has the browser save data, where a browser tells. */
export function savesData() {
  return /** @type {any} */ (navigator).connection?.saveData === true;
}
