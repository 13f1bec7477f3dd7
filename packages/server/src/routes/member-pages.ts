import type { Hono, Context as HonoContext } from 'hono';
import type { Context } from '../context.ts';
import { answer } from '../http/read.ts';
import { confirm, lookAtConfirmation } from '../members/confirm.ts';
import { confirmPage } from '../pages/confirm.ts';
import { personHeaders } from '../pages/person-page.ts';

/** What links in mails lead to. Opening one changes nothing: scanners of mail open every link; only a press does. */
export function addMemberPageRoutes(app: Hono, { db, clock, settings, wakePostman }: Context): void {
  const { publicUrl } = settings;
  const headers = personHeaders(publicUrl);

  const show = (c: HonoContext, found: Parameters<typeof confirmPage>[0]) => {
    const { page, status } = confirmPage(found, c.req.query('lang'));
    return c.html(page, status, headers);
  };
  answer(app, '/confirm/:token', {
    GET: async (c) => show(c, await lookAtConfirmation(db, c.req.param('token'), clock())),
    POST: async (c) => {
      const found = await confirm(db, c.req.param('token'), { publicUrl, now: clock() });
      wakePostman();
      return show(c, found);
    },
  });
}
