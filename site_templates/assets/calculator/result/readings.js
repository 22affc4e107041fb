/**
 * The silences of the text: which reading was chosen, and what another would make of the score.
 */
import { createCompanion } from '../companion.js';
import { controlOf, focusOn } from '../form/questions.js';
import { say, slot } from '../page.js';
import { shownDistance, shownScore } from './standing.js';

const QUIET_MS = 500;

/**
 * @typedef {import('../contract.js').ReadingsView} ReadingsView
 * @typedef {import('../contract.js').OtherReading} OtherReading
 */

/**
 * What can be chosen of each reading, and which choice is the default.
 *
 * @param {HTMLElement} $page
 * @returns {import('../page.js').Context['choices']}
 */
export function readChoices($page) {
  const entries = readingsIn($page).map(($reading) => {
    const { reading = '', default: usual = '' } = $reading.dataset;
    return [reading, { usual, all: choicesOf($reading).map(({ value }) => value) }];
  });
  return Object.fromEntries(entries);
}

/**
 * @param {HTMLElement} $page
 * @param {import('../page.js').Context} context
 */
export function openReadings($page, context) {
  const { store, transitions, words: { script } } = context;
  const $readings = slot($page, 'readings');
  const $other = slot($page, 'other-outcome');
  const $chosen = slot($page, 'chosen-readings');
  const all = readingsIn($page);

  $readings.addEventListener('change', () => {
    transitions.read(Object.fromEntries(all.filter(isOther).map(($reading) => [$reading.dataset.reading, inUse($reading)])));
  });
  store.subscribe(['readings'], ({ readings }) => {
    for (const $reading of all) {
      const wanted = readings[$reading.dataset.reading ?? ''] ?? $reading.dataset.default;
      for (const $choice of choicesOf($reading)) $choice.checked = $choice.value === wanted;
    }
  });
  slot($other, 'settle').addEventListener('click', (/** @type {Event} */ event) => {
    event.preventDefault();
    focusOn(controlOf(slot($other, 'settle').dataset.question));
  });
  createCompanion(context, 'readings_json', {
    quiet: QUIET_MS,
    hide() {
      for (const $part of [$readings, $other, $chosen]) $part.hidden = true;
    },
    /** @param {ReadingsView} view */
    show({ base, readings }) {
      const others = new Map(readings.map((other) => [`${other.reading} ${other.choice}`, other]));
      for (const $reading of all) showEffects($reading, others, script);
      const matter = all.filter(($reading) => !$reading.hidden).length;
      $readings.hidden = matter === 0;
      const choices = all.filter(isOther).map(saysInUse).join('、');
      $chosen.hidden = !choices;
      $chosen.textContent = say(script.readings_chosen, { choices });
      slot($page, 'readings-title').textContent = say(script.readings_matter, { count: matter });
      const elsewhere = readings.find(({ outcome }) => base.outcome !== 'undecided' && outcome !== base.outcome);
      $other.hidden = !elsewhere;
      if (elsewhere) fillOther($other, elsewhere, all, script);
    },
  });
}

/**
 * That another reading leads elsewhere; where one's own facts would tell, they are asked for.
 *
 * @param {HTMLElement} $other
 * @param {OtherReading} elsewhere
 * @param {HTMLElement[]} readings
 * @param {Record<string, string>} script
 */
function fillOther($other, elsewhere, readings, script) {
  const { asks, settledBy } = readings.find(({ dataset }) => dataset.reading === elsewhere.reading)?.dataset ?? {};
  const isAsked = elsewhere.outcome === 'undecided' && settledBy !== undefined;
  const $settle = slot($other, 'settle');
  $settle.hidden = !isAsked;
  slot($other, 'other-outcome-says').textContent = isAsked
    ? say(script.settled_by, { asks, score: shownScore(elsewhere, script) })
    : effect(script.other_outcome, elsewhere, script);
  if (settledBy) $settle.dataset.question = settledBy;
}

/**
 * @param {HTMLElement} $page
 * @returns {HTMLElement[]}
 */
function readingsIn($page) {
  return /** @type {HTMLElement[]} */ ([...$page.querySelectorAll('[data-reading]')]);
}

/**
 * @param {HTMLElement} $reading
 * @param {Map<string, OtherReading>} others
 * @param {Record<string, string>} script
 */
function showEffects($reading, others, script) {
  let differs = false;
  for (const $choice of choicesOf($reading)) {
    const other = others.get(`${$reading.dataset.reading} ${$choice.value}`);
    const $effect = slot(/** @type {ParentNode} */ ($choice.closest('.answer')), 'effect');
    $effect.textContent = other ? effect(script.reading_effect, other, script) : script.reading_in_use;
    differs ||= Boolean(other?.differs);
  }
  $reading.hidden = !differs && !isOther($reading);
}

/**
 * @param {string} sentence
 * @param {OtherReading} other
 * @param {Record<string, string>} script
 */
function effect(sentence, other, script) {
  return say(sentence, { score: shownScore(other, script), distance: shownDistance(other, script) });
}

/**
 * @param {HTMLElement} $reading
 * @returns {HTMLInputElement[]}
 */
function choicesOf($reading) {
  return [...$reading.querySelectorAll('input')];
}

/** @param {HTMLElement} $reading */
function inUse($reading) {
  return choicesOf($reading).find(($choice) => $choice.checked)?.value ?? '';
}

/** @param {HTMLElement} $reading */
function saysInUse($reading) {
  const $label = $reading.querySelector('input:checked + .answer__label');
  return `“${$label?.firstChild?.textContent?.trim()}”`;
}

/** @param {HTMLElement} $reading */
function isOther($reading) {
  return inUse($reading) !== $reading.dataset.default;
}
