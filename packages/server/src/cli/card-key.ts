import { addTownKey } from '../card/town-keys.ts';
import { findTown } from '../storage/town-store.ts';
import { Failure, usageFailure } from './failure.ts';
import { readTown } from './profile.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

export interface CardKeyArguments {
  /** What to do, and nothing else. */
  words: string[];
  town?: string | undefined;
}

/** `kankei card-key new`: gives a town another key to sign cards with; those signed before stay good. */
export async function runCardKey({ words, town }: CardKeyArguments, terminal: Terminal): Promise<void> {
  const [what, ...more] = words;
  if (what !== 'new' || more.length)
    throw usageFailure('card-key のあとは new です。例：kankei card-key new --town 221309');
  const code = readTown(town);
  await withDatabase(terminal, {}, async (db) => {
    if (!(await findTown(db, code))) throw new Failure('town-not-found', `${code} の町は、まだ入っていません。`);
    const id = await addTownKey(db, code, Date.now());
    terminal.print(
      `新しい鍵 ${id} を作りました。これからの会員証は、この鍵で署名します。前の鍵の会員証も、期限まで使えます。\n`,
    );
  });
}
