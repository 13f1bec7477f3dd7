import { CompiledQuery } from 'kysely';
import type { Database } from './database.ts';

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

  /** Does a write in a transaction; rejects as `work` does, and with whatever keeps the transaction from its end. */
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

  async #write(writes: readonly Waiting[]): Promise<void> {
    const told: (() => void)[] = [];
    try {
      await this.#db.transaction().execute(async (transaction) => {
        for (const one of writes) await inSavepoint(transaction, one, (tell) => told.push(tell));
      });
      for (const tell of told) tell();
    } catch (error) {
      // Who was refused before hears nothing new by this.
      for (const { refuse } of writes) refuse(error);
    }
  }
}

const savepoint = CompiledQuery.raw('savepoint one');
const release = CompiledQuery.raw('release one');
const rollback = CompiledQuery.raw('rollback to one');

/** One that fails takes back what it did, and nothing else. */
async function inSavepoint(
  transaction: Database,
  { write, refuse }: Waiting,
  done: (tell: () => void) => void,
): Promise<void> {
  await transaction.executeQuery(savepoint);
  try {
    done(await write(transaction));
    await transaction.executeQuery(release);
  } catch (error) {
    await transaction.executeQuery(rollback);
    await transaction.executeQuery(release);
    refuse(error);
  }
}
