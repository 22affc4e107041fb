/**
 * The form: shows the answers that come from elsewhere, and tells what is typed and chosen.
 */
import { onPress, slot } from '../page.js';
import { askedOf } from './answers.js';
import { foldBrief } from './brief-group.js';
import { followEdition } from './edition-asked.js';
import { openField } from './fields.js';
import { foldUnless } from './folding.js';
import { foldLongChoice } from './long-choice.js';
import { ON, codeAt, controlOf, questionAt } from './questions.js';
import { asDate } from './reading-text.js';

/**
 * @param {HTMLFormElement} $form
 * @param {import('../page.js').Context} context
 */
export function openForm($form, { store, transitions, questions, data, words }) {
  const fields = new Map(
    questions.map((question) => [question.code, openField(/** @type {HTMLElement} */ (questionAt(question.code)), question, words)]),
  );
  const $day = /** @type {HTMLInputElement} */ (controlOf(ON));
  const $fold = slot($form, 'day');
  // A word on the day is not to be hidden.
  $fold.open = Boolean($fold.querySelector('.lapse:not([hidden])'));
  const editionOf = followEdition(data);

  const kept = () => {
    const texts = [...fields].map(([code, { keep }]) => [code, keep()]);
    return Object.fromEntries(texts.filter(([, each]) => each.length > 0));
  };
  const early = kept();
  const type = () => transitions.type({ on: $day.value, kept: kept() });
  /** Put a field that was left into the form that it is read in. */
  const leave = (/** @type {Element} */ $control) => {
    const code = codeAt($control);
    if (code === ON) $day.value = asDate($day.value);
    fields.get(code)?.tidy();
    transitions.leave([code]);
    type();
  };

  const long = [...fields.values()].map(({ $question }) => foldLongChoice($question));
  store.subscribe(['on', 'kept', 'origin'], (state) => {
    if (state.origin === 'typed') return;
    if (state.origin !== 'amended') for (const each of long) each?.unfold();
    $day.value = state.on;
    const asked = askedOf(questions, state.kept, editionOf(state.on));
    for (const [code, field] of fields) {
      // What is not asked for the moment may come back as it was.
      if (state.origin !== 'amended' || asked.has(code)) field.fill(state.kept[code] ?? []);
    }
  });
  store.subscribe(['on', 'kept', 'shown'], (state) => {
    slot($fold, 'day-says').textContent = state.on;
    const asked = askedOf(questions, state.kept, editionOf(state.on));
    const isShown = (/** @type {string} */ code) => isInSight(questions, code, state.shown);
    for (const [code, { $question }] of fields) $question.hidden = !asked.has(code) || !isShown(code);
  });

  for (const $counts of /** @type {NodeListOf<HTMLDetailsElement>} */ ($form.querySelectorAll('[data-slot="counts"]'))) foldCounts($counts, store);
  for (const $group of /** @type {NodeListOf<HTMLElement>} */ ($form.querySelectorAll('[data-group]:has([data-slot="brief"])'))) foldBrief($group, store, transitions);
  $form.addEventListener('input', type);
  $form.addEventListener('change', ({ target }) => leave(/** @type {Element} */ (target)));
  store.subscribe(['wrong'], ({ wrong }) => {
    if (wrong.some(({ code }) => code === ON)) $fold.open = true;
  });
  $form.addEventListener('submit', (event) => event.preventDefault());
  $form.addEventListener('keydown', (event) => {
    const isText = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (event.key !== 'Enter' || !isText || event.isComposing) return;
    event.preventDefault();
    leave(event.target);
    nextOf($form, event.target)?.focus();
  });
  onPress($form, {
    'rest-none': ($pressed) => {
      const $group = /** @type {Element} */ ($pressed.closest('[data-group], [data-slot="situations"]'));
      transitions.answerNothing(questions.filter(({ code }) => $group.contains(questionAt(code))).map(({ code }) => code));
    },
    'drop-ledger': ($pressed) => transitions.replace({ [codeAt($pressed)]: [] }),
  });
  return {
    /** What was answered before the page was alive. */
    early,
    /** Where a mistake is that the engine found. @param {import('../store.js').Wrong} wrong */
    controlAt: ({ code, path }) => fields.get(code)?.controlAt?.(path) ?? undefined,
  };
}

/**
 * @param {ReadonlyArray<import('./questions.js').Question>} questions
 * @param {string} code
 * @param {ReadonlySet<string>} shown
 */
function isInSight(questions, code, shown) {
  const situation = questions.find((question) => question.code === code)?.situation;
  return !situation || shown.has(situation);
}

/**
 * The control that one answers after another: boxes for 不确定 are passed over, as are radios that are not the chosen one.
 *
 * @param {HTMLFormElement} $form
 * @param {HTMLInputElement} $from
 */
function nextOf($form, $from) {
  const $controls = /** @type {HTMLInputElement[]} */ ([...$form.querySelectorAll('input[type="text"], input[type="radio"]')]);
  const $after = $controls.slice($controls.indexOf($from) + 1).filter(isDisplayed);
  const [$next] = $after;
  return $after.find(({ name, checked }) => name === $next.name && checked) ?? $next;
}

/** @param {HTMLInputElement} $control */
function isDisplayed($control) {
  return $control.getClientRects().length > 0 && !$control.closest('details:not([open])');
}

/**
 * Counts that a ledger would decide: in sight while they have answers or somebody wants them.
 *
 * @param {HTMLDetailsElement} $counts
 * @param {import('../store.js').Store} store
 */
function foldCounts($counts, store) {
  const codes = [...$counts.querySelectorAll('[data-question]')].map(codeAt);
  foldUnless($counts, store, (kept) => codes.some((code) => code in kept));
}
