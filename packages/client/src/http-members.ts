import { cardKeySet, fanclub, memberCard, proofChallenge, routePath, signupAccepted } from '@kankei/core';
import { fanclubAddress } from './addresses.ts';
import type { MemberBackend } from './backend.ts';
import type { Server } from './http-backend.ts';
import { under } from './http-links.ts';
import { postalLookup } from './postal.ts';
import { memberToken, townCode } from './question.ts';
import { sendOnce } from './send-once.ts';

/** The part of `httpBackend` for fan clubs. */
export function httpMembers(server: Server): MemberBackend {
  const { base, options, ask } = server;
  const of = (route: 'proof' | 'members' | 'memberCard' | 'cardKey', code: string) =>
    under(base, routePath(route, { code: townCode(code) }));
  return {
    proof: async (code, more) => ask(proofChallenge, of('proof', code), more),
    postal: postalLookup((prefix) => under(base, routePath('postal', { prefix })), options),
    fanclub: async (code, more) => ask(fanclub, fanclubAddress(base, townCode(code)), more),
    join: async (code, signup, more) => sendOnce(server, signupAccepted, of('members', code), signup, more),
    async memberCard(code, token, more) {
      const headers = { authorization: `Bearer ${memberToken(token)}` };
      return ask(memberCard, of('memberCard', code), more, { headers, cache: 'no-store' });
    },
    cardKeys: async (code, more) => (await ask(cardKeySet, of('cardKey', code), more, { cache: 'no-cache' })).keys,
  };
}
