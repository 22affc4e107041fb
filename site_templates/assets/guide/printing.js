/**
 * Print one page of the document, where others stand beside it.
 */

/** @param {HTMLElement} $root */
export function printAlone($root) {
  // The style sheet prints nothing else as long as this mark is there.
  $root.dataset.printed = '';
  addEventListener('afterprint', () => delete $root.dataset.printed, { once: true });
  print();
}
