import { ProblemError } from '@kankei/core';
import type { Hono, Context as HonoContext } from 'hono';
import { makeNameCards } from '../card/name-cards/make-name-cards.ts';
import { NameCardError } from '../card/name-cards/name-card-error.ts';
import type { Context } from '../context.ts';
import { answer } from '../http/read.ts';
import { readForm } from '../http/read-body.ts';
import { readUnsubscribe } from '../links/unsubscribe.ts';
import { changeMember, removeMember, setNewsletter, stay, unsubscribe } from '../members/change.ts';
import { confirm, lookAtConfirmation } from '../members/confirm.ts';
import { unsubscribeSecret } from '../members/letters.ts';
import { findMembership, findPendingEmail, type Membership } from '../members/member-store.ts';
import { confirmPage } from '../pages/confirm.ts';
import { readAnswers } from '../pages/form.ts';
import { type Doing, detailFields, doings, goneMemberPage, leavePage, leftPage, memberPage } from '../pages/member.ts';
import { nameCardsFailedPage } from '../pages/name-cards.ts';
import { personHeaders } from '../pages/person-page.ts';
import { unsubscribePage } from '../pages/unsubscribe.ts';
import { type Language, readLanguage } from '../pages/words.ts';
import { version } from '../version.ts';

/** What links in mails lead to. Opening one changes nothing: scanners of mail open every link; only a press does. */
export function addMemberPageRoutes(app: Hono, context: Context): void {
  addConfirmRoutes(app, context);
  addUnsubscribeRoutes(app, context);
  addOwnPageRoutes(app, context);
}

/** The language of a page that is about nobody we know: the one chosen, else the browser's. */
function languageOf(c: HonoContext): Language {
  return readLanguage(c.req.query('lang') ?? /^en\b/i.exec(c.req.header('accept-language') ?? '')?.[0].toLowerCase());
}

function addConfirmRoutes(app: Hono, { db, clock, settings, wakePostman, writes }: Context): void {
  const { publicUrl } = settings;
  const headers = personHeaders(publicUrl);
  const show = (c: HonoContext, found: Parameters<typeof confirmPage>[0]) => {
    const { page, status } = confirmPage(found, c.req.query('lang'));
    return c.html(page, status, headers);
  };
  answer(app, '/confirm/:token', {
    GET: async (c) => show(c, await lookAtConfirmation(db, c.req.param('token'), clock())),
    POST: async (c) => {
      const token = c.req.param('token');
      const found = await writes.run((transaction) => confirm(transaction, token, { publicUrl, now: clock() }));
      wakePostman();
      return show(c, found);
    },
  });
}

function addUnsubscribeRoutes(app: Hono, { db, clock, settings }: Context): void {
  const headers = personHeaders(settings.publicUrl);
  const read = async (token: string) => readUnsubscribe(await unsubscribeSecret(db), token);
  answer(app, '/unsubscribe/:token', {
    GET: async (c) => {
      const id = await read(c.req.param('token'));
      const page = unsubscribePage(languageOf(c), id === undefined ? 'gone' : 'open');
      return c.html(page, id === undefined ? 404 : 200, headers);
    },
    // A mail program presses the button as well (RFC 8058): nothing in the body is needed.
    POST: async (c) => {
      const id = await read(c.req.param('token'));
      if (id !== undefined) await unsubscribe(db, id, clock());
      const page = unsubscribePage(languageOf(c), id === undefined ? 'gone' : 'done');
      return c.html(page, id === undefined ? 404 : 200, headers);
    },
  });
}

/** A request for a member's page, with the member it is about. */
interface Asked {
  c: HonoContext;
  token: string;
  membership: Membership;
  language: Language;
}

/** The page of one member and its forms: each does its work and leads back, so that a reload sends nothing again. */
function addOwnPageRoutes(app: Hono, context: Context): void {
  const { db, clock, settings, wakePostman } = context;
  const { publicUrl } = settings;
  const headers = personHeaders(publicUrl);

  const asked = (up: string, work: (asked: Asked) => Promise<Response>) => async (c: HonoContext) => {
    const token = c.req.param('token') ?? '';
    const membership = await findMembership(db, token, clock());
    const own = c.req.query('lang') ?? membership?.member.language.split('-')[0];
    const language = own === undefined ? languageOf(c) : readLanguage(own);
    return membership ? work({ c, token, membership, language }) : c.html(goneMemberPage(language, up), 404, headers);
  };
  const back = ({ c, token, language }: Asked, done?: Doing) =>
    c.body(null, 303, { ...headers, location: `../${token}?lang=${language}${done ? `&done=${done}` : ''}` });
  /** A form below the page. To open its address, say by a reload, leads back to the page. */
  const form = (name: string, work: (asked: Asked, sent: URLSearchParams) => Promise<Response>) =>
    answer(app, `/member/:token/${name}`, {
      GET: asked('../../', async (one) => back(one)),
      POST: asked('../../', async (one) => work(one, await readForm(one.c.req.raw))),
    });

  answer(app, '/member/:token', {
    GET: asked('../', async ({ c, token, membership, language }) => {
      const pendingEmail = await findPendingEmail(db, membership.member.id, clock());
      const done = doings.find((doing) => doing === c.req.query('done'));
      return c.html(memberPage({ ...membership, token, language, pendingEmail, done, version }), 200, headers);
    }),
  });

  form('details', async (one, sent) => {
    const { c, token, membership, language } = one;
    const { newsletter } = membership.member.answers;
    const answers = readAnswers(detailFields(membership), sent);
    const cardName = sent.get('cardName') ?? '';
    const whole = { answers: { ...answers, ...(newsletter !== undefined && { newsletter }) }, cardName };
    const faults = await changeMember(db, membership, whole, { publicUrl, now: clock() });
    const refused = { answers, cardName, faults };
    if (faults.length)
      return c.html(memberPage({ ...membership, token, language, refused, version, up: '../../' }), 422, headers);
    wakePostman();
    return back(one, 'details');
  });

  form('newsletter', async (one, sent) => {
    const wanted = sent.get('wanted') === 'yes';
    await setNewsletter(db, one.membership.member.id, wanted, clock());
    return back(one, wanted ? 'newsletter-on' : 'newsletter-off');
  });

  form('name-cards', async ({ c, token, membership, language }, sent) => {
    const { club, member } = membership;
    const name = sent.get('name') ?? '';
    const introducerCode = member.introducer_code;
    try {
      await context.guard.nameCards(member.id);
      const sheet = await makeNameCards({ club, name, introducerCode, language, settings, now: clock() });
      const pdf = { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="name-cards.pdf"' };
      return c.body(sheet, 200, { ...headers, ...pdf });
    } catch (error) {
      if (error instanceof NameCardError)
        return c.html(nameCardsFailedPage({ club, language, token, why: error }), 422, headers);
      const { code, retryAfter = 1 } = error instanceof ProblemError ? error.problem : {};
      if (code !== 'too-many-requests') throw error;
      const wait = { ...headers, 'retry-after': String(retryAfter) };
      return c.html(nameCardsFailedPage({ club, language, token, why: { retryAfter } }), 429, wait);
    }
  });

  form('stay', async (one) => {
    await stay(db, one.membership.member.id, clock());
    return back(one, 'stay');
  });

  answer(app, '/member/:token/leave', {
    GET: asked('../../', async ({ c, token, membership, language }) =>
      c.html(leavePage({ ...membership, language, token }), 200, headers),
    ),
    POST: asked('../../', async ({ c, membership, language }) => {
      await removeMember(db, membership, { reason: 'left', now: clock() });
      wakePostman();
      return c.html(leftPage({ club: membership.club, language }), 200, headers);
    }),
  });
}
