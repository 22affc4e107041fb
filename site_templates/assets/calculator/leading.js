/**
 * Who asks for the result is led to it, or to what is in its way.
 */
import { controlOf, focusOn } from './form/questions.js';
import { onPress, slot } from './page.js';
import { shownWrong } from './store.js';

/**
 * @param {HTMLElement} $page
 * @param {import('./page.js').Context} context
 * @param {() => void} summarize leads to the mistakes
 * @param {ReturnType<typeof import('./progress.js').showProgress>} progress
 * @returns {() => void} leads there
 */
export function openLeading($page, { store, transitions, questions }, summarize, progress) {
  /** Somebody waits for the answer that is on its way. */
  let isWanted = false;

  function go() {
    isWanted = false;
    transitions.leave(questions.map(({ code }) => code));
    const { verdict, pending, trouble } = store.state;
    if (shownWrong(store.state).length > 0) summarize();
    else if (trouble || (pending && !progress.isReady())) progress.focus();
    else if (pending) isWanted = true;
    else if (verdict) focusOn(slot($page, 'result').querySelector('h2'));
    else focusOn(controlOf(questions[0].code));
  }

  store.subscribe(['on', 'kept', 'readings'], () => (isWanted = false));
  store.subscribe(['pending'], ({ pending }) => {
    // After everybody has shown what came.
    if (!pending && isWanted) queueMicrotask(go);
  });
  onPress($page, { go });
  slot($page, 'score-line').addEventListener('click', (/** @type {Event} */ event) => {
    if (!(/** @type {Element} */ (event.target).closest('[data-slot="go"]'))) return;
    event.preventDefault();
    go();
  });
  return go;
}
