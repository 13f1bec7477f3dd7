import { concatBytes } from '@kankei/core';
import { type OpenedFile, openFile, sampleSize } from './encoding.ts';
import { readCodedEventCsv } from './read-coded-event-csv.ts';
import { checkOptions, EventCsvReader } from './reader.ts';
import { reasons } from './reasons.ts';
import type { EventCsv, EventCsvRow, EventCsvStream, Finding, ImportProblem, ReadOptions } from './types.ts';

const explained = (problem: Finding): ImportProblem => ({ ...problem, reason: reasons[problem.code] });

/**
 * Reads an event CSV that is in memory: any of the three layouts, UTF-8 with or without byte order mark, or
 * Windows-31J. Rows of one series become one program. What a row cannot give is reported and leaves the rest alone.
 * @throws ProblemError `bad-file`, its `detail` in plain Japanese, when the file as a whole cannot be read: another
 * layout or encoding, no CSV, nothing below the header (told by an error named `rows`); `invalid-parameter` for options
 * that cannot be used.
 */
export function readEventCsv(bytes: Uint8Array, options: ReadOptions): EventCsv {
  const { problems, ...read } = readCodedEventCsv(bytes, options);
  return { ...read, problems: problems.map(explained) };
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
  checkOptions(options);
  let opened: OpenedFile | undefined;
  const rows = readAll(chunks, options, (file) => {
    opened = file;
  });
  // A file without a row throws here; afterwards the first result is a row.
  const first = await rows.next();
  const { encoding, header } = opened!;
  return {
    layout: header.layout,
    encoding,
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

/** All rows; `tell` hears of the file before the first. */
async function* readAll(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions,
  tell: (file: OpenedFile) => void,
): AsyncGenerator<EventCsvRow, void> {
  let reader: EventCsvReader | undefined;
  const begin: Uint8Array[] = [];
  let size = 0;
  const open = (): Iterable<EventCsvRow> => {
    const sample = concatBytes(begin, size);
    begin.length = 0;
    const file = openFile(sample);
    tell(file);
    reader = new EventCsvReader(file, options);
    return explainedRows(reader.push(sample));
  };
  for await (const chunk of chunks) {
    if (reader) yield* explainedRows(reader.push(chunk));
    else {
      // A source may use its buffer again.
      begin.push(chunk.slice());
      size += chunk.length;
      if (size >= sampleSize) yield* open();
    }
  }
  if (!reader) yield* open();
  yield* explainedRows(reader!.end());
}

function* explainedRows(rows: Iterable<EventCsvRow<Finding>>): Generator<EventCsvRow> {
  for (const row of rows) yield { ...row, problems: row.problems.map(explained) };
}
