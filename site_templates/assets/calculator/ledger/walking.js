/**
 * A grid that is one stop for the Tab key: arrow keys walk through its cells.
 */

/**
 * @param {HTMLElement} $grid rows of cells with a button each
 * @param {($cell: HTMLElement) => void} reached
 */
export function walkGrid($grid, reached) {
  /** @returns {HTMLElement[]} */
  const cells = () => [...$grid.querySelectorAll('button')];
  const rest = (/** @type {HTMLElement | undefined} */ $here) => {
    for (const $cell of cells()) $cell.tabIndex = $cell === $here ? 0 : -1;
  };
  new MutationObserver(() => rest(cells().at(-1))).observe($grid, { childList: true });
  $grid.addEventListener('focusin', ({ target }) => {
    rest(/** @type {HTMLElement} */ (target));
    reached(/** @type {HTMLElement} */ (target));
  });
  $grid.addEventListener('click', ({ target }) => /** @type {HTMLElement} */ (target).closest('button')?.focus());
  $grid.addEventListener('keydown', (event) => {
    const $here = /** @type {HTMLElement} */ (event.target);
    const $next = nextOf($here, event.key, cells());
    if (!$next) return;
    event.preventDefault();
    $next.focus();
  });
}

/**
 * @param {HTMLElement} $here
 * @param {string} key
 * @param {HTMLElement[]} all
 * @returns {HTMLElement | null | undefined}
 */
function nextOf($here, key, all) {
  const at = all.indexOf($here);
  const $cell = /** @type {HTMLTableCellElement} */ ($here.closest('td'));
  const $row = /** @type {HTMLTableRowElement} */ ($cell.parentElement);
  const inRow = (/** @type {Element | null} */ $other) => /** @type {HTMLTableRowElement | null} */ ($other)?.cells[$cell.cellIndex]?.querySelector('button');
  switch (key) {
    case 'ArrowLeft':
      return all[at - 1];
    case 'ArrowRight':
      return all[at + 1];
    case 'ArrowUp':
      return inRow($row.previousElementSibling);
    case 'ArrowDown':
      return inRow($row.nextElementSibling);
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default:
      return undefined;
  }
}
