import { type CardFont, printable, type Run, toRuns } from './fonts.ts';

/** Where a text has to stay, lengths in points. */
export interface TextBox {
  width: number;
  height: number;
  /** The largest and the smallest size of letters. */
  largest: number;
  smallest: number;
}

export interface FittedText {
  size: number;
  /** From one baseline to the next. */
  leading: number;
  rows: Run[][];
}

const lineHeight = 1.35;
const step = 0.25;
const words = new Intl.Segmenter('ja', { granularity: 'word' });
const letters = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/**
 * Sets texts, each beginning a row of its own, as large as they have room. Undefined where they have none even in the
 * smallest size. Throws a `NameCardError` for what no font has.
 */
export function fitText(texts: readonly string[], fonts: readonly CardFont[], box: TextBox): FittedText | undefined {
  // The width of every character in a size of 1; what cannot be printed is found before anything is measured.
  const widths = new Map<string, number>();
  for (const text of texts)
    for (const run of toRuns(text, fonts))
      for (const character of run.text) widths.set(character, run.font.widthOf(character));
  const lines = texts.map(printable);
  for (let size = box.largest; size >= box.smallest; size -= step) {
    const leading = size * lineHeight;
    const widthOf = (text: string) => size * [...text].reduce((width, one) => width + (widths.get(one) ?? 0), 0);
    const rows = lines.flatMap((line) => breakRows(line, box.width, widthOf));
    const isNarrow = rows.every((row) => widthOf(row) <= box.width);
    if (isNarrow && rows.length * leading <= box.height)
      return { size, leading, rows: rows.map((row) => toRuns(row, fonts)) };
  }
  return undefined;
}

/** The width of a run in a size of 1. */
export function widthOfRun({ text, font }: Run): number {
  return [...text].reduce((width, character) => width + font.widthOf(character), 0);
}

/** Breaks between words where it can, else between letters. */
function breakRows(text: string, width: number, widthOf: (text: string) => number): string[] {
  if (widthOf(text) <= width) return [text];
  const rows: string[] = [];
  let row = '';
  const add = (part: string) => {
    if (widthOf(row + part) <= width) row += part;
    else {
      if (row) rows.push(row.trim());
      row = part.trimStart();
    }
  };
  for (const { segment } of words.segment(text))
    if (widthOf(segment) <= width) add(segment);
    else for (const letter of letters.segment(segment)) add(letter.segment);
  if (row.trim()) rows.push(row.trim());
  return rows;
}
