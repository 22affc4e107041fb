/**
 * The silences of the text: which reading was chosen, and what another would make of the score.
 */
import { createCompanion } from '../companion.js';
import { say, slot } from '../page.js';
import { shownDistance, shownScore } from './score-line.js';

const QUIET_MS = 500;

/**
 * @typedef {{ score: number | null, score_range: [number, number], outcome: import('./score-line.js').Verdict['outcome'] }} Effect
 * @typedef {Effect & { reading: string, choice: string, differs?: boolean }} OtherReading
 * @typedef {{ base: Effect, readings: OtherReading[] }} ReadingsView what each choice that is not in use would give
 */

/**
 * @param {ParentNode} $page
 * @param {import('../../engine/client.js').Engine} engine
 * @param {import('../page.js').Words} words
 * @param {() => void} changed
 */
export function openReadings($page, engine, { script }, changed) {
  const $readings = slot($page, 'readings');
  const $other = slot($page, 'other-outcome');
  const $chosen = slot($page, 'chosen-readings');
  /** @type {HTMLElement[]} */
  const all = [...$readings.querySelectorAll('[data-reading]')];
  $readings.addEventListener('change', changed);

  const chosen = () => Object.fromEntries(all.filter(isOther).map(($reading) => [$reading.dataset.reading, inUse($reading)]));
  return {
    /** @returns {Record<string, string>} the choices that are not the default */
    chosen,
    /** @param {string} code @returns {string | undefined} the choice in use; nothing where there is no such reading */
    inUse: (code) => all.filter(($reading) => $reading.dataset.reading === code).map(inUse)[0],
    /** @param {Record<string, string>} choices */
    restore(choices) {
      for (const $reading of all) {
        const { reading, default: usual } = $reading.dataset;
        const wanted = choices[String(reading)];
        const isKnown = choicesOf($reading).some(({ value }) => value === wanted);
        for (const $choice of choicesOf($reading)) $choice.checked = $choice.value === (isKnown ? wanted : usual);
      }
    },
    companion: createCompanion(engine, 'readings_json', {
      quiet: QUIET_MS,
      hide() {
        $readings.hidden = true;
        $other.hidden = true;
        $chosen.hidden = true;
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
        if (elsewhere) slot($other, 'other-outcome-says').textContent = effect(script.other_outcome, elsewhere, script);
      },
    }),
  };
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
