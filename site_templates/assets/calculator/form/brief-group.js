/**
 * A group whose questions are asked as one: yes to all of them with one press, or one by one.
 */
import { onPress, slot } from '../page.js';
import { foldUnless } from './folding.js';
import { codeAt } from './questions.js';

const YES = 'true';

/**
 * @param {HTMLElement} $group
 * @param {import('../store.js').Store} store
 * @param {import('../keeping/transitions.js').Transitions} transitions
 */
export function foldBrief($group, store, transitions) {
  const $fold = /** @type {HTMLDetailsElement} */ (slot($group, 'one-by-one'));
  const $allYes = /** @type {HTMLButtonElement} */ ($group.querySelector('[data-action="all-yes"]'));
  const codes = [...$group.querySelectorAll('[data-question][data-kind="yes_no"]')].map(codeAt);
  const isAllYes = () => codes.every((code) => store.state.kept[code]?.join() === YES);

  store.subscribe(['kept'], () => $allYes.setAttribute('aria-pressed', String(isAllYes())));
  foldUnless($fold, store, (kept) => codes.some((code) => code in kept) && !isAllYes());
  onPress($group, {
    'all-yes': () => {
      const answer = isAllYes() ? [] : [YES];
      transitions.amend(Object.fromEntries(codes.map((code) => [code, answer])));
    },
  });
}
