/**
 * Save text as a file on the visitor's device.
 */

const KEPT_MS = 60_000;

/**
 * @param {string} text
 * @param {string} name of the file
 * @param {string} type
 */
export function saveText(text, name, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const $link = document.createElement('a');
  $link.href = address;
  $link.download = name;
  $link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
