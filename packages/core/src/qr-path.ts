/** What any QR library gives: the modules along one side, and whether one is dark; false outside. */
export interface QrBitmap {
  size: number;
  get(x: number, y: number): boolean;
}

/** A QR code as one SVG path in units of a module; `size` counts the quiet zone of four modules on every side. */
export interface QrPath {
  size: number;
  path: string;
}

const quiet = 4;

/** Draws the dark modules of a code, those beside one another as one bar. */
export function qrPath(bitmap: QrBitmap): QrPath {
  let path = '';
  for (let y = 0; y < bitmap.size; y++)
    for (let x = 0; x < bitmap.size; x++) {
      if (!bitmap.get(x, y)) continue;
      const start = x;
      while (bitmap.get(x, y)) x++;
      path += `M${start + quiet} ${y + quiet}h${x - start}v1H${start + quiet}z`;
    }
  return { size: bitmap.size + 2 * quiet, path };
}
