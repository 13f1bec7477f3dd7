import { Kept } from '../kept.ts';
import type { Database } from './database.ts';
import { readColumns } from './program-columns.ts';
import { ProgramIndex } from './program-index.ts';

/** An index and the state of the town it was made of. */
interface Dated {
  state: string;
  index: ProgramIndex;
}

/** How many programs are kept in memory in all; each takes about a hundred bytes. */
const keptPrograms = 200_000;

const indexes = new WeakMap<Database, Kept<Dated>>();

/**
 * The indexes of those of the towns that are here. `snapshot` is a transaction of `db`, so that an index agrees with
 * all that is read beside it; one is made again only when something about its town was written.
 */
export async function readIndexes(db: Database, snapshot: Database, towns: readonly string[]): Promise<ProgramIndex[]> {
  const kept = indexes.get(db) ?? new Kept<Dated>(keptPrograms, ({ index }) => index.size + 1);
  indexes.set(db, kept);
  const found = await snapshot
    .selectFrom('town')
    .select(['code', 'revision', 'changed_at'])
    .where('code', 'in', towns)
    .execute();
  const all: ProgramIndex[] = [];
  for (const { code, revision, changed_at } of found) {
    // The instant too: a town that was taken out and brought back counts from one again.
    const state = `${revision} ${changed_at}`;
    const known = kept.get(code);
    if (known?.state === state) all.push(known.index);
    else {
      const index = new ProgramIndex(code, await readColumns(snapshot, code));
      kept.set(code, { state, index });
      all.push(index);
    }
  }
  return all;
}
