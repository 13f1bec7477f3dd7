import type { Backend } from '@kankei/client';
import { type CardKey, type CardStatement, isStatementCurrent, readStatement } from '@kankei/core';
import { toProblem } from '../internal/problem.ts';
import type { Verdict } from '../strings/card.ts';
import { type KnownTown, knownTown, rememberTown } from './known-towns.ts';

/** What came of a check. What a card states is told only where its town has signed it. */
export type Finding =
  | { verdict: Extract<Verdict, 'valid' | 'expired'>; statement: CardStatement; town: KnownTown }
  | { verdict: Extract<Verdict, 'forged'> }
  | { verdict: Extract<Verdict, 'unknown'>; reason: 'offline' | 'no-town' | 'insecure' };

export interface CheckOptions {
  backend: Backend;
  signal: AbortSignal;
  /** ms since 1970. */
  now: number;
}

/** The statement in what was scanned, typed or pasted: alone or as an address, with any white space, in any width. */
export function statementIn(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return plain.slice(plain.lastIndexOf('#') + 1);
}

/**
 * Checks a statement. The keys this device remembers decide at once; only a key that is not among them is asked for.
 * Rejects with the signal's reason and with nothing else.
 */
export async function checkCard(text: string, { backend, signal, now }: CheckOptions): Promise<Finding> {
  const statement = readStatement(text);
  if (!statement) return { verdict: 'forged' };
  // Browsers check signatures on pages by https and on localhost only.
  if (!globalThis.crypto?.subtle) return { verdict: 'unknown', reason: 'insecure' };
  const { keyId, tier } = statement;
  const keyOf = (town: KnownTown | undefined) => town?.keys.find((key) => key?.kid === keyId);
  let town = knownTown(statement.town);
  if (!keyOf(town) || (tier && !town?.tiers[tier]))
    try {
      town = await learnTown(statement.town, backend, signal, { tiers: tier !== undefined });
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      const { code } = toProblem(error);
      const isElsewhere = code === 'town-not-found' || code === 'not-found';
      if (!keyOf(town)) return { verdict: 'unknown', reason: isElsewhere ? 'no-town' : 'offline' };
    }
  const key = keyOf(town);
  if (!town || !key || !(await isSigned(statement, key))) return { verdict: 'forged' };
  return { verdict: isStatementCurrent(statement, now) ? 'valid' : 'expired', statement, town };
}

/**
 * Asks for the keys of a town and for the words that make a result readable, and remembers them. The words may be
 * missing; `tiers` says whether those of tiers are wanted.
 */
export async function learnTown(
  code: string,
  backend: Backend,
  signal: AbortSignal,
  wanted: { tiers: boolean },
): Promise<KnownTown> {
  const missing = () => undefined;
  const [keys, town, fanclub] = await Promise.all([
    backend.cardKeys(code, { signal }),
    backend.town(code, { signal }).catch(missing),
    wanted.tiers ? backend.fanclub(code, { signal }).catch(missing) : undefined,
  ]);
  const tiers = Object.fromEntries((fanclub?.tiers ?? []).map(({ id, label }) => [id, label]));
  const known = { keys, name: town?.name, tiers };
  rememberTown(code, known);
  return known;
}

async function isSigned({ signature, signed }: CardStatement, key: CardKey): Promise<boolean> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const { kty, crv, x, y } = key;
  try {
    const imported = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithm, false, ['verify']);
    return await crypto.subtle.verify(algorithm, imported, signature, signed);
  } catch {
    return false;
  }
}
