import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type FlaggedText, readMunicipalityCode } from '@kankei/core';
import type { ImportProblem } from '@kankei/formats';
import { type ImportReport, importFile } from '../import-file.ts';
import { readSettings } from '../settings.ts';
import { databaseName, openDatabase } from '../storage/database.ts';
import { usageFailure } from './failure.ts';
import { progressBar } from './progress.ts';
import { summarize } from './summary.ts';
import type { Terminal } from './terminal.ts';

export interface ImportArguments {
  files: string[];
  town?: string | undefined;
  base?: string | undefined;
  source?: string | undefined;
  dryRun: boolean;
  json: boolean;
}

/** A program with texts that the rules on advertising of furusato nozei do not allow. */
export interface FlaggedProgram {
  id: string;
  title: string;
  texts: FlaggedText[];
}

/** How long another import may hold the database before this one gives up, in ms. */
const patience = 60_000;

/** What `--json` prints: the report, the file, and every problem. */
interface JsonReport extends ImportReport {
  file: string;
  dryRun: boolean;
  problems: ImportProblem[];
  /** What leads to furusato nozei and says what advertising may not. */
  flagged: FlaggedProgram[];
}

/** `kankei import`: prints what was done, in words or as one JSON object. */
export async function runImport(
  { files, town, base, source, dryRun, json }: ImportArguments,
  terminal: Terminal,
): Promise<void> {
  const [file, ...more] = files;
  if (file === undefined) throw usageFailure('取り込む CSV ファイルを指定してください。');
  if (more.length) throw usageFailure(`ファイルはひとつずつ取り込んでください（余分：${more.join(' ')}）。`);
  if (town === undefined) throw usageFailure('--town で市区町村コードを指定してください。例：--town 221309');
  const code = readMunicipalityCode(town);
  if (!code) throw usageFailure(`「${town}」は市区町村コードではありません。6桁の数字を確かめてください。`);
  if (source !== undefined && !/^[A-Za-z0-9_-]{1,30}$/.test(source))
    throw usageFailure('--source には、半角の英数字と - _ を30文字まで使えます。例：--source events');
  const { data, publicUrl } = readSettings(terminal.environment);
  const path = join(data, databaseName);
  // A dry run on a fresh clone leaves no database behind.
  const db = await openDatabase(dryRun && !existsSync(path) ? ':memory:' : path, { timeout: patience });
  const bar = progressBar(terminal);
  try {
    const problems: ImportProblem[] = [];
    const flagged = new Map<string, FlaggedProgram>();
    const options = { file, town: code, base, source, dryRun, now: Date.now(), onProgress: bar.show };
    const report = await importFile(db, {
      ...options,
      onProblem: (problem) => problems.push(problem),
      onFlagged: ({ id, title }, texts) => flagged.set(id, { id, title, texts }),
    }).finally(bar.clear);
    const whole: JsonReport = { file, dryRun, ...report, problems, flagged: [...flagged.values()] };
    if (json) terminal.print(`${JSON.stringify(whole, null, 2)}\n`);
    else terminal.print(summarize(whole, { name: basename(file), page: `${publicUrl}/?town=${code}` }));
  } finally {
    await db.destroy();
  }
}
