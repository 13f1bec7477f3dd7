import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../storage/database.ts';
import { isBusy } from '../storage/sqlite-dialect.ts';
import { composeMail, type Sender } from './compose.ts';
import { endLease, keepLease, takeLease } from './lease.ts';
import { type Claim, claimMail, hasDueMail, nextTry, type Outcome, requeueAbandoned, settleMail } from './queue.ts';
import { failureCodes, MailRefused, type Transport } from './transport.ts';

export interface PostmanOptions {
  db: Database;
  transport: Transport;
  sender: Sender;
  /** ms since 1970. */
  now?: () => number;
  /** Is told of every delivery that failed: the key and codes, never an address. */
  log?: (line: string) => void;
}

export interface Postman {
  /** Delivers what is due. Resolves when nothing due is left, or another process delivers; never rejects. */
  wake(): Promise<void>;
  /** Ends: finishes what is in its hands, for a few seconds, and puts back what is left. Never rejects. */
  stop(): Promise<void>;
}

const second = 1000;

/** How often, in ms, the postman looks for mail that nobody woke it for. */
const interval = 2 * second;

/** After so long, in ms, without a sign of life another process takes over. */
const leaseLength = 15 * second;

/** How long one delivery may take, in ms. */
const deliveryLimit = 120 * second;

/** How long, in ms, deliveries under way may take when the postman is stopped. */
const grace = 5 * second;

/**
 * Delivers what is queued, one process at a time, until it is stopped. What a process that died had in its hands is
 * delivered by the next one: nothing is lost, and whether it is sent twice is the transport's to tell.
 */
export function startPostman(options: PostmanOptions): Postman {
  const { db, transport, now = Date.now, log = console.error } = options;
  const claimant = { name: 'mail', holder: randomUUID(), length: leaseLength };
  /** Aborted: no mail is taken any more. */
  const stopping = new AbortController();
  /** Aborted: no delivery goes on. */
  const ending = new AbortController();
  let called = false;
  let round: Promise<void> | undefined;

  async function work(): Promise<void> {
    try {
      while (called && !stopping.signal.aborted) {
        called = false;
        await deliverDue();
      }
    } catch (error) {
      log(`mail: ${error instanceof Error ? error.stack : error}`);
    } finally {
      round = undefined;
    }
  }

  async function deliverDue(): Promise<void> {
    if (!(await hasDueMail(db, now())) || !(await takeOver())) return;
    const lost = new AbortController();
    const beat = setInterval(async () => {
      // A beat that fails, say because an import holds the lock, is followed by another.
      const isKept = await keepLease(db, claimant, now()).catch(() => true);
      if (!isKept) lost.abort();
    }, leaseLength / 4);
    try {
      const taking = AbortSignal.any([stopping.signal, lost.signal]);
      const sending = AbortSignal.any([ending.signal, lost.signal]);
      const hands = Array.from({ length: transport.parallel }, () => deliverAll(options, taking, sending));
      const failed = (await Promise.allSettled(hands)).find(({ status }) => status === 'rejected');
      if (failed) throw (failed as PromiseRejectedResult).reason;
    } finally {
      clearInterval(beat);
      await untilFree(() => endLease(db, claimant));
    }
  }

  async function takeOver(): Promise<boolean> {
    return db.transaction().execute(async (trx) => {
      const isTaken = await takeLease(trx, claimant, now());
      if (isTaken) await requeueAbandoned(trx);
      return isTaken;
    });
  }

  function wake(): Promise<void> {
    called = true;
    round ??= work();
    return round;
  }

  const timer = setInterval(() => void wake(), interval).unref();
  return {
    wake,
    async stop() {
      clearInterval(timer);
      stopping.abort();
      const patience = setTimeout(() => ending.abort(), grace);
      await round;
      clearTimeout(patience);
      transport.close();
    },
  };
}

/** Delivers one mail after the other while there are any. */
async function deliverAll(options: PostmanOptions, taking: AbortSignal, sending: AbortSignal): Promise<void> {
  const { db, now = Date.now } = options;
  const take = async (from: Database) => (taking.aborted ? undefined : claimMail(from, now()));
  let claim = await take(db);
  while (claim) {
    const done = claim;
    const outcome = await deliver(done, options, sending);
    // What became of one mail and the taking of the next are one write: each waits for the disk.
    const next = async (trx: Database) => {
      await settleMail(trx, done, outcome, now());
      return take(trx);
    };
    claim = await untilFree(() => db.transaction().execute(next));
  }
}

async function deliver(claim: Claim, options: PostmanOptions, ending: AbortSignal): Promise<Outcome> {
  const { transport, sender, now = Date.now, log = console.error } = options;
  const { mail, attempt, createdAt } = claim;
  try {
    const composed = await composeMail(mail, createdAt, sender);
    await transport.send(composed, AbortSignal.any([ending, AbortSignal.timeout(deliveryLimit)]));
    return 'sent';
  } catch (error) {
    // Not the mail's fault: the next postman tries at once.
    if (ending.aborted) return { again: now() };
    const codes = failureCodes(error);
    const again = error instanceof MailRefused ? undefined : nextTry(claim, now());
    log(`mail ${mail.key}: ${again ? 'will be tried again' : 'given up'} after try ${attempt} (${codes})`);
    return again === undefined ? 'failed' : { again };
  }
}

/** Does what must be written down, also when an import holds the lock for long. */
async function untilFree<T>(write: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await write();
    } catch (error) {
      if (!isBusy(error) || tries === 20) throw error;
      await sleep(second);
    }
  }
}
