/**
 * How figures are written in the page's cells: as the engine's sentences write them (`generator/scoring/figures.py`); both are
 * held to `tests/figures.json`.
 */

/**
 * 2026-11-28 as pages write it; what is no day as it is.
 *
 * @param {string} day
 */
export function dayInWords(day) {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  return year ? `${year} 年 ${Number(month)} 月 ${Number(date)} 日` : day;
}

/**
 * Points as they are shown: a real minus sign.
 *
 * @param {number} points
 */
export function shownPoints(points) {
  return String(points).replace('-', '\u2212');
}

/**
 * A figure as it is shown: long ones in groups of three, decimals without idle zeros; other text as it is.
 *
 * @param {string | number} figure such as 300000 or "8000.00"
 */
export function shownFigure(figure) {
  const [, whole, part = ''] = /^(\d+)(?:\.(\d+))?$/.exec(String(figure)) ?? [];
  if (whole === undefined) return String(figure);
  const groups = whole.length > 3 ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  const rest = part.replace(/0+$/, '');
  return rest ? `${groups}.${rest}` : groups;
}
