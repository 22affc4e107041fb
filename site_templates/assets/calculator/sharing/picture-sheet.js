/**
 * The result as a picture: what stands where, and the drawing of it.
 */
import { firstLines, linesOf } from './picture-lines.js';

const WIDTH = 1080;
const EDGE = 64;
const INNER = WIDTH - 2 * EDGE;
/** A reason is cut after so many lines: the whole of it is on the page. */
const REASON_LINES = 2;
const SQUARE = 6;
/** The picture goes to other people's devices, so it's always light, whatever the page is here. */
const COLOURS = { paper: '#fdfcf9', ink: '#1f2328', soft: '#565c63', line: '#dad7ce', accent: '#0e5673', wash: '#e6eff2' };

/**
 * @typedef {{ size: number, colour?: string, isBold?: boolean, width?: number, x?: number, most?: number }} Style
 * @typedef {(context: CanvasRenderingContext2D) => void} Stroke
 * @typedef {{
 *   title: string, sentence: string, more: string[],
 *   items: { title: string, points: string, reason: string }[],
 *   total: string, score: string, open: string, foot: string[], advice: string,
 *   squares: boolean[][] | undefined,
 * }} Sheet `squares` are those of the address's QR code
 */

/**
 * Draw the sheet on a canvas, which becomes as high as it needs.
 *
 * @param {HTMLCanvasElement} $canvas
 * @param {CanvasRenderingContext2D} context
 * @param {string} family of the letters
 * @param {Sheet} sheet
 */
export function drawSheet($canvas, context, family, sheet) {
  const { strokes, height } = laidOut(context, family, sheet);
  $canvas.width = WIDTH;
  $canvas.height = height;
  box(0, 0, WIDTH, height, COLOURS.paper)(context);
  for (const stroke of strokes) stroke(context);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} family
 * @param {Sheet} sheet
 * @returns {{ strokes: Stroke[], height: number }}
 */
function laidOut(context, family, { title, sentence, more, items, total, score, open, foot, advice, squares }) {
  /** @type {Stroke[]} */
  const strokes = [];
  let y = EDGE;

  const write = (/** @type {string} */ text, /** @type {Style} */ style) => {
    const { size, colour = COLOURS.ink, isBold = false, width = INNER, x = EDGE, most = Infinity } = style;
    const font = `${isBold ? 600 : 400} ${size}px ${family}`;
    context.font = font;
    for (const line of firstLines(linesOf(text, width, (piece) => context.measureText(piece).width), most)) {
      strokes.push(letters(line, x, y + size, font, colour));
      y += Math.round(size * 1.5);
    }
  };
  const writeRight = (/** @type {string} */ text, /** @type {number} */ size) => {
    strokes.push(letters(text, WIDTH - EDGE, y + size, `600 ${size}px ${family}`, COLOURS.ink, 'right'));
    context.font = `600 ${size}px ${family}`;
    return INNER - context.measureText(text).width - 32;
  };
  const rule = () => {
    strokes.push(box(EDGE, y, INNER, 2, COLOURS.line));
    y += 18;
  };

  strokes.push(box(0, 0, WIDTH, 14, COLOURS.accent));
  write(title, { size: 34, colour: COLOURS.accent, isBold: true });
  y += 20;
  const top = y;
  y += 20;
  write(sentence, { size: 44, isBold: true, x: EDGE + 32, width: INNER - 64 });
  y += 24;
  strokes.unshift(box(EDGE, top, INNER, y - top, COLOURS.wash), box(EDGE, top, 10, y - top, COLOURS.accent));
  y += 28;
  for (const line of more) write(line, { size: 34 });
  y += 20;
  for (const item of items) {
    rule();
    write(item.title, { size: 36, isBold: true, width: writeRight(item.points, 40) });
    write(item.reason, { size: 28, colour: COLOURS.soft, width: INNER - 140, most: REASON_LINES });
    y += 12;
  }
  rule();
  write(total, { size: 44, isBold: true, width: writeRight(score, 44) });
  if (open) write(open, { size: 28, colour: COLOURS.soft });
  y += 12;
  rule();
  const side = squares ? squares.length * SQUARE : 0;
  const below = y;
  const beside = { width: INNER - (side && side + 32) };
  if (squares) strokes.push(code(squares, WIDTH - EDGE - side, below));
  write(advice, { size: 30, isBold: true, ...beside });
  y += 8;
  for (const line of foot) write(line, { size: 26, colour: COLOURS.soft, ...beside });
  return { strokes, height: Math.max(y, below + side) + EDGE };
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 * @param {string} colour
 * @returns {Stroke}
 */
function box(x, y, width, height, colour) {
  return (context) => {
    context.fillStyle = colour;
    context.fillRect(x, y, width, height);
  };
}

/**
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {string} font
 * @param {string} colour
 * @param {CanvasTextAlign} align
 * @returns {Stroke}
 */
function letters(text, x, y, font, colour, align = 'left') {
  return (context) => {
    Object.assign(context, { font, fillStyle: colour, textAlign: align });
    context.fillText(text, x, y);
  };
}

/**
 * @param {boolean[][]} squares
 * @param {number} left
 * @param {number} top
 * @returns {Stroke}
 */
function code(squares, left, top) {
  return (context) => {
    box(left, top, squares.length * SQUARE, squares.length * SQUARE, '#fff')(context);
    for (const [row, cells] of squares.entries()) {
      for (const [column, isDark] of cells.entries()) {
        if (isDark) box(left + column * SQUARE, top + row * SQUARE, SQUARE, SQUARE, '#000')(context);
      }
    }
  };
}
