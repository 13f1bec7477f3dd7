import { memberChange, routes, type SignupAccepted, signup as signupSchema } from '@kankei/core';
import type { Hono } from 'hono';
import { makeCard } from '../card/make-card.ts';
import type { Context } from '../context.ts';
import { refuse } from '../http/problems.ts';
import { answer, toPattern } from '../http/read.ts';
import { parseBody } from '../http/read-body.ts';
import { readCode } from '../http/read-request.ts';
import { changeMember, removeMember } from '../members/change.ts';
import { checkSignup } from '../members/check-signup.ts';
import { type Club, findClub, tierOf } from '../members/club.ts';
import { cardNameOf, findMembership, type Membership, toMember } from '../members/member-store.ts';
import { acceptSignup, signupPatience } from '../members/signup.ts';
import { findTown } from '../storage/town-store.ts';
import { faultsOfAnswers } from '../submissions/check-answers.ts';
import { readJsonBytes, take, unkept } from '../submissions/take.ts';

/** Joining a fan club, and what a member does with the token from a mail. */
export function addMemberRoutes(app: Hono, context: Context): void {
  const { db, clock, guard, settings, wakePostman } = context;
  const { publicUrl } = settings;

  answer(app, toPattern(routes.members), {
    POST: take(context, {
      schema: signupSchema,
      find: (c) => askClub(context, c.req.param('code') ?? ''),
      townOf: ({ town }) => town.code,
      check: (club, { sent, now }) => checkSignup(club, sent, now),
      async accept(transaction, signup, options): Promise<SignupAccepted> {
        await acceptSignup(transaction, signup, options);
        return { confirmBefore: new Date(options.now + signupPatience).toISOString() };
      },
    }),
  });

  const ask = (code: string, authorization: string | undefined) => askMember(context, code, authorization);

  answer(app, toPattern(routes.member), {
    GET: async (c) => {
      const membership = await ask(c.req.param('code'), c.req.header('authorization'));
      return c.body(JSON.stringify(await toMember(db, membership, clock())), 200, unkept);
    },
    PATCH: async (c) => {
      const code = c.req.param('code');
      const membership = await ask(code, c.req.header('authorization'));
      const change = parseBody(memberChange, await readJsonBytes(c.req.raw));
      const { town, id: member } = membership.member;
      const mayAsk = (address: string) => guard.newAddress({ town, member, address });
      const faults = await changeMember(db, membership, change, { publicUrl, now: clock(), mayAsk });
      if (faults.length) refuse('invalid-body', { errors: faultsOfAnswers(faults) });
      wakePostman();
      const changed = await ask(code, c.req.header('authorization'));
      return c.body(JSON.stringify(await toMember(db, changed, clock())), 200, unkept);
    },
    DELETE: async (c) => {
      const membership = await ask(c.req.param('code'), c.req.header('authorization'));
      await removeMember(db, membership, { reason: 'left', now: clock() });
      wakePostman();
      return c.body(null, 204, { 'cache-control': 'no-store' });
    },
  });

  answer(app, toPattern(routes.memberCard), {
    GET: async (c) => {
      const { club, member } = await ask(c.req.param('code'), c.req.header('authorization'));
      const { town, fanclub } = club;
      const { number, since, answers } = member;
      const shown = { number, name: cardNameOf(member), tier: tierOf(club, answers), since };
      const card = await makeCard({ db, town, fanclub, member: shown, publicUrl, now: clock() });
      return c.body(JSON.stringify(card), 200, unkept);
    },
  });
}

async function askClub({ db }: Context, text: string): Promise<Club> {
  const code = readCode(text);
  const club = await findClub(db, code);
  if (club) return club;
  return refuse((await findTown(db, code)) ? 'fanclub-not-found' : 'town-not-found', { detail: code });
}

/** The member whose token the request carries. */
async function askMember({ db, clock }: Context, code: string, authorization = ''): Promise<Membership> {
  const [, token = ''] = /^Bearer ([\w-]{43})$/i.exec(authorization) ?? [];
  const membership = await findMembership(db, token, clock());
  if (membership?.club.town.code !== readCode(code)) refuse('link-expired');
  return membership!;
}
