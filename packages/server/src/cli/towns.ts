import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../settings.ts';
import { databaseName, openDatabase } from '../storage/database.ts';
import { listTowns } from '../storage/town-store.ts';
import { Failure } from './failure.ts';
import type { Terminal } from './terminal.ts';

/** `kankei towns`: the towns in the database, one a line, or as JSON. */
export async function runTowns({ json }: { json: boolean }, terminal: Terminal): Promise<void> {
  const { data } = readSettings(terminal.environment);
  const path = join(data, databaseName);
  if (!existsSync(path)) throw new Failure('no-database', `データベースがまだありません：${path}`);
  const db = await openDatabase(path);
  try {
    const towns = await listTowns(db);
    const rows = towns.map(({ town: { code, name, prefecture }, programs }) => ({ code, name, prefecture, programs }));
    const line = (row: (typeof rows)[number]) =>
      `${row.code}  ${row.prefecture ?? ''} ${row.name}（${row.programs.toLocaleString('ja-JP')} 件）\n`;
    terminal.print(json ? `${JSON.stringify(rows, null, 2)}\n` : rows.map(line).join(''));
  } finally {
    await db.destroy();
  }
}
