/**
 * From the form to the score and back to the page: asks, shows, refuses, says why not.
 */
import { createAsking } from './asking.js';
import { focusOn, openErrors } from './form/errors.js';
import { showProgress } from './progress.js';
import { openResult } from './result/result.js';
import { openScoreLine } from './result/score-line.js';

/** Where the engine says that a mistake is: `answers.birth_date`, `on`. */
const PATH = /^(?:answers\.)?(\w+)/;
const QUIET_MS = 120;

/**
 * @typedef {import('./result/score-line.js').Verdict} Verdict
 * @typedef {{ error: { path: string, message: string } }} Refusal
 */

/**
 * @param {ParentNode} $page
 * @param {import('../engine/client.js').Engine} engine
 * @param {import('./form/form.js').Form} form
 * @param {import('./page.js').PageData} data
 * @param {import('./page.js').Words} words
 * @param {() => Record<string, string>} readings those that were chosen
 * @param {ReadonlyArray<import('./companion.js').Companion>} companions what is shown beside the score
 * @param {(verdict: Verdict | undefined) => void} judged is told of each result, and when there is none any more
 */
export function openScoring($page, engine, form, data, words, readings, companions, judged) {
  const errors = openErrors($page, form);
  const line = openScoreLine($page, words.script);
  const result = openResult($page, form, data, words);
  const score = createAsking(engine, 'score_json', QUIET_MS, { answered, failed });
  const progress = showProgress($page, engine, words, () => {
    for (const asking of [score, ...companions]) asking.again();
  });
  /** Where those who ask for the result are led. @type {'form' | 'result' | 'engine'} */
  let leadsTo = 'form';
  /** The answer is on its way; and somebody waits for it. */
  let isPending = false;
  let isWanted = false;

  /** The form has changed. */
  function refresh() {
    isWanted = false;
    form.arrange();
    const { on, answers, wrong } = form.read();
    errors.show(wrong.filter(({ code }) => form.hasLeft(code)));
    if (on && Object.keys(answers).length > 0) {
      if (leadsTo === 'form') line.waiting();
      const chosen = readings();
      const request = { policy: data.policy, on, answers: Object.keys(chosen).length > 0 ? { ...answers, readings: chosen } : answers };
      isPending = true;
      for (const asking of [score, ...companions]) asking.ask(request);
      return;
    }
    score.drop();
    settle();
    withdraw();
    if (errors.count > 0) line.stopped(errors.count);
    else line.empty();
  }

  /** Nothing is on its way any more: who waited for it is led on. */
  function settle() {
    isPending = false;
    if (isWanted) queueMicrotask(go);
    isWanted = false;
  }

  /** There is no result any more. */
  function withdraw() {
    for (const companion of companions) companion.drop();
    result.hide();
    judged(undefined);
    leadsTo = 'form';
  }

  /** @param {Verdict | Refusal} answer */
  function answered(answer) {
    settle();
    if ('error' in answer) {
      refuse(answer.error);
      return;
    }
    leadsTo = 'result';
    line.show(answer, errors.count);
    result.show(answer);
    judged(answer);
  }

  /** The engine has found what the fields could not know. @param {Refusal['error']} error */
  function refuse({ path, message }) {
    const code = PATH.exec(path)?.[1] ?? '';
    const field = form.field(code);
    const { wrong } = form.read();
    if (field) wrong.push({ code, label: field.label, words: message, $control: form.controlAt(field, path) });
    errors.show(wrong);
    withdraw();
    line.stopped(Math.max(1, errors.count));
  }

  /** @param {string} reason */
  function failed(reason) {
    settle();
    withdraw();
    leadsTo = 'engine';
    line.failed();
    progress.failedCall(reason);
  }

  /** Somebody wants to see the result: lead there, or to what is in its way. */
  function go() {
    form.leaveAll();
    const { wrong } = form.read();
    if (wrong.length > errors.count) errors.show(wrong);
    if (errors.count > 0) errors.summarize();
    else if (leadsTo === 'engine' || (isPending && !progress.isReady())) progress.focus();
    else if (isPending) isWanted = true;
    else if (leadsTo === 'result') result.focus();
    else focusOn(form.first());
  }

  return { refresh, go, speak: line.say };
}
