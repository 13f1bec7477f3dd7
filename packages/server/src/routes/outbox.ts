import type { Hono, Context as Request } from 'hono';
import { clientAddress } from '../bots/client-address.ts';
import type { Context } from '../context.ts';
import { refuse } from '../http/problems.ts';
import { read } from '../http/read.ts';
import { listOutbox, readOutbox } from '../mail/outbox.ts';
import { outboxFolder } from '../mail/transport-for.ts';
import { noMailPage, outboxMailPage, outboxPage } from '../pages/outbox.ts';
import { personHeaders } from '../pages/person-page.ts';
import type { Settings } from '../settings.ts';

const loopbackName = /^(localhost|[a-z0-9-]+\.localhost|127(\.\d+){3}|\[::1\])$/;
const loopbackAddress = /^(127(\.\d+){3}|::1)$/;

/** True where mails are put into the folder and the page may show them to the machine itself. */
export function hasOutbox({ demo, smtpUrl, publicUrl }: Settings): boolean {
  return demo && smtpUrl === undefined && loopbackName.test(new URL(publicUrl).hostname);
}

/**
 * The mails of the folder, while developing only. They belong to those they were written to: everybody else, also one
 * who comes by a proxy on this machine or by a name that only leads to it, is told that there is nothing here.
 */
export function addOutboxRoutes(app: Hono, { settings }: Pick<Context, 'settings'>): void {
  if (!hasOutbox(settings)) return;
  const folder = outboxFolder(settings);
  const headers = personHeaders(settings.publicUrl);

  read(app, '/outbox', async (c) => {
    if (!isOwnMachine(c)) refuse('not-found');
    return c.html(outboxPage(await listOutbox(folder), folder, { lang: c.req.query('lang') }), 200, headers);
  });

  read(app, '/outbox/:key', async (c) => {
    if (!isOwnMachine(c)) refuse('not-found');
    const mail = await readOutbox(folder, c.req.param('key'));
    const options = { lang: c.req.query('lang') };
    return mail ? c.html(outboxMailPage(mail, options), 200, headers) : c.html(noMailPage(options), 404, headers);
  });
}

/** Asked from this machine, under a name of this machine, with nobody in between. */
function isOwnMachine(c: Request): boolean {
  const isDirect = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'].every((name) => !c.req.header(name));
  return isDirect && loopbackName.test(new URL(c.req.url).hostname) && loopbackAddress.test(clientAddress(c, 0) ?? '');
}
