/**
 * The page of a policy without points: the engine says of each condition how the answers stand to it, and nothing of the whole.
 */
import { connect } from '../engine/client.js';
import { expose } from '../engine/expose.js';
import { createContext } from './context.js';
import { openDay } from './form/day.js';
import { openErrors } from './form/errors.js';
import { openForm } from './form/form.js';
import { keepJudged } from './judging.js';
import { openKeeping } from './keeping/keeping.js';
import { readData, say, slot } from './page.js';
import { followProgress } from './progress.js';
import { showAlive } from './started.js';
import { keepCurrent } from './updating.js';

const { engine: manifest, ...data } = readData('calculator-data');
const engine = connect({ worker: new URL(manifest.worker, document.baseURI).href, total: manifest.total });
expose(engine);
const $page = document.body;
/** @type {HTMLFormElement} */
const $form = slot($page, 'form');
const day = openDay();
const context = createContext($form, day, { engine, data: /** @type {import('./page.js').PageData} */ (data), choices: {} });
const form = openForm($form, context);
openErrors(slot($page, 'error-summary'), context, form.controlAt);
keepJudged(context);
const { store } = context;
followProgress($page, context);
store.subscribe(['verdict'], ({ verdict }) => showStandings(verdict?.conditions));
store.subscribe(['late'], ({ late, verdict }) => {
  if (late && verdict) slot($page, 'counted').textContent = context.words.script.late;
});
openKeeping($page, context, day);
customElements.define('calc-live', class extends HTMLElement {});
showAlive();
context.transitions.resume(form.early);
keepCurrent(engine, manifest);

/** @param {import('./contract.js').Verdict['conditions']} [conditions] none while nothing is answered */
function showStandings(conditions = []) {
  const { standing, checklist } = context.words;
  const counts = { met: 0, not_met: 0, unknown: 0 };
  for (const $condition of /** @type {NodeListOf<HTMLElement>} */ ($page.querySelectorAll('[data-condition]'))) {
    const found = conditions.find(({ condition }) => condition === $condition.dataset.condition);
    const isAsking = 'asking' in $condition.dataset;
    const status = found?.status ?? 'unknown';
    const isOptional = 'optional' in $condition.dataset;
    if (!isOptional) counts[status] += 1;
    $condition.dataset.standing = status;
    const word = (isOptional && standing[`optional_${status}`]) || standing[status];
    slot($condition, 'standing').textContent = isAsking ? standing.ask : word;
    slot($condition, 'reason').textContent = found?.sentence ?? '';
  }
  slot($page, 'counted').textContent = conditions.length > 0 ? say(checklist.counted, counts) : '';
}
