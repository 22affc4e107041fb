/**
 * What only some people have to answer: a list to tick, the groups of its questions on one line until then, and beside
 * the score what is assumed meanwhile.
 */
import { onPress, say, slot } from '../page.js';
import { keptAnswers } from './answers.js';
import { followEdition } from './edition-asked.js';
import { focusOn, questionAt } from './questions.js';

/**
 * @typedef {{ without: string, $group: HTMLElement, situations: Set<string> }} Group
 */

/**
 * @param {HTMLElement} $page
 * @param {HTMLFormElement} $form
 * @param {import('../page.js').Context} context
 */
export function openSituations($page, $form, { store, transitions, questions, data, words: { script } }) {
  /** @type {HTMLElement | null} */
  const $list = $form.querySelector('[data-slot="situations"]');
  // A policy need not have any.
  if (!$list) return { follow: () => undefined };
  const ticks = /** @type {HTMLInputElement[]} */ ([...$list.querySelectorAll('input')]);
  const groups = groupsOf($form, questions);
  const all = [...new Set(groups.flatMap(({ situations }) => [...situations]))];
  const editionOf = followEdition(data);
  /** Those of which the edition of the day asks anything. */
  const askedOn = (/** @type {string} */ on) => {
    const asked = new Set(questions.filter(({ editions }) => editions?.includes(editionOf(on)) ?? true).map(({ situation }) => situation));
    return all.filter((situation) => asked.has(situation));
  };
  /** What a tick answers already, by situation. */
  const ticked = new Map(data.situations.map(({ code, answers }) => [code, keptAnswers(questions, answers)]));
  moveQuestions($list, groups, questions);

  for (const $tick of ticks) {
    $tick.addEventListener('change', () => {
      if ($tick.checked) transitions.tick($tick.value);
      else transitions.untick($tick.value);
    });
  }
  store.subscribe(['shown'], ({ shown }) => {
    for (const $tick of ticks) $tick.checked = shown.has($tick.value);
  });
  store.subscribe(['on'], ({ on }) => {
    const asked = askedOn(on);
    for (const $tick of ticks) /** @type {HTMLElement} */ ($tick.closest('.situation')).hidden = !asked.includes($tick.value);
  });
  store.subscribe(['on', 'shown', 'assumed', 'kept'], (state) => {
    showRest($list, askedOn(state.on), state, script);
    for (const [code, answers] of ticked) showSettled(answers, state.shown.has(code), state.kept);
    const says = assumptionIn(groups, state.assumed, script);
    slot($page, 'assumed').hidden = !says;
    slot($page, 'assumed-says').textContent = says;
  });
  onPress($page, { assumed: () => focusOn(ticks[0] ?? null) });
  onPress($list, {
    unfold: () => {
      const $first = $list.querySelector('[data-question][hidden]');
      transitions.unfold(all);
      /** @type {HTMLElement | null} */ ($first?.querySelector('input'))?.focus();
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
  const $groups = /** @type {HTMLElement[]} */ ([...$form.querySelectorAll('[data-group][data-without]')]);
  return $groups.map(($group) => {
    const own = questions.filter(({ code, situation }) => situation && $group.contains(questionAt(code)));
    const { without = '' } = $group.dataset;
    return { without, $group, situations: new Set(own.map(({ situation }) => situation)) };
  });
}

/**
 * Each question to where its situation is ticked. Groups that have nothing left give way, in the page's contents, too.
 *
 * @param {HTMLElement} $list
 * @param {Group[]} groups
 * @param {ReadonlyArray<import('./questions.js').Question>} questions
 */
function moveQuestions($list, groups, questions) {
  for (const { code, situation } of questions) {
    if (situation) $list.querySelector(`[data-asks="${situation}"]`)?.append(/** @type {HTMLElement} */ (questionAt(code)));
  }
  for (const { $group } of groups) {
    $group.hidden = $group.querySelector('[data-question]') === null;
    const $entry = document.querySelector(`.contents a[href="#${$group.querySelector('h2')?.id}"]`)?.closest('li');
    if ($entry) $entry.hidden = $group.hidden;
  }
}

/**
 * The line below the list: what becomes of the situations that are not ticked.
 *
 * @param {HTMLElement} $list
 * @param {ReadonlyArray<string>} situations
 * @param {Readonly<import('../store.js').State>} state
 * @param {Record<string, string>} script
 */
function showRest($list, situations, { shown, assumed }, script) {
  const left = situations.filter((situation) => !shown.has(situation));
  const rest = left.length === situations.length ? 'all' : 'rest';
  const isAssumed = Object.values(assumed).some((situation) => left.includes(situation));
  slot($list, 'folded').hidden = left.length === 0;
  slot($list, 'folded-says').textContent = script[`folded_${rest}${isAssumed ? '_assumed' : ''}`];
}

/**
 * A question that the tick above it has answered needs no more words.
 *
 * @param {import('../store.js').Kept} ticked
 * @param {boolean} isShown
 * @param {import('../store.js').Kept} kept
 */
function showSettled(ticked, isShown, kept) {
  for (const [code, texts] of Object.entries(ticked)) {
    questionAt(code)?.toggleAttribute('data-settled', isShown && kept[code]?.join() === texts.join());
  }
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
