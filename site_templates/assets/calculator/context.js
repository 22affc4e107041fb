/**
 * What every feature of a page is given, made from what the page brings along.
 */
import { readQuestions } from './form/questions.js';
import { createTransitions } from './keeping/transitions.js';
import { readData } from './page.js';
import { createStore } from './store.js';

/**
 * @typedef {import('./page.js').Context} Context
 */

/**
 * @param {HTMLFormElement} $form
 * @param {import('./form/day.js').Day} day
 * @param {Pick<Context, 'engine' | 'data' | 'choices'>} own
 * @returns {Context}
 */
export function createContext($form, day, { engine, data, choices }) {
  const known = {
    store: createStore(),
    questions: readQuestions($form),
    choices,
    data,
    words: /** @type {import('./page.js').Words} */ (readData('calculator-words')),
  };
  return { ...known, engine, transitions: createTransitions(known, day.today) };
}
