import type { Hono, Context as HonoContext } from 'hono';
import type { Context } from '../context.ts';
import { answer } from '../http/read.ts';
import { readUnsubscribe } from '../links/unsubscribe.ts';
import { unsubscribe } from '../members/change.ts';
import { type Confirmation, confirm, lookAtConfirmation } from '../members/confirm.ts';
import { unsubscribeSecret } from '../members/letters.ts';
import { confirmPage } from '../pages/confirm.ts';
import { askedLanguage, personHeaders } from '../pages/person-page.ts';
import { unsubscribePage } from '../pages/unsubscribe.ts';
import { addOwnPageRoutes } from './own-page.ts';

/** What links in mails lead to. Opening one changes nothing: scanners of mail open every link; only a press does. */
export function addMemberPageRoutes(app: Hono, context: Context): void {
  addConfirmRoutes(app, context);
  addUnsubscribeRoutes(app, context);
  addOwnPageRoutes(app, context);
}

function addConfirmRoutes(app: Hono, { db, clock, settings, wakePostman, writes }: Context): void {
  const { publicUrl } = settings;
  const headers = personHeaders(publicUrl);
  const show = (c: HonoContext, found: Confirmation) => {
    const language = askedLanguage(c, 'language' in found ? found.language : undefined);
    const { page, status } = confirmPage(found, language);
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
  const show = (c: HonoContext, state: 'open' | 'done' | 'gone') =>
    c.html(unsubscribePage(askedLanguage(c), state), state === 'gone' ? 404 : 200, headers);
  answer(app, '/unsubscribe/:token', {
    GET: async (c) => show(c, (await read(c.req.param('token'))) === undefined ? 'gone' : 'open'),
    // A mail program presses the button as well (RFC 8058): nothing in the body is needed.
    POST: async (c) => {
      const id = await read(c.req.param('token'));
      if (id === undefined) return show(c, 'gone');
      await unsubscribe(db, id, clock());
      return show(c, 'done');
    },
  });
}
