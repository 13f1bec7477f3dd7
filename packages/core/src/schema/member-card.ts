import * as z from 'zod/mini';
import { keyIdPattern, largestMemberNumber, tierIdPattern } from '../card-statement.ts';
import { benefit } from './fanclub.ts';
import { localText } from './local-text.ts';
import { municipalityCode } from './municipality-code.ts';
import { day, listOf, matching, text, webUrl, whole } from './text.ts';

/** A member's own card, shown to shops. It holds a name: it is sent to the member alone and never kept on the way. */
export const memberCard = z.object({
  town: municipalityCode,
  townName: text(100),
  /** The title of the town's fan club. */
  title: localText(100),
  /** What members are called. */
  memberTitle: z.optional(localText(40)),
  /** Sequential within the town. */
  number: whole(1, largestMemberNumber),
  /** The name or nickname the member chose to show. */
  name: text(100),
  tier: z.optional(z.object({ id: matching(tierIdPattern), label: localText(60) })),
  /** The day of confirmation. */
  since: day,
  /** What the card brings. */
  benefits: listOf(benefit, 100),
  /** The last day it is good. */
  validUntil: day,
  /** What `readStatement` takes apart. */
  statement: matching(/^[A-Za-z0-9_-]{111,170}$/),
  /** Where a shop checks it, the statement behind `#`: what the QR code holds. */
  checkUrl: webUrl,
});
export type MemberCard = z.infer<typeof memberCard>;

const coordinate = matching(/^[A-Za-z0-9_-]{43}$/);

/** A public key by which cards are checked: a JSON Web Key (RFC 7517) for ECDSA P-256. */
export const cardKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
  kid: matching(keyIdPattern),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
});
export type CardKey = z.infer<typeof cardKey>;

/** The keys of a town, the newest first; none before its first card. Older ones stay for the cards they signed. */
export const cardKeySet = z.object({ keys: listOf(cardKey, 100) });
export type CardKeySet = z.infer<typeof cardKeySet>;
