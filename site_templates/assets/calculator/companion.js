/**
 * What goes with the score: another question about the same answers, asked after a longer pause.
 */
import { createAsking } from './asking.js';

/**
 * @typedef {Record<string, any>} Request
 * @typedef {{ ask: (request: Request) => void, drop: () => void, again: () => void }} Companion
 *   `again` asks the same once more
 */

/**
 * @param {import('../engine/client.js').Engine} engine
 * @param {string} method
 * @param {{
 *   quiet: number,
 *   about?: (request: Request) => Request | undefined,
 *   show: (answer: any) => void,
 *   hide: (error?: { path: string, message: string }) => void,
 * }} on `about` makes the question of the score's request; without one there is nothing to ask
 * @returns {Companion & { renew: () => void }} `renew` asks what is now to be asked about the same request
 */
export function createCompanion(engine, method, { quiet, about = (request) => request, show, hide }) {
  const asking = createAsking(engine, method, quiet, {
    answered: (answer) => ('error' in answer ? hide(answer.error) : show(answer)),
    failed: () => hide(),
  });
  /** @type {Request | undefined} */
  let latest;
  const drop = () => {
    latest = undefined;
    asking.drop();
    hide();
  };
  const ask = (/** @type {Request} */ request) => {
    const question = about(request);
    if (!question) {
      drop();
      return;
    }
    latest = request;
    asking.ask(question);
  };
  return {
    ask,
    drop,
    again: asking.again,
    renew: () => latest && ask(latest),
  };
}
