/**
 * What only some people have to answer: a list to tick, the groups of its questions on one line until then, and beside
 * the score what is assumed meanwhile.
 */
import { onPress, say, slot } from '../page.js';
import { focusOn, questionAt } from './questions.js';

/**
 * @typedef {{ without: string, $group: HTMLElement, situations: Set<string> }} Group
 */

/**
 * @param {HTMLElement} $page
 * @param {HTMLFormElement} $form
 * @param {import('../page.js').Context} context
 */
export function openSituations($page, $form, { store, transitions, questions, words: { script } }) {
  // A policy need not have any.
  const ticks = /** @type {HTMLInputElement[]} */ ([...$form.querySelectorAll('input[name="situation"]')]);
  const groups = groupsOf($form, questions);

  for (const $tick of ticks) {
    $tick.addEventListener('change', () => {
      if ($tick.checked) transitions.tick($tick.value);
      else transitions.untick($tick.value);
    });
  }
  store.subscribe(['shown'], ({ shown }) => {
    for (const $tick of ticks) $tick.checked = shown.has($tick.value);
  });
  store.subscribe(['shown', 'assumed', 'kept'], (state) => {
    for (const group of groups) showGroup(group, state, script);
    const says = assumptionIn(groups, state.assumed, script);
    slot($page, 'assumed').hidden = !says;
    slot($page, 'assumed-says').textContent = says;
  });
  onPress($page, { assumed: () => focusOn(ticks[0] ?? null) });
  onPress($form, {
    unfold: ($pressed) => {
      const group = groups.find(({ $group }) => $group.contains($pressed));
      if (!group) return;
      transitions.unfold([...group.situations]);
      /** @type {HTMLElement | null} */ (group.$group.querySelector('[data-question]:not([hidden]) input'))?.focus();
    },
  });
  const follow = () => {
    const asked = questions.find(({ code }) => location.hash === `#q-${code}`);
    if (!asked?.situation || store.state.shown.has(asked.situation)) return;
    transitions.open(asked.situation);
    questionAt(asked.code)?.scrollIntoView();
  };
  addEventListener('hashchange', follow);
  return { follow };
}

/**
 * @param {HTMLFormElement} $form
 * @param {ReadonlyArray<import('./questions.js').Question>} questions
 * @returns {Group[]} those whose questions are asked on demand
 */
function groupsOf($form, questions) {
  const $groups = /** @type {HTMLElement[]} */ ([...$form.querySelectorAll('[data-group]:has([data-slot="folded"])')]);
  return $groups.map(($group) => {
    const own = questions.filter(({ code, situation }) => situation && $group.contains(questionAt(code)));
    const { without = '' } = $group.dataset;
    return { without, $group, situations: new Set(own.map(({ situation }) => situation)) };
  });
}

/**
 * @param {Group} group
 * @param {Readonly<import('../store.js').State>} state
 * @param {Record<string, string>} script
 */
function showGroup({ $group, situations }, { shown, assumed }, script) {
  const hidden = [...situations].filter((situation) => !shown.has(situation));
  const rest = hidden.length === situations.size ? 'all' : 'rest';
  const isAssumed = Object.values(assumed).some((situation) => hidden.includes(situation));
  slot($group, 'folded').hidden = hidden.length === 0;
  slot($group, 'folded-says').textContent = script[`folded_${rest}${isAssumed ? '_assumed' : ''}`];
}

/**
 * @param {Group[]} groups
 * @param {Readonly<Record<string, string>>} assumed
 * @param {Record<string, string>} script
 * @returns {string} empty where nothing is assumed
 */
export function assumptionIn(groups, assumed, script) {
  const open = new Set(Object.values(assumed));
  const parts = groups.flatMap(({ without, situations }) => {
    const left = [...situations].filter((situation) => open.has(situation));
    if (left.length === 0) return [];
    return [say(left.length === situations.size ? script.without : script.without_other, { without })];
  });
  return parts.length > 0 ? say(script.assumed, { parts: parts.join('、') }) : '';
}
