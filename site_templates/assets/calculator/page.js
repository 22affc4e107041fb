/**
 * What the page brings along: data blocks, words, slots and templates.
 */

/**
 * @typedef {{ code: string, from: string, to: string, standard_score: number, questions: string[] }} Edition
 * @typedef {{ code: string, title: string, about: string, on: string, answers: Answers }} Person
 * @typedef {Record<string, any>} Answers answers of the contract, by question
 * @typedef {{
 *   policy: string,
 *   address: string,
 *   editions: Edition[],
 *   people: Person[],
 *   nothing: Answers,
 *   changes: { code: string, on: string, title: string }[],
 *   indicators: Record<string, { title: string, section: string, href: string, asks: string }>,
 *   compared: import('./result/editions-compared.js').ComparedEditions,
 *   renewal: import('./outlook/renewals.js').RenewalFacts,
 * }} PageData
 * @typedef {Record<string, Record<string, string>>} Words by section of the messages
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
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null');
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
 * A sentence with its gaps filled: `say('还差 {distance} 分', { distance: 5 })`.
 *
 * @param {string} sentence
 * @param {Record<string, unknown>} [values]
 */
export function say(sentence, values = {}) {
  return sentence.replace(/\{(\w+)\}/g, (gap, name) => (name in values ? String(values[name]) : gap));
}

/**
 * What something is called, ready for what is said of it: a question's own mark is enough between them.
 *
 * @param {string} label
 */
export function before(label) {
  return /[？：]$/.test(label) ? label : `${label}：`;
}

/**
 * Points as they are shown: a real minus sign.
 *
 * @param {number} points
 */
export function shownPoints(points) {
  return String(points).replace('-', '\u2212');
}

/**
 * A figure as it is shown: long ones in groups of three, decimals without idle zeros; other text as it is.
 *
 * @param {string | number} figure such as 300000 or "8000.00"
 */
export function shownFigure(figure) {
  const [, whole, part = ''] = /^(\d+)(?:\.(\d+))?$/.exec(String(figure)) ?? [];
  if (whole === undefined) return String(figure);
  const groups = whole.length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  const rest = part.replace(/0+$/, '');
  return rest ? `${groups}.${rest}` : groups;
}
