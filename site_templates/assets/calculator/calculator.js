/**
 * The calculator: what happens when something is typed, chosen or pressed.
 */
import { expose } from '../engine/expose.js';
import { openComparison } from './result/comparison.js';
import { openEditionsCompared } from './result/editions-compared.js';
import { openForm } from './form/form.js';
import { openKeeping } from './keeping/keeping.js';
import { openLedgerView } from './ledger/ledger-view.js';
import { carriesAnswers } from './keeping/link.js';
import { openOutlook } from './outlook/outlook.js';
import { readData, slot } from './page.js';
import { readPaste } from './ledger/pasting.js';
import { offerPeople } from './keeping/people.js';
import { openPicture } from './sharing/picture.js';
import { openPlansView } from './plans/plans-view.js';
import { openReadings } from './result/readings.js';
import { openRecap } from './sharing/recap.js';
import { openScoring } from './scoring.js';
import { openSharing } from './sharing/sharing.js';
import { openTakingAway } from './sharing/taking-away.js';

/**
 * Bring the page to life.
 *
 * @param {import('../engine/client.js').Engine} engine
 */
export function startCalculator(engine) {
  expose(engine);
  customElements.define('calc-live', class extends HTMLElement {});
  const $page = document;
  /** @type {import('./page.js').PageData & { papers: import('./sharing/papers-needed.js').Paper[] }} */
  const data = readData('calculator-data');
  /** @type {import('./page.js').Words} */
  const words = readData('calculator-words');
  /** @type {HTMLFormElement} */
  const $form = slot($page, 'form');
  const form = openForm($form, data, words);
  const readings = openReadings($page, engine, words, edited);
  const ledger = openLedgerView($page, engine, data, words);
  const plans = openPlansView($page, engine, form, data, words);
  const comparison = openComparison($page, words);
  const outlook = openOutlook($page, engine, data, words, comparison.timeline);
  const keeping = openKeeping($page, form, readings, data, words);
  const sharing = openSharing($page, keeping, data, words);
  const recap = openRecap($page, form, data, words);
  const picture = openPicture($page, form, recap.gather, data, words);
  const editions = openEditionsCompared($page, engine, form, data, words);
  const beside = [outlook, plans, editions, sharing, picture].map(({ companion }) => companion);
  const companions = [readings.companion, ledger, ...beside];
  const scoring = openScoring($page, engine, form, data, words, readings.chosen, companions, comparison.score);
  const people = offerPeople($page, data, keeping.show);

  const takingAway = openTakingAway($page, form, readings, keeping, recap, data, words, () => {
    people.release();
    scoring.refresh();
  });

  function edited() {
    keeping.save();
    people.release();
    scoring.refresh();
  }

  /** @type {Record<string, ($pressed: Element) => void>} */
  const actions = {
    ...takingAway,
    ...sharing.actions,
    ...picture.actions,
    ...outlook.actions,
    ...comparison.actions,
    ...editions.actions,
    go: scoring.go,
    person: (/** @type {Element} */ $pressed) => {
      people.choose($pressed);
      scoring.refresh();
    },
    clear: () => {
      keeping.clear();
      plans.forget();
      outlook.forget();
      people.release();
      scoring.refresh();
      scoring.speak(words.script.cleared);
    },
    undo: ($pressed) => {
      keeping.undo();
      // The button goes away, its neighbours stay.
      /** @type {HTMLElement | null | undefined} */ ($pressed.closest('.people, .buttons')?.querySelector('button'))?.focus({ preventScroll: true });
      people.release();
      scoring.refresh();
    },
    'read-paste': async ($pressed) => {
      const field = form.fieldOf($pressed);
      await readPaste(field.$question, engine, words, (kept) => field.fill([...field.keep(), ...kept]));
      form.leave($pressed);
      edited();
    },
    'drop-ledger': ($pressed) => {
      keeping.remember();
      form.fieldOf($pressed).fill([]);
      edited();
    },
    'rest-none': ($pressed) => {
      form.fillOpen(/** @type {Element} */ ($pressed.closest('[data-group]')), data.nothing);
      edited();
      scoring.speak(words.script.rest_none);
    },
  };

  $page.addEventListener('click', (event) => {
    const $pressed = /** @type {Element} */ (event.target).closest('[data-action], [data-slot="go"]');
    const action = actions[$pressed?.getAttribute('data-action') ?? 'go'];
    if (!$pressed || !action) return;
    event.preventDefault();
    action($pressed);
  });
  $form.addEventListener('input', edited);
  $form.addEventListener('change', ({ target }) => {
    form.leave(/** @type {Element} */ (target));
    edited();
  });
  $form.addEventListener('submit', (event) => event.preventDefault());
  $form.addEventListener('keydown', (event) => {
    const isText = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (event.key !== 'Enter' || !isText || event.isComposing) return;
    // Else the browser tells of the change after this, and who waits for the result is forgotten.
    event.preventDefault();
    form.leave(event.target);
    edited();
    scoring.go();
  });

  // A link that is opened where the page already is changes nothing but what stands behind the #.
  addEventListener('hashchange', () => {
    if (!carriesAnswers()) return;
    keeping.openLink();
    people.release();
    scoring.refresh();
  });
  keeping.resume();
  scoring.refresh();
}
