import { type NameCardDesign, type QrPath, qrPath } from '@kankei/core';
import { correction, generate } from 'lean-qr/nano';
import PDFDocument from 'pdfkit';
import { type FittedText, fitText, type TextBox, widthOfRun } from './fit-text.ts';
import { type CardFont, ownFonts, printable, toRuns } from './fonts.ts';
import { bleed, cardPlaces, cardSize, codeSize, cropMarks, millimetre, origin, safe, sheet } from './geometry.ts';
import { NameCardError } from './name-card-error.ts';

/** The most characters (code points) of a name on a card. */
export const longestName = 40;

export interface NameCardOptions {
  design: NameCardDesign;
  /** The title of the fan club. */
  title: string;
  /** What members are called; stands above the name. */
  memberTitle?: string | undefined;
  /** The name the member chose, 1 to `longestName` characters. */
  name: string;
  /** Where the QR code leads: the town's signup with the member's introducer code, and nothing personal. */
  signupUrl: string;
  /** A few words under the code. */
  caption: string;
  /** PNG or JPEG, the town's. */
  image?: Uint8Array | undefined;
  /** The town's own fonts, asked before those that come along. */
  fonts?: readonly CardFont[];
  /** ms since 1970: the date in the file. */
  now: number;
}

const points = (length: number) => length * millimetre;

/**
 * A print-ready A4 page with ten name cards (see `geometry.ts`): everything drawn as text and lines, every font embedded
 * with the letters it lends. Throws a `NameCardError` when the name is missing, too long or holds a character that no
 * font has, when the town's own words do, or when the picture cannot be read.
 */
export async function nameCardSheet(options: NameCardOptions): Promise<Uint8Array<ArrayBuffer>> {
  const name = printable(options.name);
  if (!name) throw new NameCardError('missing');
  if ([...name].length > longestName) throw new NameCardError('too-long');
  const fonts = [...(options.fonts ?? []), ...ownFonts()];
  // Before the town's own words: the member can mend the name only.
  toRuns(name, fonts);
  const document = new PDFDocument({
    size: [points(sheet.width), points(sheet.height)],
    margin: 0,
    lang: 'ja',
    info: { Title: options.title, CreationDate: new Date(options.now) },
  }) as Document;
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => document.on('end', resolve).on('error', reject));
  drawSheet(document, { ...options, name, fonts });
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

/** pdfkit's own types leave `openImage` out: a picture that is opened once is in the file once. */
type Document = InstanceType<typeof PDFDocument> & { openImage(bytes: Buffer): PDFKit.Mixins.ImageSrc };

type FullOptions = NameCardOptions & { fonts: readonly CardFont[] };

function drawSheet(document: Document, options: FullOptions): void {
  const { design } = options;
  const ground = { width: sheet.columns * cardSize.width, height: sheet.rows * cardSize.height };
  document
    .rect(
      points(origin.x - bleed),
      points(origin.y - bleed),
      points(ground.width + 2 * bleed),
      points(ground.height + 2 * bleed),
    )
    .fill(design.background);
  const face = layOut(document, options);
  for (const place of cardPlaces()) {
    document.save().translate(points(place.x), points(place.y));
    drawFace(document, face, design);
    document.restore();
  }
  document.lineWidth(0.25).strokeColor('#000');
  for (const { from, to } of cropMarks())
    document.moveTo(points(from[0]), points(from[1])).lineTo(points(to[0]), points(to[1])).stroke();
}

interface Face {
  image?: PDFKit.Mixins.ImageSrc;
  code: QrPath;
  texts: { text: FittedText; x: number; y: number; color: 'ink' | 'accent' }[];
}

/** The picture's room in the upper right corner. */
const imageBox = { width: 24, height: 14 };
const width = cardSize.width - 2 * safe;
const codeTop = cardSize.height - safe - codeSize - 4;

/** What is the same on all ten: found once. */
function layOut(document: Document, options: FullOptions): Face {
  const { design, title, memberTitle = '', name, signupUrl, caption, fonts } = options;
  for (const { name, bytes } of fonts) document.registerFont(name, bytes);
  const place = (texts: string[], box: TextBox & { x: number; y: number }, color: 'ink' | 'accent') => {
    const scaled = { ...box, width: points(box.width), height: points(box.height) };
    const given = texts.filter((text) => printable(text));
    if (!given.length) return [];
    const text = fitText(given, fonts, scaled);
    // The schema's longest texts have room in their smallest size.
    if (!text) throw new NameCardError('too-long');
    return [{ text, x: points(box.x), y: points(box.y), color }];
  };
  const image = openImage(document, options.image);
  const beside = width - (image ? imageBox.width + 3 : 0);
  return {
    ...(image && { image }),
    code: qrPath(generate(signupUrl, { minCorrectionLevel: correction.M })),
    texts: [
      ...place([title], { x: safe, y: safe, width: beside, height: 8, largest: 9.5, smallest: 4.5 }, 'accent'),
      ...place([memberTitle], { x: safe, y: 14, width: beside, height: 4, largest: 7, smallest: 4 }, 'ink'),
      ...place([name], { x: safe, y: 18.5, width, height: 8.5, largest: 17, smallest: 5 }, 'ink'),
      ...place(
        design.lines,
        { x: safe, y: 31, width: width - codeSize - 4, height: 19, largest: 7.5, smallest: 3.5 },
        'ink',
      ),
      ...place(
        [caption],
        {
          x: safe + width - codeSize,
          y: codeTop + codeSize + 0.75,
          width: codeSize,
          height: 4,
          largest: 6,
          smallest: 3.5,
        },
        'ink',
      ),
    ],
  };
}

function openImage(document: Document, bytes: Uint8Array | undefined): PDFKit.Mixins.ImageSrc | undefined {
  if (!bytes) return undefined;
  try {
    return document.openImage(Buffer.from(bytes));
  } catch (error) {
    throw new NameCardError('image', [], { cause: error });
  }
}

function drawFace(document: Document, { image, code, texts }: Face, design: NameCardDesign): void {
  if (image)
    document.image(image, points(cardSize.width - safe - imageBox.width), points(safe), {
      fit: [points(imageBox.width), points(imageBox.height)],
      align: 'right',
      valign: 'center',
    });
  document.rect(points(safe), points(28), points(24), points(0.6)).fill(design.accent);
  for (const { text, x, y, color } of texts) {
    document.fillColor(design[color]);
    drawText(document, text, x, y);
  }
  document
    .save()
    .translate(points(cardSize.width - safe - codeSize), points(codeTop))
    .scale(points(codeSize) / code.size);
  document.rect(0, 0, code.size, code.size).fill('#fff');
  document.path(code.path).fill('#000');
  document.restore();
}

/** Rows of runs on common baselines, from the upper left corner of their box. */
function drawText(document: Document, { size, leading, rows }: FittedText, left: number, top: number): void {
  rows.forEach((row, index) => {
    let x = left;
    const y = top + index * leading + size * 0.88;
    for (const run of row) {
      document.font(run.font.name, size).text(run.text, x, y, { lineBreak: false, baseline: 'alphabetic' });
      x += widthOfRun(run) * size;
    }
  });
}
