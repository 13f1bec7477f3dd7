import { cardKeySet, fanclub, memberCard, proofChallenge, routePath, signupAccepted } from '@kankei/core';
import { fanclubAddress } from './addresses.ts';
import type { MemberBackend } from './backend.ts';
import { send } from './get.ts';
import type { Server } from './http-backend.ts';
import { under } from './http-links.ts';
import { postalLookup } from './postal.ts';
import { memberToken, townCode } from './question.ts';

/** Milliseconds for something that is sent, its repetitions included. */
const sendTimeout = 30_000;

/** The part of `httpBackend` for fan clubs. */
export function httpMembers({ base, options, answer, ask }: Server): MemberBackend {
  const of = (route: 'proof' | 'members' | 'memberCard' | 'cardKey', code: string) =>
    under(base, routePath(route, { code: townCode(code) }));
  return {
    proof: async (code, more) => ask(proofChallenge, of('proof', code), more),
    postal: postalLookup((prefix) => under(base, routePath('postal', { prefix })), options),
    fanclub: async (code, more) => ask(fanclub, fanclubAddress(base, townCode(code)), more),
    async join(code, signup, { key, signal }) {
      const address = of('members', code);
      const sending = send(address, {
        ...options,
        timeout: options.timeout ?? sendTimeout,
        signal,
        json: signup,
        headers: { 'idempotency-key': key },
        repeatable: true,
      });
      return answer(signupAccepted, address, sending);
    },
    async memberCard(code, token, more) {
      const headers = { authorization: `Bearer ${memberToken(token)}` };
      return ask(memberCard, of('memberCard', code), more, { headers, cache: 'no-store' });
    },
    cardKeys: async (code, more) => (await ask(cardKeySet, of('cardKey', code), more, { cache: 'no-cache' })).keys,
  };
}
