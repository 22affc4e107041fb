/**
 * The form: shows the answers that come from elsewhere, and tells what is typed and chosen.
 */
import { editionOn, onPress } from '../page.js';
import { askedOf } from './answers.js';
import { openField } from './fields.js';
import { ON, controlOf, questionAt } from './questions.js';
import { asDate } from './reading-text.js';

/**
 * @param {HTMLFormElement} $form
 * @param {import('../page.js').Context} context
 * @param {() => void} go leads to the result
 */
export function openForm($form, { store, transitions, questions, data, words }, go) {
  const fields = new Map(
    questions.map((question) => [question.code, openField(/** @type {HTMLElement} */ (questionAt(question.code)), question, words)]),
  );
  const $day = /** @type {HTMLInputElement} */ (controlOf(ON));
  let edition = data.editions.at(-1)?.code ?? '';

  const kept = () => {
    const texts = [...fields].map(([code, { keep }]) => [code, keep()]);
    return Object.fromEntries(texts.filter(([, each]) => each.length > 0));
  };
  const type = () => transitions.type({ on: $day.value, kept: kept() });
  /** Put a field that was left into the form that it is read in. */
  const leave = (/** @type {Element} */ $control) => {
    const code = codeAt($control);
    if (code === ON) $day.value = asDate($day.value);
    fields.get(code)?.tidy();
    transitions.leave([code]);
    type();
  };

  store.subscribe(['on', 'kept', 'origin'], (state) => {
    if (state.origin === 'typed') return;
    $day.value = state.on;
    const asked = askedOf(questions, state.kept, editionOn(asDate(state.on), data)?.code ?? edition);
    for (const [code, field] of fields) {
      // What is not asked for the moment may come back as it was.
      if (state.origin !== 'amended' || asked.has(code)) field.fill(state.kept[code] ?? []);
    }
  });
  store.subscribe(['on', 'kept'], (state) => {
    edition = editionOn(asDate(state.on), data)?.code ?? edition;
    const asked = askedOf(questions, state.kept, edition);
    for (const [code, { $question }] of fields) $question.hidden = !asked.has(code);
  });

  $form.addEventListener('input', type);
  $form.addEventListener('change', ({ target }) => leave(/** @type {Element} */ (target)));
  $form.addEventListener('submit', (event) => event.preventDefault());
  $form.addEventListener('keydown', (event) => {
    const isText = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (event.key !== 'Enter' || !isText || event.isComposing) return;
    // Else the browser tells of the change after this, and who waits for the result is forgotten.
    event.preventDefault();
    leave(event.target);
    go();
  });
  onPress($form, {
    'rest-none': ($pressed) => {
      const $group = /** @type {Element} */ ($pressed.closest('[data-group]'));
      transitions.answerNothing(questions.filter(({ code }) => $group.contains(questionAt(code))).map(({ code }) => code));
    },
    'drop-ledger': ($pressed) => transitions.replace({ [codeAt($pressed)]: [] }),
  });
  return {
    /** Where a mistake is that the engine found. @param {import('../store.js').Wrong} wrong */
    controlAt: ({ code, path }) => fields.get(code)?.controlAt?.(path) ?? undefined,
  };
}

/** @param {Element} $control */
function codeAt($control) {
  const $question = /** @type {HTMLElement | null} */ ($control.closest('[data-question], [data-request]'));
  return $question?.dataset.question ?? $question?.dataset.request ?? '';
}
