import { basename } from 'node:path';
import { type Fanclub, fanclub, readMunicipalityCode } from '@kankei/core';
import { knownTown } from '../import-file.ts';
import { findClub, saveFanclub } from '../members/club.ts';
import type { Database } from '../storage/database.ts';
import { findTown, saveTown } from '../storage/town-store.ts';
import { Failure, usageFailure } from './failure.ts';
import { readProfileFile } from './profile-file.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

export interface FanclubArguments {
  files: string[];
  town?: string | undefined;
  dryRun: boolean;
  json: boolean;
}

/** `kankei fanclub`: gives a town the fan club of a file, or without a file prints the one it has. */
export async function runFanclub({ files, town, dryRun, json }: FanclubArguments, terminal: Terminal): Promise<void> {
  const [file, ...more] = files;
  if (more.length) throw usageFailure(`ファイルはひとつだけ指定してください（余分：${more.join(' ')}）。`);
  const code = readTown(town);
  const profile = file === undefined ? undefined : readProfileFile(file, fanclub);
  await withDatabase(terminal, { dryRun }, async (db) => {
    if (!file || !profile) return printFanclub(db, code, terminal);
    const before = await findClub(db, code);
    const changed = dryRun ? false : await keepFanclub(db, code, profile);
    if (json) terminal.print(`${JSON.stringify({ file, town: code, dryRun, changed }, null, 2)}\n`);
    else terminal.print(`${said(basename(file), dryRun, changed)}\n`);
    if (before && isChangedUnnamed(before.fanclub, profile))
      terminal.complain(
        `注意：notice の文が変わりましたが、version は「${profile.notice.version}」のままです。文を変えたときは、version も変えてください。\n`,
      );
  });
}

/** The town's code, in whatever form it is written. */
export function readTown(town: string | undefined): string {
  if (town === undefined) throw usageFailure('--town で市区町村コードを指定してください。例：--town 221309');
  const code = readMunicipalityCode(town);
  if (!code) throw usageFailure(`「${town}」は市区町村コードではありません。6桁の数字を確かめてください。`);
  return code;
}

function said(name: string, dryRun: boolean, changed: boolean): string {
  if (dryRun) return `${name} は使えます。試しに読んだだけで、何も書き込んでいません。`;
  return changed ? `${name} をファンクラブの紹介にしました。` : `${name} は、いまの紹介と同じです。`;
}

async function printFanclub(db: Database, code: string, terminal: Terminal): Promise<void> {
  const club = await findClub(db, code);
  if (!club)
    throw new Failure(
      'fanclub-not-found',
      `${code} の町には、まだファンクラブがありません。JSON のファイルを指定してください。`,
    );
  terminal.print(`${JSON.stringify(club.fanclub, null, 2)}\n`);
}

async function keepFanclub(db: Database, code: string, profile: Fanclub): Promise<boolean> {
  const now = Date.now();
  if (!(await findTown(db, code))) await saveTown(db, knownTown(code), now);
  return saveFanclub(db, code, profile, now);
}

/** What somebody consented to is told apart by its version. */
function isChangedUnnamed(before: Fanclub, after: Fanclub): boolean {
  return (
    before.notice.version === after.notice.version && JSON.stringify(before.notice) !== JSON.stringify(after.notice)
  );
}
