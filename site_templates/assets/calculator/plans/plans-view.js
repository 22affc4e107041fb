/**
 * The plans: the least that has to change to reach the standard score, asked anew as things are struck out.
 */
import { createCompanion } from '../companion.js';
import { besideForm } from '../form/beside.js';
import { asDate } from '../form/reading-text.js';
import { say, slot } from '../page.js';
import { planRow } from './plan-row.js';
import { openReverseView } from './reverse-view.js';
import { openStrikingOut } from './striking-out.js';

const QUIET_MS = 400;
/** So many plans are shown at first. */
const FIRST = 6;

/** @typedef {import('../contract.js').PlansView} PlansView */

/**
 * @param {HTMLElement} $plans
 * @param {import('../page.js').Context} context
 */
export function openPlansView($plans, context) {
  const { store, data, words } = context;
  const by = besideForm(slot($plans, 'plans-by'), slot($plans, 'plans-by-error'), asDate, renew);
  const striking = openStrikingOut($plans, data, words, renew);
  const plans = createCompanion(context, 'plans_json', {
    quiet: QUIET_MS,
    about: (request) => ({ ...request, exclude: striking.excluded(), ...(by.value() ? { by: by.value() } : {}) }),
    hide(error) {
      store.change({ plans: undefined });
      if (error?.path.startsWith('exclude')) {
        striking.forget();
        renew();
        return;
      }
      const isDay = error?.path === 'by';
      if (isDay) by.refuse(error?.message);
      slot($plans, 'plans-body').hidden = isDay;
      $plans.hidden = !isDay;
    },
    /** @param {PlansView} view */
    show(view) {
      store.change({ plans: view });
      $plans.hidden = view.met;
      if (view.met) return;
      by.refuse();
      slot($plans, 'plans-body').hidden = false;
      striking.offer([...new Set(view.plans.flatMap(({ changes }) => changes.flatMap(({ indicator }) => indicator ?? [])))]);
      fillPlans($plans, view, words);
    },
  });
  const reverse = openReverseView(slot($plans, 'reverse'), context, QUIET_MS, by.value);

  function renew() {
    plans.renew();
    reverse.renew();
  }

  // What was struck out, and the day, go with the answers.
  store.subscribe(['origin'], ({ origin }) => {
    if (origin !== 'cleared') return;
    striking.forget();
    by.clear();
  });
}

/**
 * @param {HTMLElement} $plans
 * @param {PlansView} view
 * @param {import('../page.js').Words} words
 */
function fillPlans($plans, { plans, until, standard_score: standard, because, beyond_edition: beyond }, words) {
  const rows = plans.map((plan) => planRow(plan, words));
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
