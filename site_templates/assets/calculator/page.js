/**
 * What the page brings along: data blocks, words, slots and templates.
 */
import { dayInWords } from './figures.js';

/**
 * @typedef {{ code: string, called: string, title: string, document: string, from: string, to: string, standard_score: number, questions: string[] }} Edition
 * @typedef {{ code: string, title: string, about: string, on: string, answers: Answers }} Person
 * @typedef {Record<string, any>} Answers answers of the contract, by question
 * @typedef {{
 *   policy: string,
 *   version: string,
 *   version_in_words: string,
 *   address: string,
 *   editions: Edition[],
 *   people: Person[],
 *   nothing: Answers,
 *   contribution_years: import('./ledger/years.js').Turn | null,
 *   situations: { code: string, label: string, questions: string[], answers: Answers }[],
 *   changes: { code: string, on: string, title: string, figures: string }[],
 *   indicators: Record<string, { title: string, section: string, href: string, asks: string }>,
 *   edition: string,
 *   has_timeline: boolean,
 *   has_plans: boolean,
 * }} PageData whether the policy has words for a timeline and for plans
 * @typedef {Record<string, Record<string, string>>} Words by section of the messages
 * @typedef {{
 *   engine: import('../engine/client.js').Engine,
 *   store: import('./store.js').Store,
 *   transitions: import('./keeping/transitions.js').Transitions,
 *   questions: ReadonlyArray<import('./form/questions.js').Question>,
 *   choices: Record<string, { usual: string, all: string[] }>,
 *   data: PageData,
 *   words: Words,
 * }} Context `choices` are those of each reading; what every feature of the page is given besides its own place
 */

/**
 * The edition in force on a day, among those that can be scored.
 *
 * @param {string} day
 * @param {Pick<PageData, 'editions'>} data
 */
export function editionOn(day, { editions }) {
  return editions.find(({ from, to }) => day >= from && day <= to);
}

/**
 * A data block of the page.
 *
 * @param {string} id
 * @returns {any}
 */
export function readData(id) {
  const text = document.getElementById(id)?.textContent;
  // Something has altered the page on its way.
  if (!text) throw new SyntaxError(`there is no JSON ${id}`);
  return JSON.parse(text);
}

/**
 * The element that is to be filled, found by its name.
 *
 * @param {ParentNode} $root
 * @param {string} name
 * @returns {any}
 */
export function slot($root, name) {
  const $found = $root.querySelector(`[data-slot="${name}"]`);
  if (!$found) throw new Error(`there is no slot ${name}`);
  return $found;
}

/**
 * A new copy of what a template holds.
 *
 * @param {string} id
 * @returns {any}
 */
export function copyOf(id) {
  const $template = document.getElementById(id);
  if (!($template instanceof HTMLTemplateElement)) throw new Error(`there is no template ${id}`);
  return $template.content.firstElementChild?.cloneNode(true);
}

/**
 * What is done when one of a place's buttons is pressed, by the button's `data-action`.
 *
 * @param {Element} $place
 * @param {Record<string, ($pressed: HTMLElement) => void>} actions
 */
export function onPress($place, actions) {
  $place.addEventListener('click', (event) => {
    const $pressed = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('[data-action]'));
    const action = actions[$pressed?.dataset.action ?? ''];
    if (!$pressed || !action) return;
    event.preventDefault();
    action($pressed);
  });
}

/**
 * A list filled with copies of a template, each with a text.
 *
 * @param {HTMLElement} $list
 * @param {string} template
 * @param {ReadonlyArray<string>} texts
 */
export function fillList($list, template, texts) {
  const entries = texts.map((text) => {
    const $entry = copyOf(template);
    $entry.textContent = text;
    return $entry;
  });
  $list.replaceChildren(...entries);
}

/**
 * A sentence with its gaps filled: `say('还差 {distance} 分', { distance: 5 })`; a gap such as `{from:day}` has a day in words.
 *
 * @param {string} sentence
 * @param {object} [values]
 */
export function say(sentence, values = {}) {
  const said = new Map(Object.entries(values));
  return sentence.replace(/\{(\w+)(:day)?\}/g, (gap, name, inWords) => {
    const value = said.has(name) ? String(said.get(name)) : gap;
    return inWords ? dayInWords(value) : value;
  });
}

/**
 * Why the engine can't answer, in words.
 *
 * @param {Words} words
 * @param {string} reason
 * @param {string} [detail]
 */
export function reasonInWords({ failure, script }, reason, detail = '') {
  return say(failure[reason] ?? failure.unknown, { detail, browsers: script.browsers });
}

/**
 * What something is called, ready for what is said of it: a question's own mark is enough between them.
 *
 * @param {string} label
 */
export function before(label) {
  return /[？：]$/.test(label) ? label : `${label}：`;
}
