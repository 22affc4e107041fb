/**
 * QR codes: as dark and light squares, and drawn.
 */
import encodeQR from 'qr';
import { shape } from '../outlook/drawing.js';

/** The light rim that readers need, in squares. */
const RIM = 4;
/** A code of more squares than this a side can't be read off a phone's screen. */
const MOST_SQUARES = 137 + 2 * RIM;

/**
 * @param {string} text
 * @returns {boolean[][] | undefined} rows of squares, the rim included; nothing where the text is too long
 */
export function squaresOf(text) {
  try {
    const squares = encodeQR(text, 'raw', { ecc: 'low', border: RIM });
    return squares.length <= MOST_SQUARES ? squares : undefined;
  } catch {
    // It doesn't fit into the largest code there is.
    return undefined;
  }
}

/**
 * Dark on white, in dark mode too.
 *
 * @param {SVGElement} $picture
 * @param {boolean[][]} squares
 */
export function drawSquares($picture, squares) {
  const side = squares.length;
  const dark = squares.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  $picture.setAttribute('viewBox', `0 0 ${side} ${side}`);
  $picture.replaceChildren(
    shape('rect', { width: side, height: side, fill: '#fff' }),
    shape('path', { d: dark.join(''), fill: '#000', 'shape-rendering': 'crispEdges' }),
  );
}
