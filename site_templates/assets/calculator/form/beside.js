/**
 * A field that stands beside the form, with its own place for a mistake: it asks for something, and is no answer.
 */

/**
 * @param {HTMLInputElement} $field
 * @param {HTMLElement} $error
 * @param {(text: string) => string | number} asRead
 * @param {() => void} changed
 */
export function besideForm($field, $error, asRead, changed) {
  const write = (/** @type {string} */ why) => {
    $error.textContent = why;
    $error.hidden = !why;
    if (why) $field.setAttribute('aria-invalid', 'true');
    else $field.removeAttribute('aria-invalid');
  };
  /** What is wrong with it, though it is not said yet. */
  let withheld = '';
  const leave = () => {
    $field.value = $field.value.trim() && String(asRead($field.value));
    write(withheld);
  };
  $field.addEventListener('input', changed);
  $field.addEventListener('change', leave);
  return {
    /** What stands there as the engine reads it, or nothing. */
    value: () => ($field.value.trim() ? String(asRead($field.value)) : undefined),
    /** Say what is wrong with it, if anything is. @param {string} [why] */
    refuse: (why = '') => {
      withheld = why;
      write(why);
    },
    /** As `refuse`, but not while it is being typed; that nothing is wrong any more is said at once. @param {string} [why] */
    refuseOnceLeft: (why = '') => {
      withheld = why;
      const isTyped = document.activeElement === $field && $error.hidden;
      if (!why || !isTyped) write(why);
    },
    clear: () => {
      $field.value = '';
      withheld = '';
      write('');
    },
  };
}
