/**
 * The calculator page as a single file: it carries its engine inside.
 */
import '../lapse.js';
import { connectInside } from '../engine/offline.js';
import { startCalculator } from './calculator.js';

startCalculator(connectInside());
