/** A new build is offered as soon as it waits, whenever it was found. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { keepOffline } from '../../site_templates/assets/engine/updates.js';

/** A browser whose page is under a service worker, and that has this registration. */
function browserWith(/** @type {any} */ registration) {
  const container = Object.assign(new EventTarget(), { controller: {}, register: async () => registration });
  Object.defineProperty(globalThis, 'navigator', { value: { serviceWorker: container }, configurable: true });
}

function registrationWith(/** @type {any} */ parts) {
  return Object.assign(new EventTarget(), { waiting: null, installing: null, ...parts });
}

async function offersOf(registration, happens = () => {}) {
  let offers = 0;
  browserWith(registration);
  await keepOffline('sw.js', () => (offers += 1));
  happens();
  return offers;
}

test('a build that waits already is offered', async () => {
  assert.equal(await offersOf(registrationWith({ waiting: {} })), 1);
});

test('a build that is being installed already is offered once it waits', async () => {
  const installing = new EventTarget();
  const registration = registrationWith({ installing });
  const offers = await offersOf(registration, () => {
    Object.assign(registration, { installing: null, waiting: installing });
    installing.dispatchEvent(new Event('statechange'));
  });
  assert.equal(offers, 1);
});

test('a build that is found later is offered once it waits', async () => {
  const installing = new EventTarget();
  const registration = registrationWith({});
  const offers = await offersOf(registration, () => {
    registration.installing = installing;
    registration.dispatchEvent(new Event('updatefound'));
    Object.assign(registration, { installing: null, waiting: installing });
    installing.dispatchEvent(new Event('statechange'));
  });
  assert.equal(offers, 1);
});
