/**
 * The self-check page: this browser runs all cases of the build again and compares the bytes.
 */
import { connect } from '../engine/client.js';
import { expose } from '../engine/expose.js';
import { shownFigure } from './figures.js';
import { copyOf, readData, say, slot } from './page.js';
import { showProgress } from './progress.js';
import { showAlive } from './started.js';
import { keepCurrent } from './updating.js';

/** The page is told so often how far it is. */
const TELL_EVERY = 20;
/** The host has other cases by now than those of this page. */
const GONE = new Error('the cases are gone');

/** @typedef {{ name: string, request: string, verdict: string }} Case */

const { engine: manifest, cases: address } = readData('self-check-data');
/** @type {import('./page.js').Words} */
const words = readData('calculator-words');
const engine = connect({ worker: new URL(manifest.worker, document.baseURI).href, total: manifest.total });
expose(engine);
customElements.define('calc-live', class extends HTMLElement {});
showProgress(document, engine, words, { restarted: run });
showAlive();
keepCurrent(engine, manifest);
run();

async function run() {
  const $check = slot(document, 'self-check');
  const $verdict = slot($check, 'verdict');
  $verdict.textContent = '';
  try {
    const [cases] = await Promise.all([loadCases(), engine.ready]);
    const bad = await compareAll(cases, $check);
    const total = cases.length;
    $verdict.textContent = say(bad ? words.script.self_check_differ : words.script.self_check_agree, { done: shownFigure(total), total: shownFigure(total), bad: shownFigure(bad) });
  } catch (error) {
    // Why the engine can't answer is said by its own progress.
    if (/** @type {any} */ (error)?.reason) return;
    $verdict.textContent = error === GONE ? words.script.self_check_gone : words.script.self_check_missing;
  }
}

/** @returns {Promise<Case[]>} */
async function loadCases() {
  const response = await fetch(new URL(address, document.baseURI));
  if (response.status === 404) throw GONE;
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

/**
 * @param {Case[]} cases
 * @param {HTMLElement} $check
 * @returns {Promise<number>} how many differ
 */
async function compareAll(cases, $check) {
  const $differences = slot($check, 'differences');
  const $running = slot($check, 'running');
  $differences.replaceChildren();
  let agreed = 0;
  slot($check, 'cases').textContent = shownFigure(cases.length);
  for (const [at, { name, request, verdict }] of cases.entries()) {
    const here = await engine.call('score_json', request);
    if (here === verdict) agreed += 1;
    else $differences.append(differenceRow(name, here, verdict));
    if (at % TELL_EVERY !== 0 && at + 1 < cases.length) continue;
    slot($check, 'agreed').textContent = shownFigure(agreed);
    $running.textContent = say(words.script.self_check_running, { done: shownFigure(at + 1), total: shownFigure(cases.length) });
  }
  $running.textContent = '';
  return cases.length - agreed;
}

/**
 * @param {string} name
 * @param {string} here
 * @param {string} built
 */
function differenceRow(name, here, built) {
  const $row = copyOf('difference-row');
  slot($row, 'name').textContent = name;
  slot($row, 'here').textContent = here;
  slot($row, 'built').textContent = built;
  return $row;
}
