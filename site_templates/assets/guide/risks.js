/**
 * The page of risks: keeps the answers and counts them. What follows from each is shown by the style sheet.
 */
import { say } from '../calculator/page.js';
import { loadKept, saveKept } from './kept.js';
import { onPress, part, readPart } from './part.js';

const NAME = 'hujifen.risks';

/** @param {HTMLElement} $root */
export function openRisks($root) {
  const words = readPart($root, 'words');
  const $risks = /** @type {HTMLElement[]} */ ([...$root.querySelectorAll('[data-risk]')]);
  const $radios = /** @type {HTMLInputElement[]} */ ([...$root.querySelectorAll('[data-risk] input')]);

  const count = () => {
    const answers = $risks.map(answerOf);
    const of = (/** @type {string} */ wanted) => answers.filter((answer) => answer === wanted).length;
    const seen = answers.filter(Boolean).length;
    part($root, 'count').hidden = seen === 0;
    part($root, 'count').textContent = say(words.count, {
      all: $risks.length,
      seen,
      risky: of('risky'),
      unsure: of('unsure'),
      safe: of('safe'),
    });
  };
  const save = () => {
    const answered = $risks.filter(answerOf);
    saveKept(NAME, Object.fromEntries(answered.map(($risk) => [$risk.dataset.risk, answerOf($risk)])));
    count();
  };

  const kept = loadKept(NAME);
  for (const $radio of $radios) $radio.checked = kept[$radio.name] === $radio.value;
  $root.addEventListener('change', save);
  onPress($root, 'clear', () => {
    for (const $radio of $radios) $radio.checked = false;
    save();
  });
  part($root, 'tools').hidden = false;
  count();
}

/** @param {HTMLElement} $risk */
function answerOf($risk) {
  return /** @type {HTMLInputElement | null} */ ($risk.querySelector('input:checked'))?.value;
}
