import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type FlaggedText, flaggedProgramTexts, type Program, type Town } from '@kankei/core';
import { findMunicipality } from '@kankei/core/municipalities';
import {
  type EventCsvEncoding,
  type EventCsvLayout,
  type EventCsvStream,
  type ImportProblem,
  mergeProgram,
  readEventCsvStream,
} from '@kankei/formats';
import type { Database } from './storage/database.ts';
import { type Changes, replacePrograms } from './storage/program-store.ts';
import { findTown } from './storage/town-store.ts';

export interface ImportOptions {
  file: string;
  /** Six-digit municipality code: whose programs they become, whatever the rows say. */
  town: string;
  /** What relative addresses in the file start from; else the town's own site. */
  base?: string | undefined;
  /**
   * Keeps several files of one town apart: each replaces and withdraws only what came under its own name, and the name
   * goes into the ids, for files number their rows alike. Latin letters, digits, `_` and `-`, 30 at most.
   */
  source?: string | undefined;
  dryRun?: boolean | undefined;
  /** ms since 1970. */
  now: number;
  onProblem?: (problem: ImportProblem) => void;
  /** Told of texts that advertising of furusato nozei may not have; of a series as often as it has rows. */
  onFlagged?: (program: Program, texts: FlaggedText[]) => void;
  /** Told now and then how far reading has come: a share from 0 to 1, and the rows so far. */
  onProgress?: (share: number, rows: number) => void;
}

/** What an import did, or with `dryRun` would do. `imported + reported = rows`. */
export interface ImportReport extends Changes {
  town: string;
  layout: EventCsvLayout;
  encoding: EventCsvEncoding;
  /** Rows below the header. */
  rows: number;
  /** Rows that became a program or joined one. */
  imported: number;
  /** Rows that became none. */
  reported: number;
  /** Programs in the file. */
  programs: number;
  /** Rows that carry the code of another town, by code. */
  otherTowns: Record<string, number>;
}

/** A town that is neither in the database nor in the list of municipalities. */
export class UnknownTownError extends Error {
  override name = 'UnknownTownError';
}

/**
 * Replaces a town's programs of one source with those of an event CSV: all of them or, when anything fails, none. Memory does
 * not grow with the file. Programs from other sources stay.
 * Rejects with a ProblemError (`bad-file`) when the file as a whole cannot be read, with Node's error when it cannot be
 * opened, and with an UnknownTownError.
 */
export async function importFile(db: Database, options: ImportOptions): Promise<ImportReport> {
  const { file, town, now, dryRun } = options;
  const known = await findTown(db, town);
  const profile = known ? undefined : knownTown(town, options.base);
  const { size } = await stat(file);
  const count = { bytes: 0, rows: 0, imported: 0, otherTowns: {} as Record<string, number> };
  const stream = await readEventCsvStream(readBytes(file, count), { town, base: options.base ?? known?.url });
  const programs = takePrograms(stream, options, count, size);
  const changes = await replacePrograms(db, programs, {
    town,
    source: options.source ? `import:${options.source}` : 'import',
    now,
    merge: mergeProgram,
    profile,
    dryRun,
  });
  const { layout, encoding } = stream;
  const { rows, imported, otherTowns } = count;
  return {
    town,
    layout,
    encoding,
    rows,
    imported,
    reported: rows - imported,
    otherTowns,
    programs: changes.created + changes.updated + changes.unchanged,
    ...changes,
  };
}

interface Count extends Pick<ImportReport, 'rows' | 'imported' | 'otherTowns'> {
  bytes: number;
}

/** A file's bytes; it is opened when the first are asked for, and closed when no more are. */
async function* readBytes(file: string, count: Count): AsyncGenerator<Uint8Array> {
  for await (const bytes of createReadStream(file)) {
    count.bytes += bytes.length;
    yield bytes;
  }
}

/** The programs of the rows as they are read; problems and figures go where they are wanted. */
async function* takePrograms(
  stream: EventCsvStream,
  { town, source, onProblem, onFlagged, onProgress }: ImportOptions,
  count: Count,
  size: number,
): AsyncGenerator<Program> {
  for await (const { program, problems } of stream) {
    count.rows++;
    for (const problem of problems) onProblem?.(problem);
    if (count.rows % 100 === 0) onProgress?.(size ? count.bytes / size : 1, count.rows);
    if (!program) continue;
    count.imported++;
    if (program.town !== town) count.otherTowns[program.town] = (count.otherTowns[program.town] ?? 0) + 1;
    const adopted = adopt(program, town, source);
    const flagged = onFlagged ? flaggedProgramTexts(adopted) : [];
    if (flagged.length) onFlagged?.(adopted, flagged);
    yield adopted;
  }
}

/**
 * Whoever imports a file for a town wants all of it there, also a prefecture's rows that name their municipalities.
 * Ids are unique within a file and the code a row carries, so the file's name and that code go into the id.
 */
function adopt(program: Program, town: string, source: string | undefined): Program {
  const id = [source, program.town === town ? undefined : program.town, program.id].filter(Boolean).join('-');
  return { ...program, town, id: id.slice(0, 100) };
}

/** A profile from the list of municipalities, for a town that is named for the first time. Throws an UnknownTownError. */
export function knownTown(code: string, url?: string): Town {
  const municipality = findMunicipality(code);
  if (!municipality) throw new UnknownTownError(code);
  const { name, kana, prefecture } = municipality;
  return { code, name, nameKana: kana, prefecture, ...(url === undefined ? {} : { url }) };
}
