import { correction, generate } from 'lean-qr/nano';

/** A QR code as one path of an SVG in units of a module; `size` counts the quiet zone of four modules on every side. */
export interface QrCode {
  size: number;
  path: string;
}

const quiet = 4;

/** Draws a text. Level M: it is read with up to 15 % of it dirty or torn. */
export function drawQr(text: string): QrCode {
  const bitmap = generate(text, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < bitmap.size; y++)
    for (let x = 0; x < bitmap.size; x++) {
      if (!bitmap.get(x, y)) continue;
      let end = x + 1;
      while (bitmap.get(end, y)) end++;
      path += `M${x + quiet} ${y + quiet}h${end - x}v1H${x + quiet}z`;
      x = end;
    }
  return { size: bitmap.size + 2 * quiet, path };
}
