import { findClub } from '../members/club.ts';
import { exportMembers } from '../members/export.ts';
import { Failure, usageFailure } from './failure.ts';
import { readTown } from './profile.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

export interface MembersArguments {
  /** What to do, and nothing else. */
  words: string[];
  town?: string | undefined;
}

/** `kankei members export`: prints all members of a town as CSV. */
export async function runMembers({ words, town }: MembersArguments, terminal: Terminal): Promise<void> {
  const [what, ...more] = words;
  if (what !== 'export' || more.length)
    throw usageFailure('members のあとは export です。例：kankei members export --town 221309 > members.csv');
  const code = readTown(town);
  await withDatabase(terminal, {}, async (db) => {
    const club = await findClub(db, code);
    if (!club) throw new Failure('fanclub-not-found', `${code} の町には、まだファンクラブがありません。`);
    for await (const lines of exportMembers(db, club)) terminal.print(lines);
  });
}
