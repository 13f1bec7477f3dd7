import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { fanclub, type NameCardDesign, nameCardDesign } from '@kankei/core';
import jsQR from 'jsqr';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openFont, ownFonts, printable, toRuns } from '../../packages/server/src/card/name-cards/fonts.ts';
import {
  cardPlaces,
  cardSize,
  cropMarks,
  millimetre,
  safe,
} from '../../packages/server/src/card/name-cards/geometry.ts';
import { makeNameCards } from '../../packages/server/src/card/name-cards/make-name-cards.ts';
import { NameCardError } from '../../packages/server/src/card/name-cards/name-card-error.ts';
import { type NameCardOptions, nameCardSheet } from '../../packages/server/src/card/name-cards/name-card-sheet.ts';
import fc from '../fixtures/fast-check.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';

const require = createRequire(import.meta.url);
/** What pdf.js draws with outside a browser; not on every machine. */
const canvas: typeof import('@napi-rs/canvas') | undefined = (() => {
  try {
    return require('@napi-rs/canvas');
  } catch {
    return undefined;
  }
})();

const design: NameCardDesign = nameCardDesign.parse({
  background: '#fffdf7',
  accent: '#1b5e46',
  lines: ['架空県むすび野町', '橋を渡れば、誰かが手を振る町です'],
});
const signupUrl = 'https://kankei.example/?town=999997&kankei-via=a1B2c3D4e5F6';
const sheetOf = (more: Partial<NameCardOptions> = {}) =>
  nameCardSheet({
    design,
    title: 'むすび野ファンクラブ',
    memberTitle: 'むすびびと',
    name: '髙橋 はるか',
    signupUrl,
    caption: 'ファンクラブのご案内',
    now,
    ...more,
  });

/** The page as another reader sees it. */
async function open(pdf: Uint8Array) {
  // pdf.js takes the bytes away.
  const document = await getDocument({ data: pdf.slice(), verbosity: 0, fontExtraProperties: true }).promise;
  return { document, page: await document.getPage(1) };
}

/** Texts with their lower left corner in millimetres from the upper left corner of the page. */
async function textsOf(pdf: Uint8Array): Promise<{ text: string; x: number; y: number; font: string }[]> {
  const { page } = await open(pdf);
  const { items } = await page.getTextContent();
  return (items as TextItem[])
    .filter(({ str }) => str.trim())
    .map(({ str, transform, fontName }) => ({
      text: str,
      x: transform[4] / millimetre,
      y: 297 - transform[5] / millimetre,
      font: fontName,
    }));
}

/** The fonts of all texts. */
async function fontsOf(pdf: Uint8Array): Promise<{ name: string; missingFile?: boolean }[]> {
  const { page } = await open(pdf);
  // Reads the fonts too.
  await page.getOperatorList();
  const { items } = await page.getTextContent();
  const names = new Set((items as TextItem[]).filter(({ str }) => str.trim()).map(({ fontName }) => fontName));
  return [...names].map((name) => page.commonObjs.get(name) as { name: string; missingFile?: boolean });
}

/** A plain PNG of one colour. */
function png(width: number, height: number): Uint8Array {
  const crcs = Array.from({ length: 256 }, (_, index) => {
    let crc = index;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    return crc;
  });
  const crc = (bytes: Uint8Array) => ~bytes.reduce((sum, byte) => (sum >>> 8) ^ crcs[(sum ^ byte) & 255]!, ~0) >>> 0;
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x5e)]);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const fault = (promise: Promise<unknown>): Promise<NameCardError> =>
  promise.then(
    () => {
      throw new Error('was made');
    },
    (error) => {
      expect(error).toBeInstanceOf(NameCardError);
      return error;
    },
  );

describe('a sheet of name cards', () => {
  let pdf: Uint8Array;
  beforeAll(async () => {
    pdf = await sheetOf();
  });

  it('is one upright A4 page', async () => {
    const { document, page } = await open(pdf);
    expect(document.numPages).toBe(1);
    const [, , width, height] = page.view;
    expect(width! / millimetre).toBeCloseTo(210, 3);
    expect(height! / millimetre).toBeCloseTo(297, 3);
  });

  it('has the name, the titles, the lines and the caption ten times, as text that can be found', async () => {
    const texts = await textsOf(pdf);
    for (const text of ['髙橋 はるか', 'むすび野ファンクラブ', 'むすびびと', ...design.lines, 'ファンクラブのご案内'])
      expect(
        texts.filter((one) => one.text === text),
        text,
      ).toHaveLength(10);
    expect(texts).toHaveLength(60);
  });

  it('has them 91 mm beside and 55 mm below one another, as the ten cards lie', async () => {
    const names = (await textsOf(pdf)).filter(({ text }) => text === '髙橋 はるか');
    const [first] = names;
    for (const [index, { x, y }] of names.entries()) {
      expect(x - first!.x).toBeCloseTo((index % 2) * 91, 2);
      expect(y - first!.y).toBeCloseTo(Math.floor(index / 2) * 55, 2);
    }
  });

  it('lets nothing come nearer to a cut than 5 mm', async () => {
    for (const { text, x, y } of await textsOf(pdf)) {
      const place = cardPlaces().find(
        (one) => x >= one.x && x < one.x + cardSize.width && y >= one.y && y < one.y + cardSize.height,
      )!;
      expect(x - place.x, text).toBeGreaterThanOrEqual(safe - 0.01);
      expect(y - place.y, text).toBeGreaterThanOrEqual(safe);
      expect(place.y + cardSize.height - y, text).toBeGreaterThanOrEqual(safe - 1.5);
    }
  });

  it('marks every cut outside the bleed, and the margins of the usual ten-card sheet', () => {
    expect(cardPlaces()[0]).toEqual({ x: 14, y: 11 });
    expect(cardPlaces()[9]).toEqual({ x: 105, y: 231 });
    const marks = cropMarks();
    expect(marks).toHaveLength(2 * 3 + 2 * 6);
    for (const { from, to } of marks)
      for (const [x, y] of [from, to]) {
        expect(x > 14 - 3 && x < 196 + 3 && y > 11 - 3 && y < 286 + 3).toBe(false);
        expect(x >= 3 && x <= 207 && y >= 3 && y <= 294).toBe(true);
      }
    expect([...new Set(marks.filter(({ from, to }) => from[0] === to[0]).map(({ from }) => from[0]))]).toEqual([
      14, 105, 196,
    ]);
  });

  it('embeds every font it uses, with the letters it uses alone', async () => {
    const fonts = await fontsOf(pdf);
    expect(fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, ''))).toEqual(['KosugiMaru-Regular']);
    for (const { name, missingFile } of fonts) {
      expect(name).toMatch(/^[A-Z]{6}\+/);
      expect(missingFile).toBeFalsy();
    }
    expect(pdf.length).toBeLessThan(60_000);
  });

  it.skipIf(!canvas)('carries ten QR codes that a camera reads (skipped where pdf.js cannot draw)', async () => {
    const { page } = await open(pdf);
    const viewport = page.getViewport({ scale: 3 });
    const drawn = canvas!.createCanvas(viewport.width, viewport.height);
    const context = drawn.getContext('2d');
    await page.render({ canvas: drawn as never, canvasContext: context as never, viewport }).promise;
    const scale = 3 * millimetre;
    for (const { x, y } of cardPlaces()) {
      const { data, width, height } = context.getImageData(
        Math.round((x + cardSize.width / 2) * scale),
        Math.round((y + 20) * scale),
        Math.round((cardSize.width / 2) * scale),
        Math.round(35 * scale),
      );
      expect(jsQR(data as never, width, height)?.data).toBe(signupUrl);
    }
    // The ground goes three millimetres beyond the outer cards and not further.
    const colorAt = (left: number, top: number) =>
      [...context.getImageData(Math.round(left * scale), Math.round(top * scale), 1, 1).data].slice(0, 3);
    expect(colorAt(11.5, 100)).toEqual([0xff, 0xfd, 0xf7]);
    expect(colorAt(10.5, 100)).toEqual([255, 255, 255]);
    expect(colorAt(100, 8.5)).toEqual([0xff, 0xfd, 0xf7]);
    expect(colorAt(100, 7.5)).toEqual([255, 255, 255]);
  });

  it('carries the town’s picture once, shown ten times', async () => {
    const plain = pdf.length;
    const image = png(300, 200);
    const made = await sheetOf({ image });
    const { page } = await open(made);
    const { fnArray } = await page.getOperatorList();
    expect(fnArray.filter((operation) => operation === OPS.paintImageXObject)).toHaveLength(10);
    expect(made.length - plain).toBeLessThan(2 * image.length + 4000);
  });

  it('refuses a picture that is none', async () => {
    expect((await fault(sheetOf({ image: Buffer.from('<svg></svg>') }))).fault).toBe('image');
  });
});

describe('a name on a card', () => {
  it('is printed in whatever language our fonts have', async () => {
    for (const name of [
      'José Núñez',
      'Łukasz Kőrösi',
      'Ελένη',
      'Анна',
      'Nguyễn Văn Ánh',
      '﨑濵 邊',
      'ﾊﾙｶ',
      'た'.repeat(40),
    ]) {
      const texts = await textsOf(await sheetOf({ name }));
      expect(texts.map(({ text }) => text).join(''), name).toContain(printable(name).split(' ')[0]!.slice(0, 30));
    }
  });

  it('is refused with its characters named where no font has them: nothing becomes a blank', async () => {
    for (const [name, characters] of [
      ['𠮷田 花', ['𠮷']],
      ['김하나', ['김', '하', '나']],
      ['花🎉花🎉', ['🎉']],
      ['مريم', ['م', 'ر', 'ي']],
    ] as const)
      expect(await fault(sheetOf({ name }))).toMatchObject({ fault: 'unprintable', characters });
  });

  it('is printed or refused, whatever it is', async () => {
    const [japanese] = ownFonts();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 50 }), async (name) => {
        const kept = printable(name);
        const expected = !kept ? 'missing' : [...kept].length > 40 ? 'too-long' : undefined;
        let runs: string | undefined;
        try {
          runs = toRuns(name, [japanese!])
            .map(({ text }) => text)
            .join('');
        } catch (error) {
          expect((error as NameCardError).characters.every((one) => !japanese!.has(one))).toBe(true);
        }
        if (runs !== undefined) expect(runs).toBe(kept);
        if (expected) expect((await fault(sheetOf({ name }))).fault).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('is one line of composed text without control characters and without the selectors of variants', () => {
    expect(printable(' か\u3099く\n\t 太\u202e郎\u0000 ')).toBe('がく 太郎');
    expect(printable('葛\u{e0100}城')).toBe('葛城');
    expect(printable('\ufa19田 Jose\u0301')).toBe('\ufa19田 José');
  });

  it('is smaller where it is longer, and stays on its card', async () => {
    const sizeOf = async (name: string) => {
      const { page } = await open(await sheetOf({ name }));
      const { items } = await page.getTextContent();
      const rows = (items as TextItem[]).filter(({ str }) => /[林寿]/.test(str));
      for (const { width } of rows) expect(width / millimetre).toBeLessThanOrEqual(cardSize.width - 2 * safe + 0.1);
      return rows[0]!.height;
    };
    const sizes = [await sizeOf('林一'), await sizeOf('寿限無'.repeat(6)), await sizeOf('寿限無'.repeat(13))];
    expect(sizes[0]).toBe(17);
    expect(sizes[1]!).toBeLessThan(sizes[0]!);
    expect(sizes[2]!).toBeLessThan(sizes[1]!);
  });

  it('has room with the longest words a town may give', async () => {
    const texts = await textsOf(
      await sheetOf({
        name: '漢'.repeat(40),
        title: '漢'.repeat(100),
        memberTitle: '漢'.repeat(40),
        design: { ...design, lines: Array.from({ length: 4 }, () => '漢'.repeat(60)) },
        image: png(300, 200),
      }),
    );
    expect(
      texts
        .map(({ text }) => text)
        .join('')
        .match(/漢/g),
    ).toHaveLength(10 * (40 + 100 + 40 + 240));
  });
});

describe('the name cards of a member', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kankei-name-cards-'));
  const town = join(folder, 'towns', fixtureTown.code);
  mkdirSync(town, { recursive: true });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const club = (more: object = {}) => ({
    town: fixtureTown,
    fields: [],
    fanclub: fanclub.parse({
      title: { ja: 'むすび野ファンクラブ', en: 'Friends of Musubino' },
      notice: { version: '1', collector: '-', purpose: '-', retention: '-', leaving: '-', contact: '-' },
      ...more,
    }),
  });
  const settings = { data: folder, publicUrl: 'https://kankei.example/widgets' };
  const make = (more: object = {}, language: 'ja' | 'en' = 'ja') =>
    makeNameCards({ club: club(more), name: 'Haruka', introducerCode: 'a1B2c3D4e5F6', language, settings, now });

  it('are made for a town without a design of its own, in the language asked for', async () => {
    const texts = (await textsOf(await make({}, 'en'))).map(({ text }) => text);
    expect(texts).toContain('Friends of Musubino');
    expect(texts).toContain('Join the fan club');
  });

  it('use the picture and the font of the town’s folder', async () => {
    writeFileSync(join(town, 'mark.png'), png(30, 20));
    const font = require.resolve('@expo-google-fonts/roboto-slab/700Bold/RobotoSlab_700Bold.ttf');
    const { readFileSync } = await import('node:fs');
    writeFileSync(join(town, 'name-card.ttf'), readFileSync(font));
    const pdf = await make({ nameCard: { image: 'mark.png' } });
    const { page } = await open(pdf);
    const { fnArray } = await page.getOperatorList();
    expect(fnArray.filter((operation) => operation === OPS.paintImageXObject)).toHaveLength(10);
    expect((await fontsOf(pdf)).map(({ name }) => name).join()).toMatch(/RobotoSlab-Bold/);
    rmSync(join(town, 'name-card.ttf'));
  });

  it('go without a picture or a font that cannot be read, and whoever runs the server is told', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    writeFileSync(join(town, 'name-card.otf'), 'no font');
    const texts = await textsOf(await make({ nameCard: { image: 'gone.png' } }));
    rmSync(join(town, 'name-card.otf'));
    expect(texts.filter(({ text }) => text === 'Haruka')).toHaveLength(10);
    expect(warn.mock.calls.join('\n')).toMatch(/name-card\.otf[\s\S]*gone\.png/);
    warn.mockRestore();
  });

  it('open only fonts', () => {
    expect(() => openFont('x', Buffer.from('nothing'))).toThrow();
  });

  it.skipIf(!canvas)(
    'lead to the town’s own page, told by whom one comes (skipped where pdf.js cannot draw)',
    async () => {
      for (const [more, address] of [
        [{}, 'https://kankei.example/widgets/?town=999997&kankei-via=a1B2c3D4e5F6#fanclub'],
        [
          { page: 'https://musubino.example/join?a=1#form' },
          'https://musubino.example/join?a=1&kankei-via=a1B2c3D4e5F6#form',
        ],
      ] as const) {
        const { page } = await open(await make(more));
        const viewport = page.getViewport({ scale: 3 });
        const drawn = canvas!.createCanvas(viewport.width, viewport.height);
        const context = drawn.getContext('2d');
        await page.render({ canvas: drawn as never, canvasContext: context as never, viewport }).promise;
        const side = Math.round(55 * 3 * millimetre);
        const left = Math.round((14 + 36) * 3 * millimetre);
        const { data, width, height } = context.getImageData(left, Math.round(11 * 3 * millimetre), side, side);
        expect(jsQR(data as never, width, height)?.data).toBe(address);
      }
    },
  );
});
