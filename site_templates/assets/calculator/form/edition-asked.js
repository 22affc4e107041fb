/**
 * The edition that asks the questions of the form.
 */
import { editionOn } from '../page.js';
import { asDate } from './reading-text.js';

/**
 * @param {import('../page.js').PageData} data
 * @returns {(on: string) => string} the code of the edition of a day as it is typed; while that is none of any edition, of
 *   the one before, at first of the edition in force
 */
export function followEdition(data) {
  let { edition } = data;
  return (on) => {
    edition = editionOn(asDate(on), data)?.code ?? edition;
    return edition;
  };
}
