import { type FieldFault, ProblemError } from '@kankei/core';
import type { Hono, Context as HonoContext } from 'hono';
import { makeNameCards } from '../card/name-cards/make-name-cards.ts';
import { NameCardError } from '../card/name-cards/name-card-error.ts';
import type { Context } from '../context.ts';
import { answer } from '../http/read.ts';
import { readForm } from '../http/read-body.ts';
import { changeMember, removeMember, setNewsletter, stay } from '../members/change.ts';
import { findMembership, findPendingEmail, type Membership } from '../members/member-store.ts';
import { readAnswers } from '../pages/form.ts';
import { type Doing, detailFields, doings, goneMemberPage, leavePage, leftPage, memberPage } from '../pages/member.ts';
import { nameCardsFailedPage } from '../pages/name-cards.ts';
import { askedLanguage, personHeaders } from '../pages/person-page.ts';
import type { Language } from '../pages/words.ts';
import { version } from '../version.ts';

/** A request for a member's page, with the member it is about. */
interface Asked {
  c: HonoContext;
  token: string;
  membership: Membership;
  language: Language;
}

type Work = (asked: Asked) => Promise<Response>;
type Press = (asked: Asked, sent: URLSearchParams) => Promise<Response>;

/** The page of one member and its forms: each does its work and leads back, so that a reload sends nothing again. */
export function addOwnPageRoutes(app: Hono, context: Context): void {
  const { db, clock, settings } = context;
  const headers = personHeaders(settings.publicUrl);

  const asked = (up: string, work: Work) => async (c: HonoContext) => {
    const token = c.req.param('token') ?? '';
    const membership = await findMembership(db, token, clock());
    const language = askedLanguage(c, membership?.member.language);
    return membership ? work({ c, token, membership, language }) : c.html(goneMemberPage(language, up), 404, headers);
  };

  answer(app, '/member/:token', {
    GET: asked('../', async ({ c, token, membership, language }) => {
      const pendingEmail = await findPendingEmail(db, membership.member.id, clock());
      const done = doings.find((doing) => doing === c.req.query('done'));
      return c.html(memberPage({ ...membership, token, language, pendingEmail, done, version }), 200, headers);
    }),
  });

  // To open the address of a form, say by a reload, leads back to the page.
  for (const [name, press] of Object.entries(makeForms(context, headers)))
    answer(app, `/member/:token/${name}`, {
      GET: asked('../../', async (one) => back(one, headers)),
      POST: asked('../../', async (one) => press(one, await readForm(one.c.req.raw))),
    });

  answer(app, '/member/:token/leave', {
    GET: asked('../../', async ({ c, token, membership, language }) =>
      c.html(leavePage({ ...membership, language, token }), 200, headers),
    ),
    POST: asked('../../', async ({ c, membership, language }) => {
      await removeMember(db, membership, { reason: 'left', now: clock() });
      context.wakePostman();
      return c.html(leftPage({ club: membership.club, language }), 200, headers);
    }),
  });
}

function back({ c, token, language }: Asked, headers: Record<string, string>, done?: Doing): Response {
  const search = `?lang=${language}${done ? `&done=${done}` : ''}`;
  return c.body(null, 303, { ...headers, location: `../${token}${search}` });
}

/** What the forms of the page do, by their names. */
function makeForms(context: Context, headers: Record<string, string>): Record<string, Press> {
  const { db, clock } = context;
  return {
    details: (one, sent) => correctDetails(context, one, sent, headers),
    async newsletter(one, sent) {
      const wanted = sent.get('wanted') === 'yes';
      await setNewsletter(db, one.membership.member.id, wanted, clock());
      return back(one, headers, wanted ? 'newsletter-on' : 'newsletter-off');
    },
    async stay(one) {
      await stay(db, one.membership.member.id, clock());
      return back(one, headers, 'stay');
    },
    'name-cards': (one, sent) => sendNameCards(context, one, sent.get('name') ?? '', headers),
  };
}

async function correctDetails(
  { db, clock, guard, settings, wakePostman }: Context,
  one: Asked,
  sent: URLSearchParams,
  headers: Record<string, string>,
): Promise<Response> {
  const { c, token, membership, language } = one;
  const { member } = membership;
  const answers = readAnswers(detailFields(membership), sent);
  const cardName = sent.get('cardName') ?? '';
  const { newsletter } = member.answers;
  const whole = { answers: { ...answers, ...(newsletter !== undefined && { newsletter }) }, cardName };
  const mayAsk = (address: string) => guard.newAddress({ town: member.town, member: member.id, address });
  const refuse = (faults: FieldFault[], wait?: number) =>
    memberPage({
      ...membership,
      token,
      language,
      refused: { answers, cardName, faults, wait },
      version,
      up: '../../',
    });
  try {
    const options = { publicUrl: settings.publicUrl, now: clock(), mayAsk };
    const faults = await changeMember(db, membership, whole, options);
    if (faults.length) return c.html(refuse(faults), 422, headers);
  } catch (error) {
    const wait = waitOf(error);
    return c.html(refuse([], wait), 429, { ...headers, 'retry-after': String(wait) });
  }
  wakePostman();
  return back(one, headers, 'details');
}

/** For how many seconds somebody who did too much is to wait; throws what says something else. */
function waitOf(error: unknown): number {
  const { code, retryAfter = 1 } = error instanceof ProblemError ? error.problem : {};
  if (code !== 'too-many-requests') throw error;
  return retryAfter;
}

async function sendNameCards(
  { guard, settings, clock }: Context,
  { c, token, membership, language }: Asked,
  name: string,
  headers: Record<string, string>,
): Promise<Response> {
  const { club, member } = membership;
  const introducerCode = member.introducer_code;
  try {
    await guard.nameCards(member.id);
    const sheet = await makeNameCards({ club, name, introducerCode, language, settings, now: clock() });
    const pdf = { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="name-cards.pdf"' };
    return c.body(sheet, 200, { ...headers, ...pdf });
  } catch (error) {
    if (error instanceof NameCardError)
      return c.html(nameCardsFailedPage({ club, language, token, why: error }), 422, headers);
    const retryAfter = waitOf(error);
    const wait = { ...headers, 'retry-after': String(retryAfter) };
    return c.html(nameCardsFailedPage({ club, language, token, why: { retryAfter } }), 429, wait);
  }
}
