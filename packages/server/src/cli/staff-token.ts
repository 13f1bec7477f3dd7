import { makeStaffToken, revokeStaffToken } from '../staff/staff-token.ts';
import { findTown } from '../storage/town-store.ts';
import { Failure, usageFailure } from './failure.ts';
import { readTown } from './profile.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

export interface StaffTokenArguments {
  /** What to do, and nothing else. */
  words: string[];
  town?: string | undefined;
}

/**
 * `kankei staff-token new`: makes the key to a town's staff desk, prints it this once, and voids the one before.
 * `kankei staff-token revoke` takes it back. Either signs everybody out.
 */
export async function runStaffToken({ words, town }: StaffTokenArguments, terminal: Terminal): Promise<void> {
  const [what, ...more] = words;
  if ((what !== 'new' && what !== 'revoke') || more.length)
    throw usageFailure('staff-token のあとは new か revoke です。例：kankei staff-token new --town 221309');
  const code = readTown(town);
  await withDatabase(terminal, {}, async (db) => {
    if (!(await findTown(db, code))) throw new Failure('town-not-found', `${code} の町は、まだ入っていません。`);
    if (what === 'new') {
      terminal.print(`${await makeStaffToken(db, code, Date.now())}\n`);
      terminal.complain(
        '担当者の画面（/staff）に入るキーです。いちどしか表示しません。前のキーは使えなくなり、ログインしていた方はログアウトしました。\n',
      );
      return;
    }
    if (!(await revokeStaffToken(db, code, Date.now())))
      throw new Failure('no-token', `${code} の町には、担当者用のキーがありません。`);
    terminal.print('担当者用のキーを使えなくしました。ログインしていた方は、ログアウトしました。\n');
  });
}
