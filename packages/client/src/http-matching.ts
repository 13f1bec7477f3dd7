import {
  applicationReceived,
  interestCounted,
  matching,
  readMatches,
  received,
  recruitment,
  routePath,
  unreadMatches,
} from '@kankei/core';
import type { MatchingBackend } from './backend.ts';
import { send } from './get.ts';
import type { Server } from './http-backend.ts';
import { under } from './http-links.ts';
import { askedId, townCode, townCodes } from './question.ts';
import { sendOnce } from './send-once.ts';

/** The part of `httpBackend` for matching. */
export function httpMatching(server: Server): MatchingBackend {
  const { base, options, ask, answer } = server;
  const of = (route: 'matching' | 'needs' | 'enquiries', code: string) =>
    under(base, routePath(route, { code: townCode(code) }));
  const ofProgram = (route: 'recruitment' | 'interests' | 'applications', code: string, id: string) =>
    under(base, routePath(route, { code: townCode(code), id: askedId(id) }));
  return {
    matching: async (code, more) => ask(matching, of('matching', code), more),
    async matches(codes, question, { signal } = {}) {
      const address = under(base, routePath('matches', { codes: townCodes(codes).join() }));
      // A question like any other; it is only too long, and too much one's own, for an address.
      const asking = send(address, { ...options, signal, json: question, repeatable: true });
      return readMatches(await answer(unreadMatches, address, asking));
    },
    recruitment: async (code, id, more) =>
      ask(recruitment, ofProgram('recruitment', code, id), more, { cache: 'no-cache' }),
    showInterest: async (code, id, interest, more) =>
      sendOnce(server, interestCounted, ofProgram('interests', code, id), interest, more),
    apply: async (code, id, application, more) =>
      sendOnce(server, applicationReceived, ofProgram('applications', code, id), application, more),
    sendNeed: async (code, need, more) => sendOnce(server, received, of('needs', code), need, more),
    enquire: async (code, enquiry, more) => sendOnce(server, received, of('enquiries', code), enquiry, more),
  };
}
