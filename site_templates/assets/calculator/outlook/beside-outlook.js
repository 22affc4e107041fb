/**
 * What is asked of the outlook beside the answers: the day on which the permit ends, and years by which the score has to stand.
 */
import { besideForm } from '../form/beside.js';
import { asDate, asYear } from '../form/reading-text.js';
import { slot } from '../page.js';

/**
 * @param {HTMLElement} $outlook
 * @param {() => void} changed
 */
export function openBesideOutlook($outlook, changed) {
  const ends = besideForm(slot($outlook, 'outlook-ends'), slot($outlook, 'outlook-ends-wrong'), asDate, changed);
  const years = [.../** @type {NodeListOf<HTMLInputElement>} */ ($outlook.querySelectorAll('[data-deadline]'))].map(($field) => {
    const code = String($field.dataset.deadline);
    const $wrong = /** @type {HTMLElement} */ ($outlook.querySelector(`[data-deadline-wrong="${code}"]`));
    return { path: `deadlines.${code}`, code, field: besideForm($field, $wrong, asYear, changed) };
  });
  const fields = [{ path: 'permit_ends', field: ends }, ...years];
  /** What the engine has refused, by its path: the same is not asked for again. @type {Map<string, string>} */
  const refused = new Map();
  const valueOf = (/** @type {typeof fields[number]} */ { path, field }) => {
    const value = field.value();
    if (value !== undefined && refused.get(path) === value) return undefined;
    refused.delete(path);
    field.refuseOnceLeft();
    return value;
  };
  return {
    /** What to ask for, without what was refused. */
    asked() {
      const permit = valueOf(fields[0]);
      const named = years.map((year) => [year.code, valueOf(year)]).filter(([, value]) => value !== undefined);
      return { ...(permit === undefined ? {} : { permit_ends: permit }), deadlines: Object.fromEntries(named) };
    },
    /**
     * Say at its field what the engine refuses.
     *
     * @param {import('../contract.js').Refusal} error
     * @returns {boolean} whether it is about what is typed here
     */
    refuse({ path, message }) {
      const found = fields.find((each) => each.path === path);
      if (!found) return false;
      refused.set(path, found.field.value() ?? '');
      found.field.refuseOnceLeft(message);
      return true;
    },
    clear() {
      for (const { field } of fields) field.clear();
      refused.clear();
    },
  };
}
