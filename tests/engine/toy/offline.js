/** The toy's page script for the single file. */
import { expose } from '../../../site_templates/assets/engine/expose.js';
import { connectInside } from '../../../site_templates/assets/engine/offline.js';

const engine = connectInside();
expose(engine);
const events = [];
engine.onProgress((event) => events.push(event));
// The test's own way in: pages have no other global than hujifen.
document.engine = engine;
document.events = events;
