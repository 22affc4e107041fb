/**
 * The answers as a file to keep or to take to another device: the contract's request, so that others can score it too.
 */
import { saveText } from './saving.js';

/** Such a file is a few kilobytes at most. */
const MOST_BYTES = 100_000;

/** @typedef {import('../contract.js').Request} Request */

/**
 * @param {Request} request
 * @param {string} name of the file
 */
export function saveAsFile(request, name) {
  saveText(`${JSON.stringify(request, null, 2)}\n`, name, 'application/json');
}

/**
 * @param {Blob} file
 * @param {string} policy the one that this page is about
 * @returns {Promise<Request | undefined>} nothing where the file is something else
 */
export async function readFile(file, policy) {
  if (file.size > MOST_BYTES) return undefined;
  try {
    const request = JSON.parse(await file.text());
    const isOurs = request.policy === policy && typeof request.on === 'string' && areAnswers(request.answers) && areCodes(request.assumed ?? []);
    return isOurs ? request : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether the form can be filled from these; what they mean is the engine's to judge.
 *
 * @param {any} answers
 */
function areAnswers(answers) {
  if (!isRecord(answers)) return false;
  const { readings = {}, ...others } = answers;
  const isPlain = (/** @type {unknown} */ value) => ['string', 'number', 'boolean'].includes(typeof value);
  const isRow = (/** @type {any} */ entry) => isRecord(entry) && [entry.from, entry.to ?? '', entry.base].every(isPlain);
  const isList = (/** @type {unknown} */ answer) => Array.isArray(answer) && (answer.every(isRow) || answer.every(isPlain));
  const isAnswer = (/** @type {unknown} */ answer) => answer === null || isPlain(answer) || isList(answer);
  return isRecord(readings) && Object.values(readings).every(isPlain) && Object.values(others).every(isAnswer);
}

/** @param {unknown} value */
function areCodes(value) {
  return Array.isArray(value) && value.every((code) => typeof code === 'string');
}

/** @param {unknown} value */
function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
