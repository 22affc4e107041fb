/**
 * What was answered, kept and had back: the draft, one step back, sample people, a clean form.
 */
import { clearDraft, loadDraft, saveDraft } from './draft.js';
import { openLinkNews } from './link-news.js';
import { linkTo, takeFromLink } from './link.js';
import { editionOn, say, slot } from '../page.js';
import { today } from '../form/reading-text.js';

/** @typedef {import('./draft.js').Draft} Draft */

/** @type {Draft} */
const NOTHING = { on: '', kept: {}, readings: {} };

/**
 * @param {ParentNode} $page
 * @param {import('../form/form.js').Form} form
 * @param {ReturnType<typeof import('../result/readings.js').openReadings>} readings
 * @param {import('../page.js').PageData} data
 * @param {import('../page.js').Words} words
 */
export function openKeeping($page, form, readings, data, words) {
  const { script, link } = words;
  const news = openLinkNews($page, form, readings.inUse, data, words);
  const opened = today();
  /** @type {Draft | undefined} */
  let before;

  /** @returns {Draft} */
  const now = () => ({
    on: form.day() === opened ? '' : form.day(),
    kept: form.keep(),
    readings: readings.chosen(),
  });
  const restore = (/** @type {Draft} */ draft) => {
    form.setDay(draft.on || opened);
    form.restore(draft.kept);
    readings.restore(draft.readings);
  };
  const tell = (/** @type {string} */ note) => (slot($page, 'note').textContent = note);
  const offerBack = (/** @type {Draft | undefined} */ draft) => {
    before = draft;
    for (const $undo of $page.querySelectorAll('[data-action="undo"]')) {
      /** @type {HTMLElement} */ ($undo).hidden = !draft;
    }
  };
  /** What stands there now can be had back. */
  const remember = () => {
    const old = now();
    if (Object.keys(old.kept).length > 0) offerBack(old);
  };
  const replace = (/** @type {Draft} */ draft, /** @type {string} */ note) => {
    remember();
    restore(draft);
    news.hide();
    tell(note);
  };

  /** What the page's address carries; nothing else is touched where that is nothing, or can't be read. */
  const openLink = () => {
    const carried = takeFromLink();
    if (!carried) return;
    if (carried === 'refused') {
      tell(link.refused);
      return;
    }
    replace(carried, link.opened);
    if (news.show(carried)) tell(link.opened + link.opened_news);
  };

  return {
    remember,
    /** The visitor has changed something by hand. */
    save: () => saveDraft(now()),
    /** What this browser has kept from the last visit, or what the page's address carries. */
    resume() {
      const draft = loadDraft();
      restore(draft ?? NOTHING);
      if (draft) tell(script.restored);
      openLink();
    },
    openLink,
    /** The answers as a link, with the day that they are meant for. @param {string} address of the page */
    link: (address) =>
      linkTo(address, {
        ...now(),
        on: form.day(),
        edition: editionOn(form.day(), data)?.code ?? '',
        change: data.changes[0],
      }),
    clear() {
      clearDraft();
      replace(NOTHING, script.cleared);
    },
    /** What came from elsewhere: it becomes the visitor's own. @param {Draft} draft @param {string} note */
    take(draft, note) {
      replace(draft, note);
      // What has no place in the form is named, as with a link.
      news.show({ ...draft, edition: '' });
      saveDraft(now());
    },
    undo() {
      if (before) restore(before);
      news.hide();
      offerBack(undefined);
      saveDraft(now());
      tell(script.undone);
    },
    /**
     * A sample person: shown, but not taken for the visitor's own draft.
     *
     * @param {import('../page.js').Person} person
     * @param {import('../form/form.js').Kept} kept
     */
    show(person, kept) {
      replace({ on: person.on, kept, readings: {} }, say(script.person, { title: person.title, about: person.about }));
    },
  };
}
