/**
 * What pages import of the engine, as one module.
 */
export { connect } from './client.js';
export { expose } from './expose.js';
export { withFirstGear } from './gears.js';
export { leadOf } from './lead.js';
export { EngineFailure } from './reasons.js';
export { keepOffline } from './updates.js';
