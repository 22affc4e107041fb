/**
 * A question that is answered by picking one of several.
 */

/**
 * @param {HTMLElement} $question
 * @param {string} code
 */
export function radios($question, code) {
  const all = () => /** @type {HTMLInputElement[]} */ ([...$question.querySelectorAll(`input[type="radio"][name="${code}"]`)]);
  return {
    keep: () => all().filter(($radio) => $radio.checked).map(($radio) => $radio.value),
    fill: (/** @type {ReadonlyArray<string>} */ kept) => {
      for (const $radio of all()) $radio.checked = $radio.value === kept[0];
    },
    tidy: () => {},
  };
}
