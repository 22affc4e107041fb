/**
 * A promise that is settled from outside.
 */

/**
 * @template T
 * @typedef {{ promise: Promise<T>, resolve: (value: T) => void, reject: (why: unknown) => void }} Deferred
 */

/**
 * `Promise.withResolvers`, which many phones in use do not have yet.
 *
 * @template T
 * @returns {Deferred<T>}
 */
export function withResolvers() {
  /** @type {any} */
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}
