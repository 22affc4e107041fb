import { connect, expose } from '../engine/page.js';

const $data = document.querySelector('#calculator-data, #self-check-data');
const { engine } = JSON.parse($data?.textContent ?? '{}');
expose(connect({ worker: new URL(engine.worker, document.baseURI).href, total: engine.total }));
