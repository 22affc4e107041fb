/**
 * The page of risks: keeps the answers, counts them and says at the end what they come to. What follows from each is shown
 * by the style sheet.
 */
import { say } from '../calculator/page.js';
import { loadKept, saveKept } from './kept.js';
import { onPress, part, readPart } from './part.js';

const NAME = 'hujifen.risks';

/** @param {HTMLElement} $root */
export function openRisks($root) {
  const words = readPart($root, 'words');
  const $all = /** @type {HTMLElement[]} */ ([...$root.querySelectorAll('[data-risk]')]);
  /** Those of the reader's day (`lapse.js`). */
  const $risks = $all.filter(($risk) => !$risk.closest('[hidden]'));
  const $radios = /** @type {HTMLInputElement[]} */ ($risks.flatMap(($risk) => [...$risk.querySelectorAll('input')]));

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
    part($root, 'verdict').hidden = seen === 0;
    part($root, 'verdict-says').textContent = verdictOf(words, { left: $risks.length - seen, risky: of('risky'), unsure: of('unsure') });
    const troubling = $risks.filter(($risk) => ['risky', 'unsure'].includes(answerOf($risk) ?? ''));
    part($root, 'verdict-list').replaceChildren(...troubling.map(($risk) => rowOf($root, $risk)));
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

/**
 * @param {Record<string, string>} words
 * @param {{ left: number, risky: number, unsure: number }} counts
 */
function verdictOf(words, counts) {
  const { left, risky, unsure } = counts;
  const found = risky > 0 ? words.verdict_risky : unsure > 0 ? words.verdict_unsure : words.verdict_safe;
  return say(found, counts) + (left > 0 ? say(words.verdict_left, counts) : '');
}

/**
 * A risk that is one, or that has to be looked into, as a link to its question.
 *
 * @param {HTMLElement} $root
 * @param {HTMLElement} $risk
 */
function rowOf($root, $risk) {
  const $row = part($root, 'verdict-row').content.firstElementChild.cloneNode(true);
  const $link = $row.querySelector('a');
  $link.href = `#${$risk.id}`;
  $link.textContent = `${$risk.querySelector('legend')?.textContent?.trim()} ${$risk.querySelector('input:checked + .answer__label strong')?.textContent}`;
  return $row;
}

/** @param {HTMLElement} $risk */
function answerOf($risk) {
  return /** @type {HTMLInputElement | null} */ ($risk.querySelector('input:checked'))?.value;
}
