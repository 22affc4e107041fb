/**
 * Two engines as one: a first gear that scores until the engine of record is ready, and is then held to it.
 */
import { EngineFailure } from './reasons.js';

const SCORE = 'score_json';

/** So many answers may wait for proof. */
const MOST_UNPROVEN = 500;

/** So long the engine of record leaves the line to the first gear's bytes. */
const LEAD_MS = 5000;

/**
 * @typedef {import('./client.js').Engine} Engine
 * @typedef {'none' | 'answering' | 'proven' | 'wrong'} Standing
 *   none: it has answered nothing; answering: what it said is not proven yet; proven: the engine of record says the same;
 *   wrong: it does not
 * @typedef {(standing: Standing) => void} Told
 */

/**
 * @param {Engine} first
 * @returns {Promise<void>} when the first gear's bytes are here, or are not waited for any longer
 */
export function leadOf(first) {
  return new Promise((resolve) => {
    setTimeout(resolve, LEAD_MS);
    first.onProgress(({ stage }) => {
      if (stage !== 'download') resolve();
    });
  });
}

/**
 * @param {Engine} record
 * @param {Engine} first
 * @returns {Engine & { onStanding: (told: Told) => void }} all as the engine of record has it, but for scores before it is ready
 */
export function withFirstGear(record, first) {
  /** @type {Map<string, string>} answers of the first gear by request, not yet compared */
  const unproven = new Map();
  /** @type {Set<Told>} */
  const listeners = new Set();
  /** @type {Standing} */
  let standing = 'none';
  let isReady = false;

  const stand = (/** @type {Standing} */ next) => {
    if (standing === 'wrong') return;
    standing = next;
    for (const told of listeners) told(standing);
  };
  const prove = async () => {
    isReady = true;
    for (const [text, answer] of unproven) {
      if ((await record.call(SCORE, text)) !== answer) stand('wrong');
      unproven.delete(text);
    }
    if (standing === 'answering') stand('proven');
    first.close();
  };
  const follow = (/** @type {Promise<void>} */ ready) => ready.then(prove).catch(() => {});
  const early = async (/** @type {string} */ text) => {
    const answer = await first.call(SCORE, text);
    if (answer === '' || isReady || unproven.size >= MOST_UNPROVEN) throw new EngineFailure('unknown', 'left to the engine of record');
    unproven.set(text, answer);
    stand('answering');
    return answer;
  };
  const score = async (/** @type {string} */ text) => {
    const right = record.call(SCORE, text);
    if (isReady) return right;
    // Whoever is first; where neither can, the reason is the engine of record's.
    return Promise.any([right, early(text)]).catch(() => right);
  };

  void follow(record.ready);
  return Object.freeze({
    get ready() {
      return record.ready;
    },
    call: (/** @type {string} */ method, /** @type {string} */ text) => (method === SCORE ? score(text) : record.call(method, text)),
    onProgress: record.onProgress,
    retry: () => {
      const ready = record.retry();
      void follow(ready);
      return ready;
    },
    close: () => {
      first.close();
      record.close();
    },
    onStanding: (/** @type {Told} */ told) => {
      listeners.add(told);
      told(standing);
    },
  });
}
