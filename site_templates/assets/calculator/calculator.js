/**
 * The calculator: one state, and everything that shows a part of it or changes it.
 */
import { openContents } from './contents.js';
import { createContext } from './context.js';
import { openByEdition } from './form/by-edition.js';
import { openDay } from './form/day.js';
import { openErrors } from './form/errors.js';
import { openForm } from './form/form.js';
import { openSituations } from './form/situations.js';
import { keepJudged } from './judging.js';
import { openKeeping } from './keeping/keeping.js';
import { openLinkNews } from './keeping/link-news.js';
import { followPapers } from './keeping/papers.js';
import { offerPeople } from './keeping/people.js';
import { openLeading } from './leading.js';
import { openLedgerView } from './ledger/ledger-view.js';
import { openPasting } from './ledger/pasting.js';
import { openYears } from './ledger/years-view.js';
import { openOutlook } from './outlook/outlook.js';
import { readData, slot } from './page.js';
import { openPlansView } from './plans/plans-view.js';
import { followProgress } from './progress.js';
import { openComparison } from './result/comparison.js';
import { openEditionsCompared } from './result/editions-compared.js';
import { openReadings, readChoices } from './result/readings.js';
import { openResult } from './result/result.js';
import { openScoreLine } from './result/score-line.js';
import { openPicture } from './sharing/picture.js';
import { openRecap } from './sharing/recap.js';
import { openSharing } from './sharing/sharing.js';
import { openTakingAway } from './sharing/taking-away.js';
import { showAlive } from './started.js';

/**
 * Bring the page to life.
 *
 * @param {import('../engine/client.js').Engine} engine
 */
export function startCalculator(engine) {
  const $page = document.body;
  /** @type {HTMLFormElement} */
  const $form = slot($page, 'form');
  const day = openDay();
  const context = createContext($form, day, { engine, data: readData('calculator-data'), choices: readChoices($page) });
  const { store, transitions } = context;

  // In the order in which a change is to be shown: the form first, what follows from it after.
  openByEdition($page, context);
  const form = openForm($form, context);
  const situations = openSituations($page, $form, context);
  const errors = openErrors(slot($page, 'error-summary'), context, form.controlAt);
  keepJudged(context);
  const progress = followProgress($page, context);
  openLeading($page, context, errors.summarize, progress);
  openScoreLine($page, context);
  openResult(slot($page, 'result'), context);
  openReadings($page, context);
  for (const $ledger of $form.querySelectorAll('[data-kind="ledger"]')) {
    openLedgerView(slot(/** @type {HTMLElement} */ ($ledger), 'ledger-view'), context);
    openPasting(/** @type {HTMLElement} */ ($ledger), context);
    openYears(/** @type {HTMLElement} */ ($ledger), context);
  }
  if (context.data.has_timeline) openOutlook(slot($page, 'outlook'), context);
  if (context.data.has_plans) openPlansView(slot($page, 'plans'), context);
  openComparison(slot($page, 'comparison'), context);
  openEditionsCompared(slot($page, 'editions-compared'), context);
  openKeeping($page, context, day);
  followPapers(context);
  openLinkNews(slot($page, 'link-news'), context);
  offerPeople(slot($page, 'people'), context);
  const recap = openRecap(slot($page, 'recap'), context);
  openSharing($page, context);
  openPicture($page, context, recap);
  openTakingAway($page, context, recap);
  openContents($page, context);

  // Only now is the page alive: until here it shows nothing that would not answer.
  customElements.define('calc-live', class extends HTMLElement {});
  showAlive();
  addEventListener('hashchange', transitions.followLink);
  transitions.resume(form.early);
  situations.follow();
}
