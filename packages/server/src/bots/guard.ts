import type { ProofChallenge } from '@kankei/core';
import type { Context } from 'hono';
import { secretOf } from '../links/secret.ts';
import type { Database } from '../storage/database.ts';
import { clientAddress, networksOf } from './client-address.ts';
import { Limits } from './limits.ts';
import { checkProof, type Effort, type GoodProof, makeChallenge } from './proof.ts';
import { RecentCount } from './recent-count.ts';
import { spendProof } from './spend-proof.ts';

/**
 * The work of a challenge while little goes on, 2.7 million rounds on average: half a second on a desktop computer,
 * five or six on an old phone that takes 2 µs for a round. A form takes a minute to fill in.
 */
export const usualEffort: Effort = { cost: 5000, most: 1080 };

/** The last minutes tell how much goes on. Up to so many challenges and signups in them are usual. */
const lookBack = 5;
const usualCount = 30;
/** Challenges become so many times as hard, at most; more would keep people with old phones waiting. */
const hardest = 6;

export interface GuardOptions {
  db: Database;
  /** How many proxies of our own stand in front. */
  trustProxy: number;
  /** ms since 1970. */
  now: () => number;
  /** The work of a challenge while little goes on. */
  effort?: Effort;
}

/** What somebody sent to a town. */
export interface Submission {
  town: string;
  /** The request it came with. */
  request: Context;
  /** The mail address that will be written to, in the form in which addresses are compared; none where none will be. */
  address?: string | undefined;
  /** The solved challenge. */
  proof: string | undefined;
  /** The field that no person sees. */
  honeypot: string | undefined;
}

/** Keeps floods and simple machines away, without tracking anybody. */
export class Guard {
  readonly #options: Required<GuardOptions>;
  readonly #limits = new Limits();
  readonly #recent = new RecentCount(lookBack);
  #secret: Promise<Buffer> | undefined;

  constructor(options: GuardOptions) {
    this.#options = { effort: usualEffort, ...options };
  }

  /** A challenge for the town, harder the more goes on. Refuses (`too-many-requests`) who asks too often. */
  async challenge(town: string, request: Context): Promise<ProofChallenge> {
    const { effort, now } = this.#options;
    await this.#takeOf('challenge', request);
    const at = now();
    this.#recent.note(at);
    const factor = Math.min(hardest, Math.max(1, this.#recent.at(at) / usualCount));
    const terms = { town, secret: await this.#getSecret(), now: at };
    return makeChallenge(terms, { ...effort, most: Math.ceil(effort.most * factor) });
  }

  /**
   * Judges what was sent: gives the proof to be spent (`spendProof`) together with what is stored, or `bot` for what
   * filled the field that nobody sees; that is to be answered as if all were well, and nothing is to be stored. Refuses
   * with `proof-failed` or `too-many-requests`.
   */
  async check({ town, request, address, proof, honeypot }: Submission): Promise<GoodProof | 'bot'> {
    const { db, now } = this.#options;
    await this.#takeOf('signup', request);
    const good = await checkProof(proof, { town, secret: await this.#getSecret(), now: now() });
    // Behind the proof, so that locking somebody's address out costs work as well.
    if (address !== undefined) await this.#limits.take(['signup-address', `${town} ${address}`]);
    this.#recent.note(now());
    if (!honeypot) return good;
    await this.spend(db, good);
    return 'bot';
  }

  /** Counts a mail to a member's new address. Refuses (`too-many-requests`) too many for one, or to one address. */
  newAddress({ town, member, address }: { town: string; member: string; address: string }): Promise<void> {
    return this.#limits.take(['new-address', member], ['signup-address', `${town} ${address}`]);
  }

  /** Counts the name cards a member has made. Refuses (`too-many-requests`) who makes too many at once. */
  nameCards(member: string): Promise<void> {
    return this.#limits.take(['name-cards', member]);
  }

  /** Counts a question for suggestions. Refuses (`too-many-requests`) who asks too often. */
  matches(request: Context): Promise<void> {
    return this.#takeOf('matches', request);
  }

  /** Counts an attempt to open a staff desk, whatever comes of it. Refuses (`too-many-requests`) who tries too often. */
  staffSignIn(request: Context): Promise<void> {
    return this.#takeOf('staff-sign-in', request);
  }

  /** Spends a proof in the transaction of what it was sent for; refuses one that was spent before. */
  spend(db: Database, proof: GoodProof): Promise<void> {
    return spendProof(db, proof);
  }

  async #takeOf(what: 'challenge' | 'signup' | 'matches' | 'staff-sign-in', request: Context): Promise<void> {
    const address = clientAddress(request, this.#options.trustProxy);
    if (address === undefined) return;
    const [sender, network] = networksOf(address);
    await this.#limits.take([`${what}-network`, network], [`${what}-sender`, sender]);
  }

  #getSecret(): Promise<Buffer> {
    // What fails is asked for again.
    this.#secret ??= secretOf(this.#options.db, 'proof').catch((error: unknown) => {
      this.#secret = undefined;
      throw error;
    });
    return this.#secret;
  }
}
