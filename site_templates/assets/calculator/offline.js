/**
 * The calculator page as a single file: it carries its engine, all other pages and the index of the search inside.
 */
import '../../components/lapse/lapse.js';
import { expose } from '../engine/expose.js';
import { connectInside } from '../engine/offline.js';
import { openGuide } from '../guide/open.js';
import { startCalculator } from './calculator.js';
import { readData } from './page.js';

const engine = connectInside();
expose(engine);
startCalculator(engine);
// What stands behind the # is a place in this document here, not what is asked for.
openGuide({ loadRows: async () => readData('search-rows'), asked: () => '', keepAsked: () => {} });
