import { isMunicipalityCode, makeProblem, ProblemError, type Program, program } from '@kankei/core';
import * as z from 'zod/mini';
import { badFile, decoderFor, openSample, sampleSize } from './encoding.ts';
import { Identities } from './identity.ts';
import type { Header } from './layout.ts';
import { mergeProgram } from './merge-program.ts';
import { readProgram } from './read-program.ts';
import { type CsvRecord, CsvRecords } from './records.ts';
import { Row } from './row.ts';
import type { EventCsv, EventCsvEncoding, EventCsvRow, EventCsvStream, ImportProblem, ReadOptions } from './types.ts';

/** An opened file: what its beginning showed, and what is kept from row to row. */
interface Opened {
  encoding: EventCsvEncoding;
  header: Header;
  decoder: TextDecoder;
  identities: Identities;
}

/** The one reader: bytes go in piece by piece, rows come out. */
class EventCsvReader {
  readonly #options: ReadOptions;
  readonly #records = new CsvRecords();
  #sample: Uint8Array[] = [];
  #sampled = 0;
  #opened: Opened | undefined;
  #isHeaderPassed = false;
  #row = 0;
  /** Rows that were not blank. */
  #rows = 0;

  constructor(options: ReadOptions) {
    if (!isMunicipalityCode(options.town)) throw wrongOption('town', options.town);
    if (options.base !== undefined && !z.safeParse(program.shape.url, options.base).success)
      throw wrongOption('base', options.base);
    this.#options = options;
  }

  /** Known as soon as the first row has come, or the last byte. */
  get layout() {
    return this.#opened!.header.layout;
  }

  get encoding() {
    return this.#opened!.encoding;
  }

  *push(bytes: Uint8Array): Generator<EventCsvRow> {
    for (let from = 0; from < bytes.length; from += sampleSize) {
      const piece = bytes.subarray(from, from + sampleSize);
      if (this.#opened) yield* this.#read(this.#opened, piece);
      else {
        // A source may use its buffer again.
        this.#sample.push(piece.slice());
        this.#sampled += piece.length;
        if (this.#sampled >= sampleSize) yield* this.#open();
      }
    }
  }

  *end(): Generator<EventCsvRow> {
    if (!this.#opened) yield* this.#open();
    const { decoder } = this.#opened!;
    yield* this.#readText(this.#opened!, decoder.decode(), true);
    if (!this.#rows)
      throw badFile('見出しの行だけで、データの行がありません。見出しの下に1行以上のデータを入れてください。', [
        { name: 'rows', reason: 'missing' },
      ]);
  }

  *#open(): Generator<EventCsvRow> {
    const sample = concat(this.#sample, this.#sampled);
    const { encoding, header } = openSample(sample.subarray(0, sampleSize));
    this.#opened = { encoding, header, decoder: decoderFor(encoding), identities: new Identities(header) };
    this.#sample = [];
    yield* this.#read(this.#opened, sample);
  }

  *#read(opened: Opened, bytes: Uint8Array): Generator<EventCsvRow> {
    yield* this.#readText(opened, opened.decoder.decode(bytes, { stream: true }), false);
  }

  *#readText(opened: Opened, text: string, last: boolean): Generator<EventCsvRow> {
    for (const record of this.#records.push(text, last)) {
      const isBlank = record.cells.every((cell) => !cell.trim());
      if (this.#isHeaderPassed) {
        this.#row++;
        if (isBlank) continue;
        this.#rows++;
        yield readRow(opened, this.#options, this.#row, record);
      } else this.#isHeaderPassed = !isBlank;
    }
  }
}

function wrongOption(name: string, value: string): ProblemError {
  return new ProblemError(makeProblem('invalid-parameter', { detail: value, errors: [{ name, reason: 'invalid' }] }));
}

function concat(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function readRow({ header, identities }: Opened, options: ReadOptions, number: number, record: CsvRecord): EventCsvRow {
  const { cells, fault } = record;
  const row = new Row(number, header, cells);
  const { problems } = row;
  const width = header.names.length;
  const isWide = cells.slice(width).some((cell) => cell.trim());
  if (fault === 'broken' || isWide) {
    row.report(fault === 'broken' ? 'broken-quote' : 'too-many-cells', undefined, cells.join(','));
    return { row: number, problems };
  }
  if (fault) row.report('stray-quote', undefined, cells.find((cell) => cell.includes('"')) ?? '');
  if (cells.length < width) row.report('too-few-cells');
  const exact = z.safeParse(program.shape.id, row.text('programId')).success;
  const draft = readProgram(row, options, exact);
  if (!draft) return { row: number, problems };
  return { row: number, program: identities.identify(row, draft, exact), problems };
}

/**
 * Reads an event CSV that is in memory: any of the three layouts, UTF-8 with or without byte order mark, or
 * Windows-31J. Rows of one series become one program. What a row cannot give is reported and leaves the rest alone.
 * @throws ProblemError `bad-file`, its `detail` in plain Japanese, when the file as a whole cannot be read: another
 * layout or encoding, no CSV, nothing below the header (told by an error named `rows`); `invalid-parameter` for options
 * that cannot be used.
 */
export function readEventCsv(bytes: Uint8Array, options: ReadOptions): EventCsv {
  const reader = new EventCsvReader(options);
  const programs = new Map<string, Program>();
  const problems: ImportProblem[] = [];
  let rows = 0;
  let imported = 0;
  for (const generator of [reader.push(bytes), reader.end()])
    for (const item of generator) {
      rows++;
      problems.push(...item.problems);
      if (!item.program) continue;
      imported++;
      const key = `${item.program.town}/${item.program.id}`;
      const existing = programs.get(key);
      programs.set(key, existing ? mergeProgram(existing, item.program) : item.program);
    }
  const { layout, encoding } = reader;
  return { layout, encoding, rows, imported, reported: rows - imported, problems, programs: [...programs.values()] };
}

/**
 * Opens an event CSV of any length. Resolves when the first row has been read, so that layout and encoding are known;
 * memory holds one piece of the file, and a few numbers for each row. Asks for `chunks` only as rows are asked for, and
 * closes it when reading stops early.
 * @throws ProblemError as `readEventCsv`, before the first row where that can be known.
 */
export async function readEventCsvStream(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): Promise<EventCsvStream> {
  const reader = new EventCsvReader(options);
  const rows = readAll(reader, chunks);
  // A file without a row throws here; afterwards the first result is a row.
  const first = await rows.next();
  return {
    layout: reader.layout,
    encoding: reader.encoding,
    async *[Symbol.asyncIterator]() {
      try {
        if (!first.done) yield first.value;
        yield* rows;
      } finally {
        await rows.return(undefined);
      }
    },
  };
}

async function* readAll(reader: EventCsvReader, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<EventCsvRow, void> {
  for await (const chunk of chunks) yield* reader.push(chunk);
  yield* reader.end();
}
