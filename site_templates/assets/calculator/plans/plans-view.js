/**
 * The plans: the least that has to change to reach the standard score, asked anew as things are struck out.
 */
import { createCompanion } from '../companion.js';
import { say, slot } from '../page.js';
import { planRow } from './plan-row.js';
import { openReverseView } from './reverse-view.js';
import { openStrikingOut } from './striking-out.js';
import { readTyped, refuse } from '../form/typed.js';

const QUIET_MS = 400;
/** So many plans are shown at first. */
const FIRST = 6;

/**
 * @typedef {{
 *   met: boolean, until: string, standard_score: number, plans: import('./plan-row.js').Plan[],
 *   because?: string, beyond_edition?: string,
 * }} PlansView
 */

/**
 * @param {ParentNode} $page
 * @param {import('../../engine/client.js').Engine} engine
 * @param {import('../form/form.js').Form} form
 * @param {import('../page.js').PageData} data
 * @param {import('../page.js').Words} words
 */
export function openPlansView($page, engine, form, data, words) {
  const $plans = slot($page, 'plans');
  const $by = slot($plans, 'plans-by');
  const $byError = slot($plans, 'plans-by-error');
  /** What the score was asked. @type {import('../companion.js').Request | undefined} */
  let latest;
  const by = () => readTyped($by, words).value;
  const striking = openStrikingOut($plans, data, words, renew);

  const plans = createCompanion(engine, 'plans_json', {
    quiet: QUIET_MS,
    about: (request) => ({ ...request, exclude: striking.excluded(), ...(by() ? { by: by() } : {}) }),
    hide(error) {
      if (error?.path.startsWith('exclude')) {
        striking.forget();
        renew();
        return;
      }
      const isDay = error?.path === 'by';
      if (isDay) refuse($by, $byError, error?.message ?? '');
      slot($plans, 'plans-body').hidden = isDay;
      $plans.hidden = !isDay;
    },
    /** @param {PlansView} view */
    show(view) {
      $plans.hidden = view.met;
      if (view.met) return;
      refuse($by, $byError, readTyped($by, words).mistake?.words ?? '');
      slot($plans, 'plans-body').hidden = false;
      striking.offer([...new Set(view.plans.flatMap(({ changes }) => changes.flatMap(({ indicator }) => indicator ?? [])))]);
      fillPlans($plans, view, form, words);
    },
  });
  const reverse = openReverseView($plans, engine, words, QUIET_MS, by);
  const both = [plans, reverse];

  function renew() {
    if (latest) for (const companion of both) companion.ask(latest);
  }

  $by.addEventListener('input', renew);
  $by.addEventListener('change', () => ($by.value = by() ?? $by.value));

  return {
    /** @type {import('../companion.js').Companion} */
    companion: {
      ask(request) {
        latest = request;
        renew();
      },
      drop() {
        latest = undefined;
        for (const companion of both) companion.drop();
      },
      again() {
        for (const companion of both) companion.again();
      },
    },
    /** What was struck out, and the day, with the answers. */
    forget() {
      striking.forget();
      $by.value = '';
    },
  };
}

/**
 * @param {HTMLElement} $plans
 * @param {PlansView} view
 * @param {import('../form/form.js').Form} form
 * @param {import('../page.js').Words} words
 */
function fillPlans($plans, { plans, until, standard_score: standard, because, beyond_edition: beyond }, form, words) {
  const rows = plans.map((plan) => planRow(plan, form, words));
  const count = plans.length;
  slot($plans, 'plans-count').textContent = count > 0 ? say(words.plans.count, { count, until, standard }) : '';
  slot($plans, 'plans-first').replaceChildren(...rows.slice(0, FIRST));
  slot($plans, 'plans-more').replaceChildren(...rows.slice(FIRST));
  slot($plans, 'plans-more').start = FIRST + 1;
  slot($plans, 'plans-rest').hidden = count <= FIRST;
  slot($plans, 'plans-rest-title').textContent = say(words.plans.rest, { count: count - FIRST });
  tell(slot($plans, 'plans-because'), because);
  tell(slot($plans, 'plans-beyond'), beyond);
}

/**
 * @param {HTMLElement} $sentence
 * @param {string} [sentence]
 */
function tell($sentence, sentence = '') {
  $sentence.textContent = sentence;
  $sentence.hidden = !sentence;
}
