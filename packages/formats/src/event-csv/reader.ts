import { isMunicipalityCode, makeProblem, ProblemError, program } from '@kankei/core';
import * as z from 'zod/mini';
import { badFile, decoderFor, openSample, sampleSize } from './encoding.ts';
import { Identities } from './identity.ts';
import type { Header } from './layout.ts';
import { readProgram } from './read-program.ts';
import { type CsvRecord, CsvRecords } from './records.ts';
import { Row } from './row.ts';
import type { EventCsvEncoding, EventCsvRow, Finding, ReadOptions } from './types.ts';

/** An opened file: what its beginning showed, and what is kept from row to row. */
interface Opened {
  encoding: EventCsvEncoding;
  header: Header;
  decoder: TextDecoder;
  identities: Identities;
}

/**
 * The one reader: bytes go in piece by piece, rows come out, their problems by code.
 * Throws a `ProblemError`: `invalid-parameter` for options that cannot be used, `bad-file` with the row that shows that
 * the file as a whole cannot be read.
 */
export class EventCsvReader {
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

  *push(bytes: Uint8Array): Generator<EventCsvRow<Finding>> {
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

  *end(): Generator<EventCsvRow<Finding>> {
    if (!this.#opened) yield* this.#open();
    const { decoder } = this.#opened!;
    yield* this.#readText(this.#opened!, decoder.decode(), true);
    if (!this.#rows)
      throw badFile('見出しの行だけで、データの行がありません。見出しの下に1行以上のデータを入れてください。', [
        { name: 'rows', reason: 'missing' },
      ]);
  }

  *#open(): Generator<EventCsvRow<Finding>> {
    const sample = concat(this.#sample, this.#sampled);
    const { encoding, header } = openSample(sample.subarray(0, sampleSize));
    this.#opened = { encoding, header, decoder: decoderFor(encoding), identities: new Identities(header) };
    this.#sample = [];
    yield* this.#read(this.#opened, sample);
  }

  *#read(opened: Opened, bytes: Uint8Array): Generator<EventCsvRow<Finding>> {
    yield* this.#readText(opened, opened.decoder.decode(bytes, { stream: true }), false);
  }

  *#readText(opened: Opened, text: string, last: boolean): Generator<EventCsvRow<Finding>> {
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

function readRow(
  { header, identities }: Opened,
  options: ReadOptions,
  number: number,
  record: CsvRecord,
): EventCsvRow<Finding> {
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
