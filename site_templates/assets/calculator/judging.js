/**
 * From the answers to the score: asks the engine, sets aside what it refuses, and keeps both in the state.
 */
import { ask, createAsking } from './asking.js';
import { answersOf } from './form/answers.js';
import { asDate } from './form/reading-text.js';
import { assumedOf } from './form/assuming.js';
import { followEdition } from './form/edition-asked.js';
import { ON } from './form/questions.js';

/** Where the engine says that a mistake is: `answers.birth_date`, `answers.contributions[0].to`, `on`. */
const PATH = /^(?:answers\.)?(\w+)/;
const QUIET_MS = 120;
/** So long after a change it is told that what is shown is of the former answers. */
const LATE_MS = 2_000;

/**
 * @typedef {import('./contract.js').Request} Request
 * @typedef {import('./contract.js').Verdict} Verdict
 * @typedef {import('./store.js').Wrong} Wrong
 */

/**
 * Keep the verdict up with the answers.
 *
 * @param {Omit<import('./page.js').Context, 'transitions'>} context
 */
export function keepJudged({ engine, store, questions, data, words }) {
  const editionOf = followEdition(data);
  let lateness = 0;
  const settle = (/** @type {Partial<import('./store.js').State>} */ parts) => {
    clearTimeout(lateness);
    store.change({ ...parts, pending: false, late: false });
  };
  const asking = createAsking(({ request, assumed }) => judged(engine, request, assumed), QUIET_MS, {
    answered: (answer) => settle({ ...answer, trouble: '' }),
    failed: (trouble) => settle({ ...nothing(), trouble }),
  });

  store.subscribe(['on', 'kept', 'readings'], ({ on, kept, readings }) => {
    const own = answersOf(questions, kept, asDate(on));
    const isDayMissing = !on.trim();
    if (!isDayMissing && Object.keys(own).length > 0) {
      const assumed = assumedOf(questions, kept, editionOf(on), data);
      const answers = { ...own, ...answersOf(questions, assumed) };
      const situations = questions.filter(({ code }) => code in assumed).map(({ code, situation }) => [code, situation]);
      store.change({ assumed: Object.fromEntries(situations) });
      const isUsual = Object.keys(readings).length === 0;
      const request = { policy: data.policy, on: asDate(on), answers: isUsual ? answers : { ...answers, readings } };
      asking.ask({ request, assumed: Object.keys(assumed) });
      if (!store.state.pending) lateness = setTimeout(() => store.change({ late: true }), LATE_MS);
      store.change({ pending: true });
      return;
    }
    asking.drop();
    const wrong = isDayMissing ? [{ code: ON, path: ON, message: words.script.error_on }] : [];
    settle({ ...nothing(), assumed: {}, wrong, trouble: '' });
  });
  store.subscribe(['starts'], asking.again);
}

/**
 * The verdict on what of a request the engine takes. What it refuses counts as not answered, and is told.
 *
 * @param {import('../engine/client.js').Engine} engine
 * @param {Request} request
 * @param {ReadonlyArray<string>} [assumed] answers that nobody gave: alone they are not worth a verdict
 * @returns {Promise<{ verdict: Verdict | undefined, request: Request | undefined, wrong: Wrong[] }>}
 */
export async function judged(engine, request, assumed = []) {
  /** @type {Wrong[]} */
  const wrong = [];
  for (let left = request; ; ) {
    const answer = await ask(engine, 'score_json', left);
    if (!('error' in answer)) return { verdict: answer, request: left, wrong };
    const { path, message } = answer.error;
    const code = PATH.exec(path)?.[1] ?? '';
    wrong.push({ code, path, message });
    const { [code]: _, ...answers } = left.answers;
    const isLeft = code in left.answers && Object.keys(answers).some((each) => each !== 'readings' && !assumed.includes(each));
    if (!isLeft) return { ...nothing(), wrong };
    left = { ...left, answers };
  }
}

function nothing() {
  return { verdict: undefined, request: undefined, wrong: [] };
}
