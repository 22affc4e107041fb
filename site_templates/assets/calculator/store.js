/**
 * All that the calculator knows at a moment, in one place, and who wants to hear of which part of it.
 *
 * Whatever happens, typing or a link or an answer of the engine, is one `change`; what is to be seen follows from the
 * state alone.
 */

/**
 * @typedef {Record<string, string[]>} Kept what was typed and chosen, by question; untouched ones are left out
 * @typedef {'start' | 'typed' | 'amended' | 'draft' | 'followed' | 'person' | 'link' | 'file' | 'cleared' | 'undone'} Origin
 *   how the answers came: by hand, some of them filled in by the page, or all of them from elsewhere
 * @typedef {{ code: string, path: string, message: string }} Wrong
 *   what the engine refused: at which question, where in it, and why
 * @typedef {{ on: string, kept: Kept, readings: Record<string, string> }} Draft
 *   `on` is empty where the visitor left it at today; readings are those that are not the default
 *
 * @typedef {object} State
 * @property {string} on the day that is asked for, as it is typed
 * @property {Kept} kept
 * @property {Record<string, string>} readings
 * @property {Origin} origin
 * @property {string} person whose answers they are; empty where nobody's
 * @property {Draft | undefined} before what can be had back
 * @property {ReadonlySet<string>} shown situations whose questions are in sight
 * @property {Readonly<Record<string, string>>} assumed questions that are assumed to be answered with nothing, with
 *   their situation
 * @property {string} note what is said of where the answers come from
 * @property {{ text: string }} spoken what is to be said aloud at once
 * @property {import('./keeping/link-news.js').News | undefined} news
 * @property {ReadonlySet<string>} left questions that were left, or filled by others: their mistakes may be shown
 * @property {ReadonlyArray<Wrong>} wrong
 * @property {boolean} pending a score is on its way
 * @property {boolean} late it has been for a while: what is shown is still of the former answers
 * @property {string} trouble why a call of the engine failed; empty where none did
 * @property {'well' | 'failed' | 'stopped'} engine how it is: on its way or ready, not started, or dead after it was ready
 * @property {number} starts how often the engine has been started
 * @property {import('./contract.js').Request | undefined} request what was scored: the answers without the wrong ones
 * @property {import('./contract.js').Verdict | undefined} verdict
 * @property {ReadonlyArray<import('./contract.js').Paper>} papers that the answers call for
 * @property {{ years: number, assume?: import('./outlook/coming-months.js').Assume }} ahead how far one looks ahead, and what
 *   is assumed of the months to come
 * @property {import('./contract.js').Timeline | undefined} timeline
 * @property {import('./contract.js').PlansView | undefined} plans
 *
 * @typedef {ReturnType<typeof createStore>} Store
 */

/** @type {State} */
export const BEGINNING = {
  on: '',
  kept: {},
  readings: {},
  origin: 'start',
  person: '',
  before: undefined,
  shown: new Set(),
  assumed: {},
  note: '',
  spoken: { text: '' },
  news: undefined,
  left: new Set(),
  wrong: [],
  pending: false,
  late: false,
  trouble: '',
  engine: 'well',
  starts: 1,
  request: undefined,
  verdict: undefined,
  papers: [],
  ahead: { years: 10 },
  timeline: undefined,
  plans: undefined,
};

/**
 * @param {Partial<State>} [beginning]
 * @param {(error: unknown) => void} [failed] hears of a listener that failed: the others are told all the same
 */
export function createStore(beginning = {}, failed = throwLater) {
  /** @type {Readonly<State>} */
  let state = Object.freeze({ ...BEGINNING, ...beginning });
  /** @type {{ keys: ReadonlyArray<keyof State>, hear: (state: Readonly<State>) => void }[]} */
  const listeners = [];
  /** What has changed and not been told yet. @type {Set<keyof State>[]} */
  const untold = [];
  let isTelling = false;

  const tellOne = (/** @type {(state: Readonly<State>) => void} */ hear) => {
    try {
      hear(state);
    } catch (error) {
      failed(error);
    }
  };
  const tell = () => {
    isTelling = true;
    for (let changed = untold.shift(); changed; changed = untold.shift()) {
      const isHeard = (/** @type {keyof State} */ key) => changed.has(key);
      for (const { keys, hear } of listeners) if (keys.some(isHeard)) tellOne(hear);
    }
    isTelling = false;
  };
  return {
    get state() {
      return state;
    },
    /**
     * The state with some parts of it anew. A change that a listener makes is told after the one that it heard of.
     *
     * @param {Partial<State>} parts
     */
    change(parts) {
      const keys = /** @type {(keyof State)[]} */ (Object.keys(parts)).filter((key) => parts[key] !== state[key]);
      if (keys.length === 0) return;
      state = Object.freeze({ ...state, ...parts });
      untold.push(new Set(keys));
      if (!isTelling) tell();
    },
    /**
     * Hear of each change of any of these parts, in the order in which listeners were added.
     *
     * @param {ReadonlyArray<keyof State>} keys
     * @param {(state: Readonly<State>) => void} hear
     */
    subscribe(keys, hear) {
      listeners.push({ keys, hear });
    },
  };
}

/** The page hears of it as of any error that nobody caught. @param {unknown} error */
function throwLater(error) {
  queueMicrotask(() => {
    throw error;
  });
}

/**
 * What is shown of the mistakes: those of questions that were left.
 *
 * @param {Pick<State, 'wrong' | 'left'>} state
 */
export function shownWrong({ wrong, left }) {
  return wrong.filter(({ code }) => left.has(code));
}
