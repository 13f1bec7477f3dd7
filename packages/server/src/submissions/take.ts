import type { Context as HonoContext } from 'hono';
import type * as z from 'zod/mini';
import type { Context } from '../context.ts';
import { refuse } from '../http/problems.ts';
import { parseBody, readBytes } from '../http/read-body.ts';
import type { Database } from '../storage/database.ts';
import { inVain } from './in-vain.ts';

/** What every body that is sent to a town may carry against machines. */
export interface Guarded {
  /** The solved proof of work. */
  proof?: string | undefined;
  /** A field no person sees. */
  website?: string | undefined;
}

/** One request that is being taken. */
export interface Taking<Sent> {
  /** What came, as the schema read it. */
  sent: Sent;
  /** ms since 1970. */
  now: number;
}

/** What is sent to a town, and what becomes of it. */
export interface Kind<Sent extends Guarded, About, Checked extends { address?: string }, Answered extends object> {
  schema: z.ZodMiniType<Sent>;
  /** What the request is about; refuses what is not here. */
  find: (c: HonoContext) => Promise<About>;
  /** The code of the town it is sent to. */
  townOf: (about: About) => string;
  /** What is sent, found to be in order; refuses what is not. */
  check: (about: About, taking: Taking<Sent>) => Checked;
  /**
   * Keeps it, in a transaction that also remembers the answer, and returns the answer: the same for all, so that it
   * tells nothing of what is here already. As what `WriteQueue.run` does, it touches nothing beside the transaction.
   */
  accept: (db: Database, checked: Checked, options: { publicUrl: string; now: number }) => Promise<Answered>;
}

/** Answers about a person are for that person, once. */
export const unkept = { 'content-type': 'application/json', 'cache-control': 'no-store' };

/**
 * The handler that takes what is sent once, however often it comes under its `Idempotency-Key`: read, checked, guarded
 * against machines, kept and answered (202). Machines are answered as if all were well, and nothing is kept of it.
 */
export function take<Sent extends Guarded, About, Checked extends { address?: string }, Answered extends object>(
  context: Context,
  kind: Kind<Sent, About, Checked, Answered>,
): (c: HonoContext) => Promise<Response> {
  const { clock, guard, repeats, settings, wakePostman, writes } = context;
  return async (c) => {
    const about = await kind.find(c);
    const town = kind.townOf(about);
    const now = clock();
    const key = readKey(c.req.header('idempotency-key'));
    const body = await readJsonBytes(c.req.raw);
    const text = await repeats.once({ town, key, path: c.req.path, body, now }, async (keep) => {
      const sent = parseBody(kind.schema, body);
      const checked = kind.check(about, { sent, now });
      const { proof, website: honeypot } = sent;
      const good = await guard.check({ town, request: c, address: checked.address, proof, honeypot });
      return writes.run(async (transaction) => {
        const accept = () => kind.accept(transaction, checked, { publicUrl: settings.publicUrl, now });
        if (good !== 'bot') await guard.spend(transaction, good);
        const text = JSON.stringify(await (good === 'bot' ? inVain(transaction, accept) : accept()));
        await keep(transaction, text);
        return text;
      });
    });
    wakePostman();
    return c.body(text, 202, unkept);
  };
}

function readKey(key: string | undefined): string {
  const reason = key === undefined ? 'required' : /^[\w-]{16,100}$/.test(key) ? undefined : 'invalid_format';
  if (reason) refuse('invalid-parameter', { errors: [{ name: 'Idempotency-Key', reason }] });
  return key!;
}

/** A type that pages of other origins cannot send unasked. */
export async function readJsonBytes(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    refuse('invalid-body', { errors: [{ name: 'Content-Type', reason: 'invalid_value' }] });
  return readBytes(request);
}
