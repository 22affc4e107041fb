/**
 * Take the result or the answers away: as text, on paper, as a file; and bring such a file back.
 */
import { readFile, saveAsFile } from '../keeping/answers-file.js';
import { copyText } from './copying.js';
import { keptAnswers } from '../form/form.js';
import { say, slot } from '../page.js';

/**
 * @param {ParentNode} $page
 * @param {import('../form/form.js').Form} form
 * @param {ReturnType<typeof import('../result/readings.js').openReadings>} readings
 * @param {ReturnType<typeof import('../keeping/keeping.js').openKeeping>} keeping
 * @param {ReturnType<typeof import('./recap.js').openRecap>} recap
 * @param {import('../page.js').PageData} data
 * @param {import('../page.js').Words} words
 * @param {() => void} changed called when the form has been filled from a file
 */
export function openTakingAway($page, form, readings, keeping, recap, data, words, changed) {
  const { script } = words;
  const tell = (/** @type {string} */ note) => (slot($page, 'file-note').textContent = note);
  const $file = slot($page, 'import');

  $file.addEventListener('change', async () => {
    const [file] = $file.files;
    if (!file) return;
    const request = await readFile(file, data.policy);
    $file.value = '';
    if (!request) {
      tell(script.file_refused);
      return;
    }
    const { readings: chosen = {}, ...answers } = request.answers;
    keeping.take({ on: request.on, kept: keptAnswers(answers), readings: chosen }, say(script.file_taken, { name: file.name }));
    tell(say(script.file_taken, { name: file.name }));
    changed();
  });

  const save = () => {
    const { on, answers, wrong } = form.read();
    if (!on || wrong.length > 0) {
      tell(script.file_mistakes);
      return;
    }
    const chosen = readings.chosen();
    const all = Object.keys(chosen).length > 0 ? { ...answers, readings: chosen } : answers;
    const name = say(script.file_name, { on });
    saveAsFile({ policy: data.policy, on, answers: all }, name);
    tell(say(script.file_saved, { name }));
  };

  return {
    copy: () => void copyText($page, recap.text(), script),
    print: recap.print,
    export: save,
  };
}
