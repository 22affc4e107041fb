/**
 * What pages import of the engine, as one module.
 */
export { connect } from './client.js';
export { expose } from './expose.js';
export { leadOf, withFirstGear } from './gears.js';
export { EngineFailure } from './reasons.js';
export { keepOffline } from './updates.js';
