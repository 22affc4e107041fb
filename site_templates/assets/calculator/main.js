/**
 * The calculator page of the hosted site: its engine is a worker beside it, and the site keeps itself offline.
 */
import { connect } from '../engine/client.js';
import { startCalculator } from './calculator.js';
import { readData } from './page.js';
import { keepCurrent } from './updating.js';

const { engine: manifest } = readData('calculator-data');
const engine = connect({ worker: new URL(manifest.worker, document.baseURI).href, total: manifest.total });
startCalculator(engine);
keepCurrent(engine, manifest);
