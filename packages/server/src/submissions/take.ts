import type { Context as HonoContext } from 'hono';
import type * as z from 'zod/mini';
import type { Context } from '../context.ts';
import { refuse } from '../http/problems.ts';
import { parseBody, readBytes } from '../http/read-body.ts';
import type { Database } from '../storage/database.ts';

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
export interface Kind<Schema extends z.core.$ZodType<Guarded>, About, Checked extends { address?: string }> {
  schema: Schema;
  /** What the request is about; refuses what is not here. */
  find: (c: HonoContext) => Promise<About & { town: string }>;
  /** What is sent, found to be in order; refuses what is not. */
  check: (about: About, taking: Taking<z.output<Schema>>) => Checked | Promise<Checked>;
  /** Keeps it, in a transaction that also remembers the answer. */
  accept: (db: Database, checked: Checked, options: { publicUrl: string; now: number }) => Promise<void>;
  /** The same for all, so that it tells nothing of what is here already. */
  answer: (now: number) => object;
}

/** Answers about a person are for that person, once. */
export const unkept = { 'content-type': 'application/json', 'cache-control': 'no-store' };

/**
 * The handler that takes what is sent once, however often it comes under its `Idempotency-Key`: read, checked, guarded
 * against machines, kept and answered (202), the last three in one transaction.
 */
export function take<Schema extends z.core.$ZodType<Guarded>, About, Checked extends { address?: string }>(
  context: Context,
  kind: Kind<Schema, About, Checked>,
): (c: HonoContext) => Promise<Response> {
  const { clock, guard, repeats, settings, wakePostman, writes } = context;
  const { publicUrl } = settings;
  return async (c) => {
    const about = await kind.find(c);
    const { town } = about;
    const now = clock();
    const key = readKey(c.req.header('idempotency-key'));
    const body = await readJsonBytes(c.req.raw);
    const text = await repeats.once({ town, key, path: c.req.path, body, now }, async (keep) => {
      const sent = parseBody(kind.schema, body);
      const checked = await kind.check(about, { sent, now });
      const { proof, website: honeypot } = sent;
      const good = await guard.check({ town, request: c, address: checked.address, proof, honeypot });
      return writes.run(async (transaction) => {
        if (good !== 'bot') {
          await guard.spend(transaction, good);
          await kind.accept(transaction, checked, { publicUrl, now });
        }
        const text = JSON.stringify(kind.answer(now));
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
