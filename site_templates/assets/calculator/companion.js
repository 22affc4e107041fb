/**
 * What goes with the score: another question about the request that was scored, asked after a longer pause.
 */
import { ask, createAsking } from './asking.js';

/**
 * @typedef {import('./contract.js').Request} Request
 * @typedef {import('./contract.js').Refusal} Refusal
 */

/**
 * @param {Pick<import('./page.js').Context, 'engine' | 'store'>} context
 * @param {string} method
 * @param {{
 *   quiet: number,
 *   about?: (request: Request) => Request | undefined,
 *   show: (answer: any) => void,
 *   hide: (error?: Refusal) => void,
 * }} on `about` makes the question of the score's request; without one there is nothing to ask
 * @returns {{ renew: () => void }} `renew` asks what is now to be asked about the same request
 */
export function createCompanion({ engine, store }, method, { quiet, about = (request) => request, show, hide }) {
  const asking = createAsking((question) => ask(engine, method, question), quiet, {
    answered: (answer) => ('error' in answer ? hide(answer.error) : show(answer)),
    failed: () => hide(),
  });
  const renew = () => {
    const { request } = store.state;
    const question = request && about(request);
    if (question) {
      asking.ask(question);
      return;
    }
    asking.drop();
    hide();
  };
  store.subscribe(['request'], renew);
  store.subscribe(['starts'], asking.again);
  return { renew };
}
