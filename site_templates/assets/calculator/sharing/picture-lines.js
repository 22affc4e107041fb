/**
 * Chinese text in lines: a line breaks between any two characters, but numbers and Latin words stay whole and with
 * the character after them (120 分), no closing mark begins a line and no opening one ends it.
 */

const UNIT = /[（《“‘〔【]*(?:[\w.,%+−–\-/:]+(?: ?\p{Script=Han})?|.)[，。、；：？！）》”’〕】…]*/gu;

/**
 * @param {string} text
 * @param {number} width
 * @param {(text: string) => number} measure how wide a text is
 * @returns {string[]}
 */
export function linesOf(text, width, measure) {
  /** @type {string[]} */
  const lines = [];
  let line = '';
  for (const unit of text.match(UNIT) ?? []) {
    for (const piece of measure(unit) <= width ? [unit] : unit) {
      if (line && measure(line + piece.trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      } else line += piece;
    }
  }
  return line ? [...lines, line] : lines;
}

/**
 * The first lines; the last of them says by its end that there were more.
 *
 * @param {string[]} lines
 * @param {number} most
 */
export function firstLines(lines, most) {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1].slice(0, -1)}…`];
}
