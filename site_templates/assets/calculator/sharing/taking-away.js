/**
 * Take the result or the answers away: as text, on paper, as a file; and bring such a file back.
 */
import { answersOf } from '../form/answers.js';
import { asDate } from '../form/reading-text.js';
import { readFile, saveAsFile } from '../keeping/answers-file.js';
import { onPress, say, slot } from '../page.js';
import { copyText } from './copying.js';

/**
 * @param {HTMLElement} $page
 * @param {import('../page.js').Context} context
 * @param {ReturnType<typeof import('./recap.js').openRecap>} recap
 */
export function openTakingAway($page, { store, transitions, questions, data, words: { script } }, recap) {
  const tell = (/** @type {string} */ note) => (slot($page, 'file-note').textContent = note);
  const $file = slot($page, 'import');

  $file.addEventListener('change', async () => {
    const [file] = $file.files;
    if (!file) return;
    const request = await readFile(file, data.policy);
    $file.value = '';
    if (request) transitions.takeFile(request, file.name);
    tell(request ? say(script.file_taken, { name: file.name }) : script.file_refused);
  });

  const save = () => {
    const { kept, readings, assumed, wrong } = store.state;
    const on = asDate(store.state.on);
    if (wrong.length > 0) {
      tell(script.file_mistakes);
      return;
    }
    const none = Object.fromEntries(Object.keys(assumed).map((code) => [code, data.nothing[code]]));
    const answers = { ...answersOf(questions, kept, on), ...none };
    const all = Object.keys(readings).length > 0 ? { ...answers, readings } : answers;
    const name = say(script.file_name, { on, version: data.version });
    saveAsFile({ policy: data.policy, on, answers: all, assumed: Object.keys(assumed) }, name);
    tell(say(script.file_saved, { name }));
  };

  onPress($page, {
    copy: () => recap.whenScored(() => void copyText($page, recap.text(), script)),
    print: () => window.print(),
    export: save,
  });
}
