import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/**
 * The token of a link that ends newsletters: it names the member and is signed, so nothing is stored and it never
 * expires. `memberId` must say nothing of the person; at most 100 characters.
 */
export function signUnsubscribe(secret: Buffer | KeyObject, memberId: string): string {
  const signature = createHmac('sha256', secret).update(`unsubscribe ${memberId}`).digest('base64url');
  return `${Buffer.from(memberId).toString('base64url')}.${signature}`;
}

/** The member a token names; undefined when it is not, to the letter, one that we signed. */
export function readUnsubscribe(secret: Buffer | KeyObject, token: string): string | undefined {
  if (!/^[\w-]{1,540}\.[\w-]{43}$/.test(token)) return undefined;
  const memberId = Buffer.from(token.split('.')[0]!, 'base64url').toString();
  const [given, signed] = [token, signUnsubscribe(secret, memberId)].map((text) => Buffer.from(text));
  return given!.length === signed!.length && timingSafeEqual(given!, signed!) ? memberId : undefined;
}
