/**
 * The one global of ours: `window.hujifen`, for those who want a score by script.
 */

/**
 * @param {import('./client.js').Engine} engine
 */
export function expose(engine) {
  const hujifen = Object.freeze({
    get ready() {
      return engine.ready;
    },
    scoreJson: (/** @type {string} */ requestText) => engine.call('score_json', String(requestText)),
  });
  Object.defineProperty(window, 'hujifen', { value: hujifen, enumerable: true });
}
