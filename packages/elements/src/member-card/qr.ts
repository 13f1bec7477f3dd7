import { type QrPath, qrPath } from '@kankei/core';
import { correction, generate } from 'lean-qr/nano';

/** The QR code of a text. Level M: it is read with up to 15 % of it dirty or torn. */
export function drawQr(text: string): QrPath {
  return qrPath(generate(text, { minCorrectionLevel: correction.M }));
}
