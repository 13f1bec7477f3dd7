import { type Faults, faultsOf, ProblemError } from '@kankei/core';
import * as z from 'zod/mini';
import { refuse } from './problems.ts';

/** The most bytes a form of ours sends, with room. */
const bodyLimit = 64_000;

/** The body's bytes. Refuses more than 64 kB (`too-large`), and what was cut off on its way. */
export async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const length = request.headers.get('content-length');
  if (Number(length) > bodyLimit) refuse('too-large');
  try {
    // No body is longer than it says. Read in one piece it takes a fraction of a stream's time.
    return length === null ? await readStream(request.body) : new Uint8Array(await request.arrayBuffer());
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    return refuse('invalid-body', { errors: [{ name: 'body', reason: 'cut-off' }] });
  }
}

async function readStream(stream: Request['body']): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream ?? []) {
    size += part.length;
    if (size > bodyLimit) refuse('too-large');
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/**
 * The bytes as JSON of a schema. Refuses what is none (`invalid-body`), naming the places at fault and never what stood
 * there.
 */
export function parseBody<Schema extends z.core.$ZodType>(schema: Schema, bytes: Uint8Array): z.output<Schema> {
  const result = z.safeParse(schema, readJson(bytes));
  if (!result.success) refuse('invalid-body', { errors: faultsOf(result.error).slice(0, 50).map(nameable) });
  return result.data;
}

/** A name that is none of ours may be what somebody typed. */
function nameable({ name, reason }: Faults[number]): Faults[number] {
  return { name: /^[A-Za-z0-9.]{1,100}$/.test(name) ? name : 'body', reason };
}

/** The `reason` stands for the parser's own message, which repeats what was sent. */
function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse('invalid-body', { errors: [{ name: 'body', reason: 'invalid_json' }] });
  }
}

/** The name-value pairs of a form that a browser sent without a script. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded'))
    refuse('invalid-body', { errors: [{ name: 'content-type', reason: 'invalid_value' }] });
  return new URLSearchParams(new TextDecoder().decode(await readBytes(request)));
}
