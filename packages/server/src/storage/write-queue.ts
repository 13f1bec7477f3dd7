import { CompiledQuery } from 'kysely';
import type { Database } from './database.ts';
import { isBusy } from './sqlite-dialect.ts';

/** So many writes share a transaction at most, that none waits long. */
const most = 64;

interface Waiting {
  /** Does the write; resolves to what tells its caller, once the transaction is over. */
  write: (transaction: Database) => Promise<() => void>;
  refuse: (reason: unknown) => void;
}

/**
 * Lets writes that come at the same time share one transaction, and so one wait for the disk: what takes a write its
 * time is to be safe from a power cut. Each is done wholly or not at all, whatever becomes of the others, and its caller
 * is told when all are on the disk.
 */
export class WriteQueue {
  readonly #db: Database;
  #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(db: Database) {
    this.#db = db;
  }

  /**
   * Does a write in a transaction; rejects as `work` does, and with whatever keeps the transaction from its end. `work`
   * may be taken back and done once more, so it touches nothing beside the transaction.
   */
  run<Result>(work: (transaction: Database) => Promise<Result>): Promise<Result> {
    return new Promise((resolve, refuse) => {
      const write = async (transaction: Database) => {
        const result = await work(transaction);
        return () => resolve(result);
      };
      this.#waiting.push({ write, refuse });
      if (!this.#isWriting) void this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length) {
      await this.#gather();
      await this.#write(this.#waiting.splice(0, most));
    }
    this.#isWriting = false;
  }

  /** Waits as long as every turn brings more: those who are on their way here come along. */
  async #gather(): Promise<void> {
    for (let there = 0; there < this.#waiting.length && there < most; ) {
      there = this.#waiting.length;
      await new Promise(setImmediate);
    }
  }

  /**
   * To be able to take back one of many costs SQLite as much as all of them do: they are done without, and only where
   * one fails once more, so that it is the only one.
   */
  async #write(writes: readonly Waiting[]): Promise<void> {
    try {
      const told = await this.#transact(writes, plainly).catch((error) => {
        // That was waited for long enough.
        if (isBusy(error)) throw error;
        return this.#transact(writes, inSavepoint);
      });
      for (const tell of told) tell();
    } catch (error) {
      for (const { refuse } of writes) refuse(error);
    }
  }

  #transact(writes: readonly Waiting[], take: Take): Promise<(() => void)[]> {
    return this.#db.transaction().execute(async (transaction) => {
      const told: (() => void)[] = [];
      for (const one of writes) told.push(await take(transaction, one));
      return told;
    });
  }
}

/** Does one of the writes of a transaction; resolves as `Waiting.write` does. */
type Take = (transaction: Database, one: Waiting) => Promise<() => void>;

const plainly: Take = (transaction, { write }) => write(transaction);

const savepoint = CompiledQuery.raw('savepoint one');
const release = CompiledQuery.raw('release one');
const rollback = CompiledQuery.raw('rollback to one');

/** One that fails takes back what it did, and nothing else. */
const inSavepoint: Take = async (transaction, { write, refuse }) => {
  await transaction.executeQuery(savepoint);
  try {
    return await write(transaction);
  } catch (error) {
    await transaction.executeQuery(rollback);
    return () => refuse(error);
  } finally {
    await transaction.executeQuery(release);
  }
};
