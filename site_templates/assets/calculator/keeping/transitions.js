/**
 * The ways in which the answers become others: typed, cleared, had back, those of a sample person, of a link, of a file.
 * Each is one change of the state; form, draft and score follow from it.
 */
import { askedOf, fitting, keptAnswers } from '../form/answers.js';
import { situationsOf } from '../form/assuming.js';
import { followEdition } from '../form/edition-asked.js';
import { ON } from '../form/questions.js';
import { say } from '../page.js';
import { loadDraft, loadDraftOfTab } from './draft.js';
import { newsOf } from './link-news.js';
import { carriesAnswers, leaveLink, readLink } from './link.js';
import { isWithin } from './merging.js';
import { keepShown, loadShown } from './shown.js';

/**
 * @typedef {import('../store.js').Draft} Draft
 * @typedef {import('../store.js').Kept} Kept
 * @typedef {import('../store.js').State} State
 * @typedef {ReturnType<typeof createTransitions>} Transitions
 */

/** @type {Draft} */
export const NOTHING = { on: '', kept: {}, readings: {} };

/**
 * @param {Omit<import('../page.js').Context, 'transitions' | 'engine'>} context
 * @param {() => string} today
 */
export function createTransitions({ store, questions, choices, data, words }, today) {
  const { script, link } = words;

  const editionOf = followEdition(data);

  const isOnDemand = (/** @type {string} */ code) => questions.some((question) => question.code === code && question.situation !== '');

  const now = () => {
    const { on, kept, readings } = store.state;
    return { on, kept, readings };
  };
  /** What stands there now, to be had back; where there is nothing, what could be had back before. */
  const kept = () => (Object.keys(store.state.kept).length > 0 ? now() : store.state.before);

  /** All answers anew, from elsewhere. @param {Draft} draft @param {Partial<State>} more */
  const fill = (draft, more) => {
    const on = draft.on || today();
    const taken = fitting(questions, draft.kept, editionOf(on));
    const left = new Set([ON, ...Object.keys(taken)]);
    const readings = knownReadings(draft.readings, choices);
    const shown = situationsOf(questions, taken, data);
    store.change({ on, kept: taken, readings, left, shown, person: '', news: undefined, ...more });
  };

  /** The questions of a situation that are in sight are never assumed: what is not answered there is open. */
  const withOpen = (/** @type {Kept} */ given, /** @type {ReadonlySet<string>} */ shown) => {
    const open = questions.filter(({ code, situation }) => shown.has(situation) && !(code in given));
    return { ...Object.fromEntries(open.map(({ code }) => [code, ['']])), ...given };
  };

  const openLink = () => {
    const carried = readLink();
    if (!carried) return;
    if (carried === 'refused') store.change({ note: link.refused });
    // Where the tab has no room for them, the address goes on keeping them.
    if (carried === 'refused' || showCarried(carried)) leaveLink();
  };

  const showCarried = (/** @type {import('./link.js').Carried} */ carried) => {
    fill(carried, { origin: 'link', before: kept() });
    const news = newsOf(carried, store.state, data, words);
    store.change({ news, note: news ? link.opened + link.opened_news : link.opened });
    return keepShown({ carried });
  };

  const showPerson = (/** @type {string} */ code) => {
    const person = data.people.find((each) => each.code === code);
    if (!person) return;
    const { on, answers, title, about } = person;
    const note = say(script.person, { title, about, on });
    fill({ on, kept: keptAnswers(questions, answers), readings: {} }, { origin: 'person', person: code, before: kept(), note });
    keepShown({ person: code });
  };

  return {
    /**
     * What this browser has kept from the last visit; over it what this tab showed, or what the page's address carries, or what was
     * answered before the page was alive.
     *
     * @param {Kept} early
     */
    resume(early) {
      const draft = loadDraftOfTab() ?? loadDraft();
      const shown = loadShown();
      fill(draft ?? NOTHING, { origin: draft ? 'draft' : 'start', note: draft ? script.restored : '' });
      if (carriesAnswers()) openLink();
      else if (shown && 'person' in shown) showPerson(shown.person);
      else if (shown) showCarried(shown.carried);
      else if (Object.keys(early).length > 0) fill({ ...now(), kept: { ...store.state.kept, ...early } }, { origin: 'amended' });
    },
    /** A link was opened where the page already is: only what stands behind the # changes. */
    followLink() {
      if (carriesAnswers()) openLink();
    },
    /** The form as it is typed now. @param {Pick<State, 'on' | 'kept'>} typed */
    type(typed) {
      const all = withOpen(typed.kept, store.state.shown);
      const asked = askedOf(questions, all, editionOf(typed.on));
      const answered = Object.fromEntries(Object.entries(all).filter(([code]) => asked.has(code)));
      store.change({ on: typed.on, kept: answered, origin: 'typed', person: '' });
    },
    /** The visitor has left a question: its mistakes may be shown. @param {ReadonlyArray<string>} codes */
    leave(codes) {
      if (codes.some((code) => !store.state.left.has(code))) store.change({ left: new Set([...store.state.left, ...codes]) });
    },
    /** Some answers filled in for the visitor. @param {Kept} some */
    amend(some) {
      const all = { ...store.state.kept, ...some };
      const answered = Object.fromEntries(Object.entries(all).filter(([, texts]) => texts.length > 0));
      const codes = Object.keys(some);
      store.change({
        kept: fitting(questions, withOpen(answered, store.state.shown), editionOf(store.state.on)),
        left: new Set([...store.state.left, ...codes]),
        origin: 'amended',
        person: '',
      });
    },
    /** The open ones of these questions answered with "nothing". @param {ReadonlyArray<string>} codes */
    answerNothing(codes) {
      const { kept: given } = store.state;
      const asked = askedOf(questions, given, editionOf(store.state.on));
      const isOpen = (/** @type {string} */ code) => !(code in given) || (isOnDemand(code) && !given[code].some(Boolean));
      const open = codes.filter((code) => asked.has(code) && isOpen(code) && code in data.nothing);
      this.amend(keptAnswers(questions, Object.fromEntries(open.map((code) => [code, data.nothing[code]]))));
      store.change({ spoken: { text: script.rest_none } });
    },
    /** The questions of a situation in sight, open. @param {string} situation */
    open(situation) {
      store.change({ shown: new Set([...store.state.shown, situation]) });
      this.amend({});
    },
    /** The visitor is in a situation: its questions are asked. @param {string} situation */
    tick(situation) {
      this.open(situation);
      const { answers = {} } = data.situations.find(({ code }) => code === situation) ?? {};
      this.amend(keptAnswers(questions, answers));
    },
    /** The visitor is in none of it after all. @param {string} situation */
    untick(situation) {
      const own = questions.filter((question) => question.situation === situation).map(({ code }) => code);
      store.change({ shown: new Set([...store.state.shown].filter((each) => each !== situation)) });
      this.replace(Object.fromEntries(own.map((code) => [code, []])));
    },
    /** All questions of situations in sight, with "nothing" for what was assumed. @param {ReadonlyArray<string>} situations */
    unfold(situations) {
      const own = questions.filter(({ situation }) => situations.includes(situation));
      this.answerNothing(own.filter(({ situation }) => !store.state.shown.has(situation)).map(({ code }) => code));
      store.change({ shown: new Set([...store.state.shown, ...situations]) });
    },
    /** As `amend`, but what stood there can be had back. @param {Kept} some */
    replace(some) {
      store.change({ before: kept() });
      this.amend(some);
    },
    /** @param {Record<string, string>} readings those that are not the default */
    read: (readings) => store.change({ readings, origin: 'amended', person: '' }),
    clear: () => fill(NOTHING, { origin: 'cleared', before: kept(), note: script.cleared, spoken: { text: script.cleared } }),
    undo: () => fill(store.state.before ?? now(), { origin: 'undone', before: undefined, note: script.undone }),
    /** Another day has begun: a day that nobody has chosen goes with it. @param {string} was the one before */
    turnDay(was) {
      const { on, origin } = store.state;
      if (on !== was || origin === 'link' || origin === 'person') return;
      store.change({ on: today(), origin: origin === 'typed' ? 'amended' : origin });
    },
    /** The draft as another tab has changed it. What it took away here can be had back. @param {Draft} draft */
    follow(draft) {
      const mine = now();
      const isMore = isWithin(mine, { ...draft, on: draft.on || today() });
      const isNone = Object.keys(draft.kept).length === 0;
      const note = isMore ? script.followed : isNone ? script.followed_none : script.followed_other;
      fill(draft, { origin: 'followed', before: isMore ? store.state.before : kept(), note });
    },
    /** A sample person: shown, but not taken for the visitor's own draft. @param {string} code */
    showPerson,
    /** A file of answers: they become the visitor's own. @param {import('../contract.js').Request} request @param {string} name */
    takeFile({ on, answers: { readings = {}, ...answers }, assumed = [] }, name) {
      const open = questions.filter(({ code }) => isOnDemand(code) && !(code in answers)).map(({ code }) => [code, ['']]);
      const told = Object.entries(keptAnswers(questions, answers)).filter(([code]) => !assumed.includes(code));
      const carried = { on, kept: Object.fromEntries([...open, ...told]), readings, edition: '' };
      fill(carried, { origin: 'file', before: kept(), note: say(script.file_taken, { name }) });
      store.change({ news: newsOf(carried, store.state, data, words) });
    },
  };
}

/**
 * Those that the page knows, and that are not the default.
 *
 * @param {Record<string, string>} readings
 * @param {import('../page.js').Context['choices']} choices
 */
function knownReadings(readings, choices) {
  const isOther = (/** @type {string[]} */ [code, choice]) => Object.keys(choices).includes(code) && choices[code].all.includes(choice) && choice !== choices[code].usual;
  return Object.fromEntries(Object.entries(readings).filter(isOther));
}
