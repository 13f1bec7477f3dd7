import { createHash } from 'node:crypto';
import { dayLength } from '@kankei/core';
import { refuse } from '../http/problems.ts';
import { addRow } from '../storage/add-row.ts';
import type { Database } from '../storage/database.ts';
import { readAtOnce } from '../storage/sqlite-dialect.ts';
import type { IdempotencyTable } from '../storage/tables.ts';

/** How long, in ms, a request may be sent again and is answered as it was. */
const memory = dayLength;

/** A request that may come more than once, by its `Idempotency-Key`. */
export interface Repeatable {
  town: string;
  key: string;
  /** Where it came to. */
  path: string;
  /** What came; only a hash of both is kept. */
  body: Uint8Array;
  /** ms since 1970. */
  now: number;
}

/**
 * Does what is asked under one key once, however often it is asked within a day, and answers the same each time; also
 * to those who ask again while it is being done. Another body under the same key, or another place to send it, is refused (`key-reused`). What was
 * refused is not remembered: nothing was done, and the next request may be a better one.
 */
export class Repeats {
  readonly #db: Database;
  readonly #running = new Map<string, { hash: string; answer: Promise<string> }>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** `work` does it and returns the answer; it calls `keep` with that answer in the transaction that does it. */
  async once(
    request: Repeatable,
    work: (keep: (transaction: Database, answer: string) => Promise<void>) => Promise<string>,
  ): Promise<string> {
    const hash = createHash('sha256').update(`${request.path}\n`).update(request.body).digest('base64url');
    const name = `${request.town} ${request.key}`;
    const running = this.#running.get(name);
    if (running) return same(running.hash, hash, running.answer);
    const done = this.#find(request);
    if (done) return same(done.body_hash, hash, done.answer);
    const answer = work((transaction, answer) => keep(transaction, request, hash, answer));
    this.#running.set(name, { hash, answer });
    try {
      return await answer;
    } finally {
      this.#running.delete(name);
    }
  }

  /** At once: what stands there and is not on the disk yet is of a request that is running, and that was looked for. */
  #find({ town, key, now }: Repeatable): Done | undefined {
    return readAtOnce<Done>(this.#db, doneQuery, town, key, now - memory)[0];
  }
}

type Done = Pick<IdempotencyTable, 'body_hash' | 'answer'>;
const doneQuery = 'select body_hash, answer from idempotency where town = ? and key = ? and created_at > ?';

function same<Answer>(known: string, hash: string, answer: Answer): Answer {
  return known === hash ? answer : refuse('key-reused');
}

/** Of two processes that do the same at once the second finds the row: its transaction ends with nothing done. */
async function keep(db: Database, { town, key, now }: Repeatable, hash: string, answer: string): Promise<void> {
  const row = { town, key, body_hash: hash, answer, created_at: now };
  if (await addRow(db, 'idempotency', row)) return;
  // One that is forgotten and was not swept away yet.
  const forgotten = db
    .updateTable('idempotency')
    .set(row)
    .where('created_at', '<=', now - memory);
  const { numUpdatedRows } = await forgotten.where('town', '=', town).where('key', '=', key).executeTakeFirstOrThrow();
  if (!numUpdatedRows) refuse('unavailable');
}

/** Forgets what nobody may send again. */
export async function pruneRepeats(db: Database, now: number): Promise<void> {
  await db
    .deleteFrom('idempotency')
    .where('created_at', '<=', now - memory)
    .execute();
}
