/**
 * How far the engine is, in words and bytes; and why it can't go on, with a way to try again.
 */
import { focusOn } from './form/questions.js';
import { say, slot } from './page.js';

const BYTES_PER_MB = 1_000_000;

/**
 * @param {ParentNode} $page
 * @param {import('../engine/client.js').Engine} engine
 * @param {import('./page.js').Words} words
 * @param {() => void} restarted
 */
export function showProgress($page, engine, words, restarted) {
  const $engine = slot($page, 'engine');
  const $bar = slot($engine, 'bar');
  const $failure = slot($engine, 'failure');
  const fail = (/** @type {string} */ sentence, /** @type {string} */ reason) => {
    slot($engine, 'failure-reason').textContent = say(sentence, { reason: words.failure[reason] ?? words.failure.unknown });
    $failure.hidden = false;
  };
  engine.onProgress(({ stage, loaded, total, reason }) => {
    const isFailed = stage === 'failed';
    $engine.dataset.stage = stage;
    slot($engine, 'stage').textContent = isFailed ? words.script.failed_short : words.script[`stage_${stage}`];
    const megabytes = (/** @type {number} */ bytes) => (bytes / BYTES_PER_MB).toFixed(1);
    const isLoading = stage === 'download' && loaded > 0;
    slot($engine, 'bytes').textContent = isLoading ? say(words.script.bytes, { done: megabytes(loaded), total: megabytes(total) }) : '';
    $bar.value = stage === 'download' ? loaded / total : 1;
    $failure.hidden = true;
    if (isFailed) fail(words.script.failed, String(reason));
  });
  $engine.querySelector('[data-action="retry"]').addEventListener('click', () => {
    focusOn($engine);
    engine.retry().then(restarted, () => {});
  });
  return {
    focus: () => focusOn($engine),
    isReady: () => $engine.dataset.stage === 'ready',
    /** A single call went wrong, while the engine as a whole may be well. */
    failedCall: (/** @type {string} */ reason) => {
      if ($failure.hidden) fail(words.script.failed_call, reason);
    },
  };
}
