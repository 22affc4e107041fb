/**
 * The site offline, and the news that a new build of it is here.
 */

/**
 * Keep the whole site in this browser. Where there is no service worker, nothing happens and all works online.
 *
 * Call it once the engine is ready, so that it takes no bandwidth from the first score.
 *
 * @param {string} script address of `sw.js` in the site's root
 * @param {(takeOver: () => void) => void} onUpdate called when a new build waits; `takeOver` loads the page anew with it
 * @returns {Promise<void>}
 */
export async function keepOffline(script, onUpdate) {
  const container = navigator.serviceWorker;
  if (!container) return;
  try {
    const registration = await container.register(script);
    const isKept = () => isInCharge(registration.active?.scriptURL);
    const wasKept = isKept();
    // Another tab may be the one that asks for the new build: no page stays behind with the old one.
    if (wasKept) container.addEventListener('controllerchange', () => location.reload(), { once: true });
    const offer = () => {
      const waiting = registration.waiting;
      if (waiting && isKept()) onUpdate(() => waiting.postMessage({ kind: 'take over' }));
    };
    const follow = () => registration.installing?.addEventListener('statechange', offer);
    offer();
    // Where pages come altered, as by a host that puts something into each, no new build can be kept: rather none than an old one for ever.
    container.addEventListener('message', ({ data, source }) => {
      const { scriptURL } = /** @type {ServiceWorker} */ (source ?? {});
      const isOurs = scriptURL === registration.active?.scriptURL;
      if (isOurs && data?.kind === 'altered' && isKept()) onUpdate(() => goWithout(registration));
    });
    // One may have been found while the engine started.
    follow();
    registration.addEventListener('updatefound', follow);
    // What the browser found by itself may have failed before anybody listened.
    if (wasKept) await registration.update();
  } catch {
    // Private windows and in-app browsers refuse: the site works online as before.
  }
}

/**
 * Whether the worker of a script is in charge of this page. Another program of the host may have one for all of it.
 *
 * @param {string | undefined} script
 */
export function isInCharge(script) {
  const controller = navigator.serviceWorker?.controller;
  return Boolean(controller) && controller?.scriptURL === script;
}

/**
 * Load the page anew from the host, which it then comes from until a build can be kept again.
 *
 * @param {ServiceWorkerRegistration} registration
 */
async function goWithout(registration) {
  await registration.unregister();
  location.reload();
}
