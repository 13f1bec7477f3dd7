import { inLanguage, type MemberCard, type QrPath } from '@kankei/core';
import type { CardStrings } from '../strings/card.ts';

/** The proportions of a bank card, large enough for print: 1,712 by 1,080 pixels. */
const width = 1712;
const height = 1080;
const margin = 80;
const codeSize = 520;

const paper = '#ffffff';
const ink = '#1a1a1a';
const soft = '#4d4d4d';

export interface PictureOptions {
  card: MemberCard;
  words: CardStrings;
  code: QrPath;
  /** CSS colour of the edge and the band. */
  accent: string;
  /** CSS font family. */
  font: string;
}

/** The card as a PNG, drawn line by line: no style sheet, no foreign object, nothing a strict policy would stop. */
export function drawCard({ card, words, code, accent, font }: PictureOptions): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return Promise.reject(new Error('this browser cannot draw'));
  const say = (text: Parameters<typeof inLanguage>[0]) => inLanguage(text, words.language);
  const { townName, title, memberTitle, number, name, tier, since, validUntil } = card;

  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  context.strokeStyle = accent;
  context.lineWidth = 8;
  context.strokeRect(4, 4, width - 8, height - 8);
  context.fillStyle = accent;
  context.fillRect(0, 0, width, 32);

  const write = (text: string, y: number, size: number, room: number, { color = ink, bold = false } = {}) => {
    context.fillStyle = color;
    fitFont(context, text, room, size, (pixels) => `${bold ? 'bold ' : ''}${pixels}px ${font}`);
    // What has no room in the smallest letters is squeezed: nothing may run into the code.
    context.fillText(text, margin, y, room);
  };
  const whole = width - 2 * margin;
  const beside = whole - codeSize - margin / 2;
  write(townName, 130, 44, whole, { color: soft });
  write(say(title), 220, 76, whole, { bold: true });
  if (memberTitle) write(say(memberTitle), 390, 44, beside, { color: soft });
  write(name, 490, 88, beside, { bold: true });
  const facts: [label: string, value: string][] = [
    [words.number, String(number)],
    ...(tier ? [[words.tier, say(tier.label)] as [string, string]] : []),
    [words.since, words.day(since)],
    [words.validUntil, words.lastDay(validUntil)],
  ];
  facts.forEach(([label, value], index) => {
    write(`${label}  ${value}`, 640 + index * 90, 48, beside, { bold: index === 0 });
  });
  drawCode(context, code, width - margin - codeSize, height - margin - codeSize);

  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be made'))), 'image/png');
  });
}

/** The largest font up to `size` in which a text has room. */
function fitFont(
  context: CanvasRenderingContext2D,
  text: string,
  room: number,
  size: number,
  fontOf: (pixels: number) => string,
): void {
  for (let pixels = size; ; pixels -= 2) {
    context.font = fontOf(pixels);
    if (pixels <= 18 || context.measureText(text).width <= room) return;
  }
}

function drawCode(context: CanvasRenderingContext2D, { size, path }: QrPath, x: number, y: number): void {
  context.save();
  context.fillStyle = paper;
  context.fillRect(x, y, codeSize, codeSize);
  context.translate(x, y);
  context.scale(codeSize / size, codeSize / size);
  context.fillStyle = '#000';
  context.fill(new Path2D(path));
  context.restore();
}

/** Hands a file to the browser to be saved. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Some browsers fetch it only after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
