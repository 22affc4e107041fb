/**
 * A question with many choices: once one of them was tapped the others give way, so that the next question is near.
 */
import { onPress, slot } from '../page.js';

/** With fewer there is nothing to gain. */
const MANY = 6;

/** @param {HTMLElement} $question */
export function foldLongChoice($question) {
  const $answers = $question.querySelectorAll('input[type="radio"]');
  if ($answers.length < MANY) return;
  const $unfold = slot($question, 'unfold');
  const fold = (/** @type {boolean} */ isFolded) => {
    $question.toggleAttribute('data-folded', isFolded);
    $unfold.hidden = !isFolded;
  };
  // Arrow keys walk through the choices: those are clicks without a finger.
  $question.addEventListener('click', ({ target, detail }) => {
    if (detail > 0 && target instanceof HTMLInputElement && target.type === 'radio') fold(true);
  });
  onPress($question, {
    choose: () => {
      fold(false);
      /** @type {HTMLElement | null} */ ($question.querySelector('input:checked'))?.focus();
    },
  });
  return {
    /** Answers came from elsewhere: nothing was tapped. */
    unfold: () => fold(false),
  };
}
