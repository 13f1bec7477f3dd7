import { basename } from 'node:path';
import { type PrivacyNotice, readMunicipalityCode } from '@kankei/core';
import { knownTown } from '../import-file.ts';
import type { Database } from '../storage/database.ts';
import { findTown, saveTown } from '../storage/town-store.ts';
import { Failure, usageFailure } from './failure.ts';
import { type ProfileSchema, readProfileFile } from './profile-file.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

export interface ProfileArguments {
  files: string[];
  town?: string | undefined;
  dryRun: boolean;
  json: boolean;
}

/** Something that a town says in a file of its own. */
export interface ProfileKind<Profile> {
  schema: ProfileSchema<Profile>;
  find: (db: Database, town: string) => Promise<Profile | undefined>;
  /** Returns whether anything changed. */
  save: (db: Database, town: string, profile: Profile, now: number) => Promise<boolean>;
  noticeOf: (profile: Profile) => PrivacyNotice | undefined;
  words: {
    saved: (file: string) => string;
    same: (file: string) => string;
    /** Where there is nothing to print. */
    missing: { code: string; text: (town: string) => string };
  };
}

/** Gives a town what a file says, or without a file prints what it has. */
export async function runProfile<Profile>(
  kind: ProfileKind<Profile>,
  { files, town, dryRun, json }: ProfileArguments,
  terminal: Terminal,
): Promise<void> {
  const [file, ...more] = files;
  if (more.length) throw usageFailure(`ファイルはひとつだけ指定してください（余分：${more.join(' ')}）。`);
  const code = readTown(town);
  const profile = file === undefined ? undefined : readProfileFile(file, kind.schema);
  await withDatabase(terminal, { dryRun }, async (db) => {
    const before = await kind.find(db, code);
    if (!file || !profile) return print(kind, before, code, terminal);
    const changed = dryRun ? false : await keep(db, kind, code, profile);
    if (json) terminal.print(`${JSON.stringify({ file, town: code, dryRun, changed }, null, 2)}\n`);
    else terminal.print(`${said(kind, basename(file), dryRun, changed)}\n`);
    const notice = kind.noticeOf(profile);
    if (notice && isChangedUnnamed(before && kind.noticeOf(before), notice))
      terminal.complain(
        `注意：notice の文が変わりましたが、version は「${notice.version}」のままです。文を変えたときは、version も変えてください。\n`,
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

function said<Profile>({ words }: ProfileKind<Profile>, file: string, dryRun: boolean, changed: boolean): string {
  if (dryRun) return `${file} は使えます。試しに読んだだけで、何も書き込んでいません。`;
  return changed ? words.saved(file) : words.same(file);
}

function print<Profile>(
  { words: { missing } }: ProfileKind<Profile>,
  profile: Profile | undefined,
  code: string,
  terminal: Terminal,
): void {
  if (!profile) throw new Failure(missing.code, missing.text(code));
  terminal.print(`${JSON.stringify(profile, null, 2)}\n`);
}

async function keep<Profile>(
  db: Database,
  { save }: ProfileKind<Profile>,
  code: string,
  profile: Profile,
): Promise<boolean> {
  const now = Date.now();
  if (!(await findTown(db, code))) await saveTown(db, knownTown(code), now);
  return save(db, code, profile, now);
}

/** What somebody consented to is told apart by its version. */
function isChangedUnnamed(before: PrivacyNotice | undefined, after: PrivacyNotice): boolean {
  return before?.version === after.version && JSON.stringify(before) !== JSON.stringify(after);
}
