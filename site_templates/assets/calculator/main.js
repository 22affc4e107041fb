/**
 * The calculator page of the hosted site: its engine is a worker beside it, and the site keeps itself offline.
 */
import { connect } from '../engine/client.js';
import { expose } from '../engine/expose.js';
import { withFirstGear } from '../engine/gears.js';
import { leadOf, savesData } from '../engine/lead.js';
import { startCalculator } from './calculator.js';
import { readData } from './page.js';
import { isKept, keepCurrent } from './updating.js';

const { engine: manifest } = readData('calculator-data');
/** @param {{ worker: string, total: number }} found @param {import('../engine/lead.js').Lead} [lead] */
const connected = ({ worker, total }, lead) => connect({ worker: new URL(worker, document.baseURI).href, total }, lead);

// A build may be without it.
const first = manifest.gear && connected(manifest.gear);
// Where the site is kept already, there is nothing to save.
const lead = first && leadOf(first, savesData() && !isKept(manifest));
const record = connected(manifest, lead);
// Scripts ask the engine of record.
expose(record);
startCalculator(first ? withFirstGear(record, first, lead) : record);
keepCurrent(record, manifest);
