/**
 * Where everything stands on the sheet. All lengths in millimetres, from the upper left corner.
 *
 * A4 upright, ten cards of 91 × 55 (the usual size of a Japanese name card) in two columns and five rows, edge to edge:
 * margins of 14 left and right, 11 above and below, as on the ten-card sheets of stationers, so that the page prints on
 * those and can be cut from plain paper alike. The ground of the outer cards goes 3 beyond their edge (bleed); between
 * two cards the ground of one is the bleed of the other. Nothing else comes nearer to a card's edge than 5, so a cut that
 * is off by a millimetre shows nowhere. Crop marks stand 1 outside the bleed and are 4 long, one for each cut.
 */
export const sheet = { width: 210, height: 297, columns: 2, rows: 5 } as const;
export const cardSize = { width: 91, height: 55 } as const;
export const bleed = 3;
export const safe = 5;
export const marks = { gap: 1, length: 4 } as const;
export const codeSize = 20;

/** The upper left corner of the first card. */
export const origin = {
  x: (sheet.width - sheet.columns * cardSize.width) / 2,
  y: (sheet.height - sheet.rows * cardSize.height) / 2,
} as const;

/** Points in a millimetre. */
export const millimetre = 72 / 25.4;

/** The upper left corners of all cards, row by row. */
export function cardPlaces(): { x: number; y: number }[] {
  return Array.from({ length: sheet.columns * sheet.rows }, (_, index) => ({
    x: origin.x + (index % sheet.columns) * cardSize.width,
    y: origin.y + Math.floor(index / sheet.columns) * cardSize.height,
  }));
}

/** The crop marks: from where to where. */
export function cropMarks(): { from: [x: number, y: number]; to: [x: number, y: number] }[] {
  const { columns, rows } = sheet;
  const right = origin.x + columns * cardSize.width;
  const bottom = origin.y + rows * cardSize.height;
  const near = bleed + marks.gap;
  const far = near + marks.length;
  const cuts = (count: number, first: number, pitch: number) =>
    Array.from({ length: count + 1 }, (_, index) => first + index * pitch);
  return [
    ...cuts(columns, origin.x, cardSize.width).flatMap((x) => [
      { from: [x, origin.y - near], to: [x, origin.y - far] } as const,
      { from: [x, bottom + near], to: [x, bottom + far] } as const,
    ]),
    ...cuts(rows, origin.y, cardSize.height).flatMap((y) => [
      { from: [origin.x - near, y], to: [origin.x - far, y] } as const,
      { from: [right + near, y], to: [right + far, y] } as const,
    ]),
  ].map(({ from, to }) => ({ from: [...from], to: [...to] }));
}
