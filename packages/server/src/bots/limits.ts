import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { refuse } from '../http/problems.ts';

/** So often within so many seconds. */
interface Rule {
  times: number;
  seconds: number;
}

const tenMinutes = 600;
const hour = 3600;

/**
 * What one sender, one network and one mail address may do. Generous to networks: a whole office, and the thousands of
 * customers a mobile carrier puts behind one IPv4 address, look like one sender; the proof of work is what floods meet.
 * Strict to mail addresses: nobody shall be sent heaps of mail by somebody else's doing.
 */
const rules = {
  'challenge-sender': { times: 60, seconds: tenMinutes },
  'challenge-network': { times: 300, seconds: tenMinutes },
  'signup-sender': { times: 30, seconds: tenMinutes },
  'signup-network': { times: 100, seconds: tenMinutes },
  'signup-address': { times: 3, seconds: hour },
  /** Of one member, who may have mistyped; the address itself counts as that of a signup. */
  'new-address': { times: 5, seconds: hour },
  /** To draw them takes the server some tenths of a second. */
  'name-cards': { times: 20, seconds: tenMinutes },
  /** Suggestions come anew at each answer; to rank a few thousand programs takes the server some hundredths of a second. */
  'matches-sender': { times: 300, seconds: tenMinutes },
  'matches-network': { times: 3000, seconds: tenMinutes },
  'staff-sign-in-sender': { times: 10, seconds: tenMinutes },
  'staff-sign-in-network': { times: 50, seconds: tenMinutes },
} satisfies Record<string, Rule>;
export type LimitName = keyof typeof rules;

/**
 * Counts in memory, and forgets with the window of time and with a restart. Neither addresses nor mail addresses are in
 * it, only what a key of this process makes of them; nothing of it is written anywhere.
 */
export class Limits {
  readonly #key = createSecretKey(randomBytes(32));
  readonly #limiters = new Map<LimitName, RateLimiterMemory>();

  constructor() {
    for (const [name, { times, seconds }] of Object.entries(rules))
      this.#limiters.set(name as LimitName, new RateLimiterMemory({ points: times, duration: seconds }));
  }

  /**
   * Counts one more under each of the limits, the first first. Refuses with `too-many-requests` and the seconds until
   * the limit is free again; what comes after that limit is not counted.
   */
  async take(...asked: readonly (readonly [name: LimitName, what: string])[]): Promise<void> {
    for (const [name, what] of asked) {
      const key = createHmac('sha256', this.#key).update(what).digest('base64url');
      try {
        await this.#limiters.get(name)!.consume(key);
      } catch (error) {
        if (error instanceof Error) throw error;
        const { msBeforeNext } = error as RateLimiterRes;
        refuse('too-many-requests', { retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1000)) });
      }
    }
  }
}
