/**
 * The calculator page of the hosted site: its engine is a worker beside it.
 */
import { connect } from '../engine/page.js';
import { startCalculator } from './calculator.js';
import { readData } from './page.js';

const { engine } = readData('calculator-data');
startCalculator(connect({ worker: new URL(engine.worker, document.baseURI).href, total: engine.total }));
