/**
 * How far the engine is, in words and bytes; and why it can't go on, with a way to try again.
 */
import { focusOn } from './form/questions.js';
import { hearOwnErrors } from './own-errors.js';
import { reasonInWords, say, slot } from './page.js';

const BYTES_PER_MB = 1_000_000;
/** What a start anew may cure, where it was well before. */
const CURABLE = new Set(['stopped', 'memory']);

/**
 * Show it on a page with a store, which hears of it.
 *
 * @param {ParentNode} $page
 * @param {import('./page.js').Context} context
 */
export function followProgress($page, { engine, words, store }) {
  const progress = showProgress($page, engine, words, {
    restarted: () => store.change({ starts: store.state.starts + 1 }),
    stands: (how) => store.change({ engine: how }),
    speak: (text) => store.change({ spoken: { text } }),
  });
  store.subscribe(['trouble'], ({ trouble }) => progress.failedCall(trouble));
  hearOwnErrors(progress.failedPage);
  return progress;
}

/**
 * @typedef {{
 *   restarted: () => void, stands?: (how: import('./store.js').State['engine']) => void, speak?: (sentence: string) => void,
 * }} Hearers `restarted`: what was answered before is to be asked again; `stands` hears how the engine is; `speak` says aloud
 *   what is wrong
 *
 * @param {ParentNode} $page
 * @param {import('../engine/client.js').Engine} engine
 * @param {import('./page.js').Words} words
 * @param {Hearers} hearers
 */
export function showProgress($page, engine, words, { restarted, stands = () => {}, speak = () => {} }) {
  const $engine = slot($page, 'engine');
  const $bar = slot($engine, 'bar');
  const $failure = slot($engine, 'failure');
  const $standing = slot($engine, 'standing');
  let isRestarted = false;
  let wasReady = false;
  /** @type {import('../engine/client.js').Progress} */
  let progress;
  /** @type {import('../engine/gears.js').Standing} */
  let standing = 'none';
  /** Why a single call went wrong, while the engine as a whole may be well; empty where none did. */
  let trouble = '';
  /** Something of the page itself went wrong: it may show too little, or what was. */
  let isPageBroken = false;
  /** What is wrong, as it is told now and as it was told before; empty where nothing is. */
  let [told, before] = ['', ''];
  const tell = (/** @type {string} */ sentence) => {
    slot($engine, 'failure-reason').textContent = sentence;
    $failure.hidden = false;
    told = sentence;
    if (sentence !== before) speak(sentence);
  };
  const fail = (/** @type {string} */ sentence, /** @type {string} */ reason, detail = '') =>
    tell(say(sentence, { reason: reasonInWords(words, reason, detail) }));
  const retry = () => {
    wasReady = false;
    return engine.retry().then(restarted, () => {});
  };
  const show = () => {
    const { stage, loaded, total, reason = '', detail, isSilent } = progress;
    const isFailed = stage === 'failed';
    const isWaiting = stage === 'waiting';
    // Scores go on without it.
    const isAlone = (isFailed || isWaiting) && standing === 'answering';
    $engine.dataset.stage = stage;
    $standing.dataset.standing = standing;
    $standing.textContent = words.script[isAlone ? 'standing_alone' : `standing_${standing}`] ?? '';
    const how = !isFailed ? 'well' : wasReady || reason === 'stopped' ? 'stopped' : 'failed';
    stands(how);
    const failed = words.script[isAlone ? `${how}_short_whole` : `${how}_short`];
    slot($engine, 'stage').textContent = isFailed ? failed : words.script[`stage_${stage}`];
    slot($engine, 'whole').hidden = !isWaiting;
    const megabytes = (/** @type {number} */ bytes) => (bytes / BYTES_PER_MB).toFixed(1);
    const isBringing = stage === 'download' || stage === 'unpack';
    const isLoading = stage === 'download' && loaded > 0;
    slot($engine, 'bytes').textContent = isLoading ? say(words.script.bytes, { done: megabytes(loaded), total: megabytes(total) }) : '';
    $bar.value = isBringing ? loaded / total : 1;
    $failure.hidden = true;
    [told, before] = ['', told];
    if (isSilent) tell(words.script[`silent_${stage}`] ?? words.script.silent);
    if (!isFailed) {
      if (isPageBroken) tell(words.script.failed_page);
      if (trouble) fail(words.script.failed_call, trouble);
      return;
    }
    fail(words.script[isAlone ? `${how}_whole` : how], reason, detail);
  };
  engine.onProgress((next) => {
    progress = next;
    if (next.stage === 'ready') wasReady = true;
    show();
    // It was well before, so it is started once more without being asked.
    if (next.stage !== 'failed' || !wasReady || !CURABLE.has(String(next.reason)) || isRestarted) return;
    isRestarted = true;
    void retry();
  });
  engine.onStanding?.((next) => {
    standing = next;
    show();
    // What was shown is not right; the engine that is has come.
    if (standing === 'wrong') restarted();
  });
  $engine.querySelector('[data-action="whole"]').addEventListener('click', () => {
    focusOn($engine);
    engine.begin?.();
  });
  $engine.querySelector('[data-action="retry"]').addEventListener('click', () => {
    focusOn($engine);
    void retry();
  });
  return {
    focus: () => focusOn($engine),
    isReady: () => $engine.dataset.stage === 'ready' || standing === 'answering',
    /** Why the last call went wrong: it stays in sight, whatever is heard of the engine, until another one goes well. */
    failedCall: (/** @type {string} */ reason) => {
      trouble = reason;
      show();
    },
    /** The page's own script went wrong after it had started. */
    failedPage: () => {
      isPageBroken = true;
      show();
    },
  };
}
