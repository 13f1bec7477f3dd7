import { type MemberCard, readStatement } from '@kankei/core';

/** The Cache storage that holds cards for when there is no network. */
const storage = 'kankei-cards';

export interface KeptCard {
  card: MemberCard;
  /** When it was received, ms since 1970. */
  at: number;
}

/**
 * Under what a card is kept: an address of the page's own origin that nobody ever asks for. It holds no token, and who
 * has not got the token cannot tell the address.
 */
async function addressOf(token: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)));
  const name = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${location.origin}/kankei-card/${name}`;
}

/** Keeps a card on this device. False where the browser keeps nothing (no https, a private window, no room). */
export async function keepCard(token: string, card: MemberCard, at: number): Promise<boolean> {
  try {
    const cache = await caches.open(storage);
    await cache.put(await addressOf(token), new Response(JSON.stringify({ card, at } satisfies KeptCard)));
    return true;
  } catch {
    return false;
  }
}

/** The card kept for a token. */
export async function keptCard(token: string): Promise<KeptCard | undefined> {
  try {
    const cache = await caches.open(storage);
    const kept: KeptCard | undefined = await (await cache.match(await addressOf(token)))?.json();
    return kept && readStatement(kept.card.statement) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Removes the card of a token, or without one every card, from this device. */
export async function forgetCards(token?: string): Promise<void> {
  try {
    if (token === undefined) await caches.delete(storage);
    else await (await caches.open(storage)).delete(await addressOf(token));
  } catch {}
}
