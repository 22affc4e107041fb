/**
 * Two engines as one: a first gear that scores until the engine of record is ready, and is then held to it. Where the engine of
 * record dies, the first gear scores again.
 */
import { EngineFailure } from './reasons.js';

const SCORE = 'score_json';

/** What comes with each score by itself: it waits, and is no reason for the engine of record to begin. */
const BESIDE_A_SCORE = new Set([
  'ledger_json',
  'outlook_json',
  'papers_json',
  'plans_json',
  'readings_json',
  'reverse_json',
  'years_json',
]);

/** So many answers may wait for proof. */
const MOST_UNPROVEN = 500;

/**
 * @typedef {import('./client.js').Engine} Engine
 * @typedef {import('./progress.js').Progress} Progress
 * @typedef {'none' | 'answering' | 'proven' | 'wrong'} Standing
 *   none: it has answered nothing; answering: what it said is not proven yet; proven: the engine of record says the same;
 *   wrong: it does not
 * @typedef {(standing: Standing) => void} Told
 */

/**
 * @param {Engine} record
 * @param {Engine} first
 * @param {import('./lead.js').Lead} lead what the engine of record waits for
 * @returns {Engine & { onStanding: (told: Told) => void }} all as the engine of record has it, but for scores before it is ready
 */
export function withFirstGear(record, first, lead) {
  /** @type {Map<string, string>} answers of the first gear by request, not yet compared */
  const unproven = new Map();
  /** @type {Set<Told>} */
  const listeners = new Set();
  /** @type {Standing} */
  let standing = 'none';
  let isReady = false;
  let isFirstClosed = false;

  const stand = (/** @type {Standing} */ next) => {
    if (standing === 'wrong') return;
    standing = next;
    for (const told of listeners) told(standing);
  };
  const prove = async () => {
    for (const [text, answer] of unproven) {
      if ((await record.call(SCORE, text)) !== answer) stand('wrong');
      unproven.delete(text);
    }
    if (standing === 'answering') stand('proven');
    first.close();
    isFirstClosed = true;
  };
  const follow = async (/** @type {Promise<void>} */ ready) => {
    await ready;
    isReady = true;
    await prove();
  };
  /** The engine of record did not start, or has died, or starts anew: the first gear goes on, or is started again. */
  const goBack = () => {
    isReady = false;
    if (!isFirstClosed || standing === 'wrong') return;
    isFirstClosed = false;
    // Where it can't, calls say so.
    first.retry().catch(() => {});
  };
  /** A call for which the engine of record does not begin: it is answered when that is ready. */
  const later = (/** @type {string} */ method, /** @type {string} */ text) => record.ready.then(() => record.call(method, text));
  const early = async (/** @type {string} */ text) => {
    const answer = await first.call(SCORE, text);
    const mayCount = !isReady && standing !== 'wrong' && unproven.size < MOST_UNPROVEN;
    if (answer === '' || !mayCount) throw new EngineFailure('unknown', 'left to the engine of record');
    unproven.set(text, answer);
    stand('answering');
    return answer;
  };
  const score = async (/** @type {string} */ text) => {
    if (isReady) return record.call(SCORE, text).catch((why) => early(text).catch(() => Promise.reject(why)));
    const said = early(text);
    said.catch(lead.end);
    // Whoever is first; where neither can, the reason is the engine of record's.
    return Promise.any([later(SCORE, text), said]).catch(() => record.call(SCORE, text));
  };

  record.onProgress(({ stage }) => stage === 'failed' && goBack());
  follow(record.ready).catch(() => {});
  return Object.freeze({
    get ready() {
      return record.ready;
    },
    call: (/** @type {string} */ method, /** @type {string} */ text) => {
      if (method === SCORE) return score(text);
      return BESIDE_A_SCORE.has(method) ? later(method, text) : record.call(method, text);
    },
    begin: lead.end,
    onProgress: (/** @type {(progress: Progress) => void} */ listener) => {
      /** @type {Progress | undefined} */
      let ofRecord;
      /** @type {Progress | undefined} */
      let ofFirst;
      const tell = () => ofRecord && ofFirst && listener(joined(ofRecord, ofFirst, lead.isPatient));
      first.onProgress((next) => {
        const isOld = ofFirst?.stage === next.stage && next.stage !== 'download';
        ofFirst = next;
        if (!isOld) tell();
      });
      record.onProgress((next) => {
        ofRecord = next;
        tell();
      });
    },
    retry: () => {
      goBack();
      const ready = record.retry();
      follow(ready).catch(() => {});
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

/**
 * How far both are: while bytes come, those of both; otherwise how far the engine of record is.
 *
 * @param {Progress} record
 * @param {Progress} first
 * @param {boolean} isFirstAlone only the first gear's bytes are on their way
 * @returns {Progress}
 */
function joined(record, first, isFirstAlone) {
  if (record.stage === 'waiting' && first.stage === 'download') {
    return isFirstAlone ? first : { ...first, total: first.total + record.total };
  }
  if (record.stage !== 'download' || first.stage === 'failed') return record;
  return { ...record, loaded: first.loaded + record.loaded, total: first.total + record.total };
}
