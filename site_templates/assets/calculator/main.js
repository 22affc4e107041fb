/**
 * The calculator page of the hosted site: its engine is a worker beside it, and the site keeps itself offline.
 */
import { connect } from '../engine/client.js';
import { keepOffline } from '../engine/updates.js';
import { startCalculator } from './calculator.js';
import { readData, slot } from './page.js';

const { engine: manifest } = readData('calculator-data');
const engine = connect({ worker: new URL(manifest.worker, document.baseURI).href, total: manifest.total });
startCalculator(engine);

engine.ready.then(
  () => keepOffline(new URL('sw.js', document.baseURI).href, offerUpdate),
  () => {},
);

/** @param {() => void} takeOver */
function offerUpdate(takeOver) {
  const $update = slot(document, 'update');
  $update.hidden = false;
  slot($update, 'take-over').addEventListener('click', takeOver);
}
