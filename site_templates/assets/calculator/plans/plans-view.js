/**
 * The plans: the least that has to change to reach the standard score, asked anew as things are struck out.
 */
import { createCompanion } from '../companion.js';
import { besideForm } from '../form/beside.js';
import { asDate } from '../form/reading-text.js';
import { lookingAhead, unaskedAsNone } from '../outlook/records.js';
import { standardInWords } from '../outlook/standards.js';
import { say, slot } from '../page.js';
import { planRow } from './plan-row.js';
import { openReverseView } from './reverse-view.js';
import { openStrikingOut } from './striking-out.js';

const QUIET_MS = 400;
/** So many plans are shown at first. */
const FIRST = 6;
/** What one is or isn't: such plans stand in a fold of their own. */
const STATUS = 'status';

/** @typedef {import('../contract.js').PlansView} PlansView */
/** @typedef {import('../contract.js').Request} Request */

/**
 * @param {HTMLElement} $plans
 * @param {import('../page.js').Context} context
 */
export function openPlansView($plans, context) {
  const { store, data, words } = context;
  const by = besideForm(slot($plans, 'plans-by'), slot($plans, 'plans-by-error'), asDate, renew);
  const striking = openStrikingOut($plans, data, words, renew);
  /**
   * The request as the outlook looks ahead: without records that are not answered, as far, and with the same months to come.
   *
   * @param {Request} scored
   * @returns {Request | undefined} nothing where no plan could help
   */
  const ahead = (scored) => {
    const { verdict, ahead: { years, assume } } = store.state;
    if (verdict?.outcome === 'vetoed') return undefined;
    const { request } = lookingAhead(scored, verdict, context);
    const answers = { ...unaskedAsNone(context), ...request.answers };
    return { ...request, answers, ...(by.value() === undefined ? { years } : { by: by.value() }), ...(assume ? { assume } : {}) };
  };
  const plans = createCompanion(context, 'plans_json', {
    quiet: QUIET_MS,
    about: (scored) => {
      const request = ahead(scored);
      return request && { ...request, exclude: striking.excluded() };
    },
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
      striking.offer(view.plans);
      fillPlans($plans, view, context);
    },
  });
  const reverse = openReverseView(slot($plans, 'reverse'), context, QUIET_MS, ahead);

  function renew() {
    plans.renew();
    reverse.renew();
  }

  store.subscribe(['ahead'], renew);
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
 * @param {import('../page.js').Context} context
 */
function fillPlans($plans, view, { data, words }) {
  const { plans, on, until, because = '', open = [], beyond_edition_from: beyond } = view;
  const rows = plans.filter(({ effort }) => effort !== STATUS).map((plan) => planRow(plan, words));
  const status = plans.filter(({ effort }) => effort === STATUS).map((plan) => planRow(plan, words));
  const said = { count: rows.length, until, standard: standardInWords(data, on, until, words) };
  const none = plans.length > 0 ? say(words.plans.only_status, said) : '';
  slot($plans, 'plans-count').textContent = rows.length > 0 ? say(words.plans.count, said) : none;
  slot($plans, 'plans-first').replaceChildren(...rows.slice(0, FIRST));
  fillFold($plans, 'rest', say(words.plans.rest, { count: rows.length - FIRST }), rows.slice(FIRST));
  slot($plans, 'plans-rest-list').start = FIRST + 1;
  fillFold($plans, 'status', say(words.plans.status, { count: status.length }), status);
  tell(slot($plans, 'plans-because'), because);
  tell(slot($plans, 'plans-open'), open.length > 0 ? words.plans.open : '');
  tell(slot($plans, 'plans-beyond'), beyond ? say(words.plans.beyond, { from: beyond }) : '');
}

/**
 * @param {HTMLElement} $plans
 * @param {'rest' | 'status'} name
 * @param {string} title
 * @param {HTMLElement[]} rows
 */
function fillFold($plans, name, title, rows) {
  slot($plans, `plans-${name}`).hidden = rows.length === 0;
  slot($plans, `plans-${name}-title`).textContent = title;
  slot($plans, `plans-${name}-list`).replaceChildren(...rows);
}

/**
 * @param {HTMLElement} $sentence
 * @param {string} sentence
 */
function tell($sentence, sentence) {
  $sentence.textContent = sentence;
  $sentence.hidden = !sentence;
}
