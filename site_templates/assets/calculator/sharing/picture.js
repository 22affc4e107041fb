/**
 * The result as a picture to keep: by a long press where pages can't save files, as in WeChat, else by a link.
 */
import { homeAddress } from './address.js';
import { asDate } from '../form/reading-text.js';
import { editionOn, onPress, say, slot } from '../page.js';
import { drawSheet } from './picture-sheet.js';
import { squaresOf } from './qr.js';

/**
 * @param {HTMLElement} $page
 * @param {import('../page.js').Context} context
 * @param {ReturnType<typeof import('./recap.js').openRecap>} recap
 */
export function openPicture($page, { store, data, words: { picture: words } }, recap) {
  const $figure = slot($page, 'picture');
  const $place = slot($figure, 'picture-place');
  const hide = () => {
    $figure.hidden = true;
    $place.replaceChildren();
  };

  const show = () => {
    const gathered = recap.gather();
    const on = asDate(store.state.on);
    const $image = gathered && drawn(sheetOf(gathered, on, data, words));
    if (!$image) return words.failed;
    $image.alt = say(words.alt, { sentence: gathered.sentence });
    $place.replaceChildren($image);
    const $download = slot($figure, 'picture-download');
    $download.href = $image.src;
    $download.download = say(words.file_name, { on });
    $figure.hidden = false;
    return words.drawn;
  };

  // The picture is of answers that have changed.
  store.subscribe(['on', 'kept', 'readings'], hide);
  onPress($page, { picture: () => recap.whenScored(() => (slot($page, 'kept-note').textContent = show())) });
}

/**
 * @param {import('./recap.js').Recap} recap
 * @param {string} day
 * @param {import('../page.js').PageData} data
 * @param {Record<string, string>} words
 * @returns {import('./picture-sheet.js').Sheet}
 */
function sheetOf({ title, sentence, more, items, score, verdict, open, basis, made }, day, data, words) {
  const address = homeAddress(data);
  return {
    title,
    sentence,
    more,
    items,
    total: say(words.total, { verdict }),
    score: say(words.score, { score, standard: editionOn(day, data)?.standard_score }),
    open: open.length > 0 ? say(words.open, { titles: open.join('、') }) : '',
    foot: [basis, made],
    advice: words.advice,
    // It leads to the calculator, not to these answers: a picture is passed on, and shows no more than it says.
    squares: address ? squaresOf(address) : undefined,
  };
}

/**
 * @param {import('./picture-sheet.js').Sheet} sheet
 * @returns {HTMLImageElement | undefined} nothing where this browser lets a page draw nothing
 */
function drawn(sheet) {
  const $canvas = document.createElement('canvas');
  const context = $canvas.getContext('2d');
  if (!context) return undefined;
  try {
    drawSheet($canvas, context, getComputedStyle(document.body).fontFamily, sheet);
    const $image = new Image($canvas.width, $canvas.height);
    $image.src = $canvas.toDataURL('image/png');
    return $image;
  } catch {
    return undefined;
  }
}
