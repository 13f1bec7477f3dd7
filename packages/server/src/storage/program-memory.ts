import { Kept } from '../kept.ts';
import type { Database } from './database.ts';
import { readColumns, readJoinable } from './program-columns.ts';
import { ProgramIndex, type TownState } from './program-index.ts';
import { ItemMemory } from './program-items.ts';
import { readVersion } from './town-store.ts';

/** How many programs are kept in memory in all; each takes about a hundred bytes. */
const keptPrograms = 200_000;

/** What is known of a database's programs without asking it. */
export class ProgramMemory {
  readonly items = new ItemMemory();
  readonly #indexes = new Kept<ProgramIndex>(keptPrograms, ({ size }) => size + 1);
  /** The states of the towns that were looked at since the database was last written; undefined is not here. */
  readonly #states = new Map<string, string | undefined>();
  #version = '';

  /** The indexes of those of the towns that are here; undefined unless all are in memory as they are at `version`. */
  recallIndexes(version: string, towns: readonly string[]): ProgramIndex[] | undefined {
    this.#refresh(version);
    const found: ProgramIndex[] = [];
    for (const town of new Set(towns)) {
      if (!this.#states.has(town)) return undefined;
      const state = this.#states.get(town);
      if (state === undefined) continue;
      const index = this.#recall(town, state);
      if (!index) return undefined;
      found.push(index);
    }
    return found;
  }

  /**
   * The indexes of those of the towns that are here. `snapshot` is a transaction, so that an index agrees with all that
   * is read beside it; one is made again only when programs of its town came, went or became others.
   */
  async readIndexes(snapshot: Database, towns: readonly string[]): Promise<ProgramIndex[]> {
    const known = this.recallIndexes(readVersion(snapshot), towns);
    if (known) return known;
    const rows = await snapshot
      .selectFrom('town')
      .select(['code', 'revision', 'changed_at', 'shaped', 'shaped_at'])
      .where('code', 'in', towns)
      .execute();
    for (const town of towns) if (!rows.some(({ code }) => code === town)) this.#states.set(town, undefined);
    const found: ProgramIndex[] = [];
    for (const { code, revision, changed_at, shaped, shaped_at } of rows) {
      // The instants too: a town that was taken out and brought back counts from one again.
      const [state, shape] = [`${revision} ${changed_at}`, `${shaped} ${shaped_at}`];
      const index = await this.#readIndex(snapshot, { town: code, revision, state, shape });
      this.#indexes.set(code, index);
      this.#states.set(code, state);
      found.push(index);
    }
    return found;
  }

  /** Reads no more than has changed. */
  async #readIndex(snapshot: Database, state: TownState): Promise<ProgramIndex> {
    const { town } = state;
    const known = this.#indexes.get(town);
    if (known?.state === state.state) return known;
    return known?.shape === state.shape && known.revision < state.revision
      ? known.withJoinable(state, await readJoinable(snapshot, town, known.revision))
      : new ProgramIndex(state, await readColumns(snapshot, town));
  }

  #recall(town: string, state: string): ProgramIndex | undefined {
    const index = this.#indexes.get(town);
    return index?.state === state ? index : undefined;
  }

  /** Trusts no state any longer when something was written since. */
  #refresh(version: string): void {
    if (version === this.#version) return;
    this.#version = version;
    this.#states.clear();
  }
}

const memories = new WeakMap<Database, ProgramMemory>();

/** The memory of a database, one for each. */
export function memoryOf(db: Database): ProgramMemory {
  const known = memories.get(db);
  if (known) return known;
  const memory = new ProgramMemory();
  memories.set(db, memory);
  return memory;
}
