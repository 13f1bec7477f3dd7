import { isMunicipalityCode, makeProblem, ProblemError, program } from '@kankei/core';
import * as z from 'zod/mini';
import { badFile, decoderFor, type OpenedFile } from './encoding.ts';
import { Identities } from './identity.ts';
import type { Header } from './layout.ts';
import { readProgram } from './read-program.ts';
import { type CsvRecord, CsvRecords } from './records.ts';
import { Row } from './row.ts';
import type { EventCsvRow, Finding, ReadOptions } from './types.ts';

/** Bytes that are decoded at once, so that a long file is never a text as a whole. */
const pieceSize = 65_536;

/** Throws a `ProblemError` (`invalid-parameter`) for options that cannot be used. */
export function checkOptions({ town, base }: ReadOptions): void {
  if (!isMunicipalityCode(town)) throw wrongOption('town', town);
  if (base !== undefined && !z.safeParse(program.shape.url, base).success) throw wrongOption('base', base);
}

function wrongOption(name: string, value: string): ProblemError {
  return new ProblemError(makeProblem('invalid-parameter', { detail: value, errors: [{ name, reason: 'invalid' }] }));
}

/** The one reader of an opened file: bytes go in piece by piece, rows come out, their problems by code. */
export class EventCsvReader {
  readonly #header: Header;
  readonly #options: ReadOptions;
  readonly #decoder: TextDecoder;
  readonly #identities: Identities;
  readonly #records = new CsvRecords();
  #isHeaderPassed = false;
  #row = 0;
  /** Rows that were not blank. */
  #rows = 0;

  constructor({ encoding, header }: OpenedFile, options: ReadOptions) {
    this.#header = header;
    this.#options = options;
    this.#decoder = decoderFor(encoding);
    this.#identities = new Identities(header);
  }

  *push(bytes: Uint8Array): Generator<EventCsvRow<Finding>> {
    for (let from = 0; from < bytes.length; from += pieceSize)
      yield* this.#read(this.#decoder.decode(bytes.subarray(from, from + pieceSize), { stream: true }), false);
  }

  /** What is left. Throws a `ProblemError` (`bad-file`, its error named `rows`) when there was no row at all. */
  *end(): Generator<EventCsvRow<Finding>> {
    yield* this.#read(this.#decoder.decode(), true);
    if (!this.#rows)
      throw badFile('見出しの行だけで、データの行がありません。見出しの下に1行以上のデータを入れてください。', [
        { name: 'rows', reason: 'missing' },
      ]);
  }

  *#read(text: string, last: boolean): Generator<EventCsvRow<Finding>> {
    for (const record of this.#records.push(text, last)) {
      const isBlank = record.cells.every((cell) => !cell.trim());
      if (this.#isHeaderPassed) {
        this.#row++;
        if (isBlank) continue;
        this.#rows++;
        yield this.#readRow(record);
      } else this.#isHeaderPassed = !isBlank;
    }
  }

  #readRow({ cells, fault }: CsvRecord): EventCsvRow<Finding> {
    const number = this.#row;
    const row = new Row(number, this.#header, cells);
    const { problems } = row;
    const width = this.#header.names.length;
    const isWide = cells.slice(width).some((cell) => cell.trim());
    if (fault === 'broken' || isWide) {
      row.report(fault === 'broken' ? 'broken-quote' : 'too-many-cells', undefined, cells.join(','));
      return { row: number, problems };
    }
    if (fault) row.report('stray-quote', undefined, cells.find((cell) => cell.includes('"')) ?? '');
    if (cells.length < width) row.report('too-few-cells');
    const exact = z.safeParse(program.shape.id, row.text('programId')).success;
    const draft = readProgram(row, this.#options, exact);
    if (!draft) return { row: number, problems };
    return { row: number, program: this.#identities.identify(row, draft, exact), problems };
  }
}
