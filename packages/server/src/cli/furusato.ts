import { basename, extname } from 'node:path';
import {
  choicePage,
  dayAt,
  type FlaggedText,
  type Furusato,
  flaggedTexts,
  furusato,
  projectProgress,
} from '@kankei/core';
import { advertisingLines } from '../furusato/advertising-words.ts';
import { findFurusato, saveFurusato } from '../furusato/furusato-store.ts';
import { knownTown } from '../import-file.ts';
import type { Database } from '../storage/database.ts';
import { findTown, saveTown } from '../storage/town-store.ts';
import { Failure, usageFailure } from './failure.ts';
import { importFigures, readFiguresCsv, readFiguresList } from './furusato-figures.ts';
import { type ImportedProject, nothingSaid, projectLines } from './furusato-report.ts';
import { readTown } from './profile.ts';
import { checkProfile, readJsonFile } from './profile-file.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

export interface FurusatoArguments {
  words: string[];
  town?: string | undefined;
  dryRun: boolean;
  json: boolean;
}

/** What the import says of a profile. */
interface Report {
  file: string;
  town: string;
  dryRun: boolean;
  changed: boolean;
  uses: number;
  projects: ImportedProject[];
  flagged: FlaggedText[];
  /** The town's page at ふるさとチョイス, where the profile does not show it. */
  choicePage?: string;
}

/**
 * `kankei furusato import FILE`: gives a town what a file says of furusato nozei, or its projects the new figures of a
 * list, and reports what advertising may not say. `kankei furusato export` prints what the town says now.
 */
export async function runFurusato({ words, town, dryRun, json }: FurusatoArguments, terminal: Terminal): Promise<void> {
  const [verb, file, ...more] = words;
  if (verb === 'export' && file === undefined) return exportFurusato(readTown(town), terminal);
  if (verb !== 'import' || file === undefined)
    throw usageFailure('furusato のあとに import とファイルを指定してください。例：furusato import furusato.json');
  if (more.length) throw usageFailure(`ファイルはひとつだけ指定してください（余分：${more.join(' ')}）。`);
  const code = readTown(town);
  const { report, words: said, complaint } = await bringIn(file, { code, dryRun }, terminal);
  if (json) terminal.print(`${JSON.stringify(report, null, 2)}\n`);
  else {
    terminal.print(said);
    terminal.complain(complaint);
  }
}

/** A CSV or a JSON list is of new figures; a JSON object is a whole profile. */
function bringIn(file: string, { code, dryRun }: { code: string; dryRun: boolean }, terminal: Terminal) {
  const isCsv = extname(file).toLowerCase() === '.csv';
  const value = isCsv ? undefined : readJsonFile(file);
  const listed = isCsv ? readFiguresCsv(file) : Array.isArray(value) ? readFiguresList(file, value) : undefined;
  const profile = listed ? undefined : readProfile(file, value);
  return withDatabase(terminal, { dryRun }, async (db) => {
    if (listed) return importFigures(db, listed, { file, town: code, dryRun, isStrict: !isCsv });
    const before = await findFurusato(db, code);
    const changed = dryRun ? false : await keepFurusato(db, code, profile!);
    const report: Report = { file, town: code, dryRun, changed, ...reportOn(profile!, before, code) };
    return { report, words: summary(report), complaint: warnings(report) };
  });
}

function readProfile(file: string, value: unknown): Furusato {
  const profile = checkProfile(file, value, furusato);
  const today = dayAt(Date.now());
  const early = profile.projects.findIndex(({ asOf }) => asOf > today);
  if (early >= 0) throw new Failure('bad-file', `${file} の projects.${early}.asOf：まだ来ていない日付です。`);
  return profile;
}

async function exportFurusato(code: string, terminal: Terminal): Promise<void> {
  await withDatabase(terminal, { dryRun: true }, async (db) => {
    const profile = await findFurusato(db, code);
    if (!profile) throw nothingSaid(code);
    terminal.print(`${JSON.stringify(profile, null, 2)}\n`);
  });
}

async function keepFurusato(db: Database, code: string, profile: Furusato): Promise<boolean> {
  const now = Date.now();
  if (!(await findTown(db, code))) await saveTown(db, knownTown(code), now);
  return saveFurusato(db, code, profile, now);
}

function reportOn(profile: Furusato, before: Furusato | undefined, code: string) {
  const today = dayAt(Date.now());
  const projects = profile.projects.map((project) => {
    const known = before?.projects.find(({ id }) => id === project.id);
    const isOlder = !!known && project.asOf < known.asOf;
    return { id: project.id, asOf: project.asOf, isOlder, ...projectProgress(project, today) };
  });
  const more = profile.choice ? {} : { choicePage: choicePage(code) };
  return { uses: profile.uses.length, projects, flagged: flaggedTexts(profile), ...more };
}

function summary({ file, dryRun, changed, uses, projects, choicePage }: Report): string {
  const name = basename(file);
  const done = dryRun
    ? `${name} は使えます。試しに読んだだけで、何も書き込んでいません。`
    : changed
      ? `${name} をふるさと納税の案内にしました。`
      : `${name} は、いまの案内と同じです。`;
  const choice = choicePage
    ? `ふるさとチョイスの町のページ（${choicePage}）も出すには、choice を true にします。\n`
    : '';
  return `${done}\n使い道 ${uses} 件、プロジェクト ${projects.length} 件\n${projectLines(projects)}${choice}`;
}

/** The texts that advertising rules do not allow, by place; nothing where there are none. */
function warnings({ flagged }: Report): string {
  if (!flagged.length) return '';
  const lines = flagged.flatMap(advertisingLines).map((line) => `  ${line}\n`);
  return `注意：ふるさと納税の募集に使えない表現があります。次の文は、公開のページには出しません。\n${lines.join('')}`;
}
