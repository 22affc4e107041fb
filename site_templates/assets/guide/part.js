/**
 * What a page of the guide brings along. Its names are looked up inside the page's own element: in the single file
 * all pages stand in one document.
 */

/**
 * The element of this name.
 *
 * @param {ParentNode} $root
 * @param {string} name
 * @returns {any}
 */
export function part($root, name) {
  const $found = $root.querySelector(`[data-guide="${name}"]`);
  if (!$found) throw new Error(`there is no ${name}`);
  return $found;
}

/**
 * The data block of this name.
 *
 * @param {ParentNode} $root
 * @param {string} name
 * @returns {any}
 */
export function readPart($root, name) {
  return JSON.parse(part($root, name).textContent);
}

/**
 * @param {ParentNode} $root
 * @param {string} name
 * @param {() => void} work
 */
export function onPress($root, name, work) {
  /** @type {HTMLElement} */ ($root.querySelector(`[data-do="${name}"]`)).addEventListener('click', work);
}
