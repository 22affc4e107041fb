/**
 * On a page that leads to the calculator: the engine's parts come while one reads, when the line has nothing else to do.
 * Not where a visitor saves data, or has a line on which that would be in the way.
 */

/**
 * Written in by the generator (`generator/writing/engine/build.py`): the files, by their paths from this script.
 *
 * @type {string[]}
 */
const files = ENGINE_AHEAD;

const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
const { saveData = false, effectiveType = '4g' } = /** @type {any} */ (navigator).connection ?? {};

if (!saveData && !effectiveType.endsWith('2g')) {
  addEventListener('load', () => {
    for (const file of files) {
      const $link = document.createElement('link');
      $link.rel = 'prefetch';
      $link.href = new URL(file, src).href;
      document.head.append($link);
    }
  });
}
