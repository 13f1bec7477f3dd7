import type { Program } from '@kankei/core';
import { type EventCsv, type EventCsvRow, mergeProgram, readEventCsv, readEventCsvStream } from '@kankei/formats';
import { expect, test } from 'vitest';
import fc from '../fixtures/fast-check.ts';
import { bytes, csvOf, readReal, realFiles, town } from './event-csv-fixtures.ts';

/** Cuts bytes into pieces of these sizes, over and over. */
async function* cut(file: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < file.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    yield file.subarray(at, at + size);
    at += size;
  }
}

/** What a consumer makes of a stream: the same as the whole file at once. */
async function gather(chunks: AsyncIterable<Uint8Array>): Promise<EventCsv> {
  const stream = await readEventCsvStream(chunks, { town });
  const rows: EventCsvRow[] = [];
  const programs = new Map<string, Program>();
  for await (const row of stream) {
    rows.push(row);
    const existing = row.program && programs.get(`${row.program.town}/${row.program.id}`);
    if (row.program)
      programs.set(
        `${row.program.town}/${row.program.id}`,
        existing ? mergeProgram(existing, row.program) : row.program,
      );
  }
  const imported = rows.filter((row) => row.program).length;
  return {
    layout: stream.layout,
    encoding: stream.encoding,
    rows: rows.length,
    imported,
    reported: rows.length - imported,
    problems: rows.flatMap((row) => row.problems),
    programs: [...programs.values()],
  };
}

const made = csvOf(
  { NO: '1', イベント名: '朝市🌲', 説明: 'あ"い"\r\nう' },
  { NO: '2', イベント名: '' },
  { NO: '3', イベント名: '朝市🌲', 説明: 'あ"い"\r\nう', 開始日: '2026-10-08' },
  { NO: '4', イベント名: '夜市', 開始日: '10月ごろ' },
);
const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 5000 })), {
  minLength: 1,
  maxLength: 4,
});

test('gives the same in pieces of any size as at once', async () => {
  for (const text of [made, `\ufeff${made}`, made.replaceAll('\r\n', '\n'), made.replace('夜市', '"夜市')]) {
    const whole = readEventCsv(bytes(text), { town });
    expect(whole.rows).toBe(4);
    await fc.assert(
      fc.asyncProperty(sizes, async (all) => {
        expect(await gather(cut(bytes(text), all))).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  }
});

const real = ['hamamatsu-2026/events_utf8_small.csv', 'base-registry-2022/o1-131199_g1-000304.csv'];

test.skipIf(!realFiles.length).each(real)('gives the same for %s in pieces of any size', async (name) => {
  const whole = readEventCsv(readReal(name), { town });
  await fc.assert(
    fc.asyncProperty(sizes, async (all) => {
      expect(await gather(cut(readReal(name), all))).toEqual(whole);
    }),
    { numRuns: 15 },
  );
});

test.skipIf(!realFiles.length)('gives the same for a Windows-31J file cut inside of characters', async () => {
  const file = readReal('hamamatsu-2026/events_sjis.csv');
  expect(await gather(cut(file, [65_535, 3, 1]))).toEqual(readEventCsv(file, { town }));
});

test('reads no further than it is asked to, and closes the source when reading stops', async () => {
  const file = bytes(
    csvOf(...Array.from({ length: 20_000 }, (_, index) => ({ NO: String(index), イベント名: `題${index}` }))),
  );
  const seen = { bytes: 0, closed: false };
  async function* source() {
    try {
      for await (const chunk of cut(file, [10_000])) {
        seen.bytes += chunk.length;
        yield chunk;
      }
    } finally {
      seen.closed = true;
    }
  }
  const stream = await readEventCsvStream(source(), { town });
  const opened = seen.bytes;
  expect(opened).toBeLessThan(80_000);
  let count = 0;
  for await (const { row } of stream) {
    expect(row).toBe(++count);
    if (count === 10) break;
  }
  expect(seen).toEqual({ bytes: opened, closed: true });
});

test('passes on what goes wrong while the file is fetched', async () => {
  async function* source() {
    yield bytes(made);
    throw new Error('gone');
  }
  await expect(readEventCsvStream(source(), { town })).rejects.toThrow('gone');
});
