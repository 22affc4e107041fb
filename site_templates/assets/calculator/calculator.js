/**
 * The calculator: what happens when something is typed, chosen, pressed or answered.
 */
import { expose } from '../engine/page.js';
import { createAsking } from './asking.js';
import { clearDraft, loadDraft, saveDraft } from './draft.js';
import { focusOn, openErrors } from './errors.js';
import { openForm } from './form.js';
import { readData, say, slot } from './page.js';
import { offerPeople } from './people.js';
import { showProgress } from './progress.js';
import { today } from './reading-text.js';
import { openResult } from './result.js';
import { openScoreLine } from './score-line.js';

const ENGINE_PATH = /^(?:answers\.)?(\w+)/;

/** @typedef {import('./score-line.js').Verdict} Verdict */

/**
 * Bring the page to life.
 *
 * @param {import('../engine/client.js').Engine} engine
 */
export function startCalculator(engine) {
  expose(engine);
  customElements.define('calc-live', class extends HTMLElement {});
  const $page = document;
  /** @type {import('./page.js').PageData} */
  const data = readData('calculator-data');
  /** @type {import('./page.js').Words} */
  const words = readData('calculator-words');
  const $form = /** @type {HTMLFormElement} */ (slot($page, 'form'));
  const form = openForm($form, data, words);
  const errors = openErrors($page, form);
  const line = openScoreLine($page, words.script);
  const result = openResult($page, form, data, words);
  const asking = createAsking(engine, 'score_json', { answered, failed });
  const progress = showProgress($page, engine, words, asking.again);
  const people = offerPeople($page, data, fillPerson);
  const opened = today();
  /** @type {import('./draft.js').Draft | undefined} */
  let before;
  /** @type {'form' | 'result' | 'engine'} */
  let leadsTo = 'form';

  /** The form has changed: mistakes, question. */
  function refresh() {
    form.arrange();
    const { on, answers, wrong } = form.read();
    errors.show(wrong.filter(({ code }) => form.hasLeft(code)));
    const isAnswered = Object.keys(answers).length > 0;
    if (isAnswered && on) {
      if (leadsTo === 'form') line.waiting();
      asking.ask({ policy: data.policy, on, answers });
      return;
    }
    asking.drop();
    result.hide();
    leadsTo = 'form';
    if (errors.count > 0) line.stopped(errors.count);
    else line.empty();
  }

  /** @param {Verdict | { error: { path: string, message: string } }} answer */
  function answered(answer) {
    if ('error' in answer) {
      refuse(answer.error);
      return;
    }
    leadsTo = 'result';
    line.show(answer, errors.count);
    result.show(answer);
  }

  /** The engine has found what the fields could not know. @param {{ path: string, message: string }} error */
  function refuse({ path, message }) {
    const code = ENGINE_PATH.exec(path)?.[1] ?? '';
    const $control = form.field(code)?.$question.querySelector('input:checked, input');
    const { wrong } = form.read();
    if ($control instanceof HTMLElement) wrong.push({ code, words: message, $control });
    errors.show(wrong);
    result.hide();
    leadsTo = 'form';
    line.stopped(Math.max(1, errors.count));
  }

  /** @param {string} reason */
  function failed(reason) {
    leadsTo = 'engine';
    result.hide();
    line.failed();
    progress.failedCall(reason);
  }

  function keep() {
    return { on: form.day() === opened ? '' : form.day(), kept: form.keep(), readings: {} };
  }

  /** @param {import('./draft.js').Draft} draft */
  function restore({ on, kept }) {
    form.setDay(on || opened);
    form.restore(kept);
  }

  /** @param {string} note */
  function tell(note) {
    slot($page, 'note').textContent = note;
  }

  /** What stood there can be had back until the next change of this kind. */
  function remember() {
    const now = keep();
    before = Object.keys(now.kept).length > 0 ? now : undefined;
    showUndo();
  }

  function showUndo() {
    for (const $undo of $page.querySelectorAll('[data-action="undo"]')) {
      /** @type {HTMLElement} */ ($undo).hidden = !before;
    }
  }

  /**
   * @param {import('./page.js').Person} person
   * @param {import('./form.js').Kept} kept
   */
  function fillPerson(person, kept) {
    remember();
    restore({ on: person.on, kept, readings: {} });
    tell(say(words.script.person, { title: person.title, about: person.about }));
    refresh();
  }

  const actions = {
    clear() {
      remember();
      clearDraft();
      restore({ on: '', kept: {}, readings: {} });
      people.release();
      tell(words.script.cleared);
      line.say(words.script.cleared);
    },
    undo() {
      if (before) restore(before);
      before = undefined;
      showUndo();
      people.release();
      saveDraft(keep());
      tell(words.script.undone);
    },
    'rest-none': (/** @type {Element} */ $button) => {
      form.fillOpen(/** @type {Element} */ ($button.closest('[data-group]')), data.nothing);
      saveDraft(keep());
      line.say(words.script.rest_none);
    },
    go() {
      form.leaveAll();
      refresh();
      if (errors.count > 0) errors.summarize();
      else if (leadsTo === 'result') result.focus();
      else if (leadsTo === 'engine') progress.focus();
      else focusOn(/** @type {HTMLElement} */ ($form.querySelector('[data-question] input')));
    },
  };

  $page.addEventListener('click', (event) => {
    const $pressed = /** @type {Element} */ (event.target).closest('[data-action], [data-slot="go"]');
    const action = $pressed?.getAttribute('data-action') ?? 'go';
    if (!$pressed || !(action in actions)) return;
    event.preventDefault();
    actions[/** @type {keyof actions} */ (action)]($pressed);
    if (action !== 'go') refresh();
  });
  $form.addEventListener('input', () => {
    people.release();
    saveDraft(keep());
    refresh();
  });
  $form.addEventListener('change', ({ target }) => {
    form.leave(/** @type {Element} */ (target));
    saveDraft(keep());
    refresh();
  });
  $form.addEventListener('submit', (event) => event.preventDefault());
  $form.addEventListener('keydown', (event) => {
    const isText = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (event.key === 'Enter' && isText && !event.isComposing) actions.go();
  });

  const draft = loadDraft();
  restore(draft ?? { on: '', kept: {}, readings: {} });
  if (draft) tell(words.script.restored);
  refresh();
}
