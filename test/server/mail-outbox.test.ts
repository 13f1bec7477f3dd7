import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayLength } from '@kankei/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeMail } from '../../packages/server/src/mail/compose.ts';
import { folderTransport } from '../../packages/server/src/mail/folder-transport.ts';
import { checkMail } from '../../packages/server/src/mail/mail.ts';
import { pruneOutbox } from '../../packages/server/src/mail/outbox.ts';
import { now } from '../fixtures/programs.ts';
import { makeMail, sender } from './mail-world.ts';
import { makeServer, type ServerWorld } from './world.ts';

const loopback = 'http://localhost:8787';

let data: string;
let server: ServerWorld;
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'kankei-outbox-'));
  server = await open();
});
afterEach(async () => {
  await server.db.destroy();
  rmSync(data, { recursive: true });
});

const open = (more: Record<string, string> = {}) =>
  makeServer({ KANKEI_DATA: data, KANKEI_PUBLIC_URL: loopback, KANKEI_DEMO: 'on', ...more });

interface Asking {
  from?: string | undefined;
  base?: string;
  headers?: Record<string, string>;
}

/** Asks as a browser on some machine does. */
async function ask(path: string, { from = '127.0.0.1', base = loopback, headers = {} }: Asking = {}) {
  const env = { incoming: { socket: { remoteAddress: from } } };
  return server.app.request(base + path, { headers }, env);
}

/** Puts a mail into the folder, as long ago as is said (ms). */
async function put(mail: Parameters<typeof makeMail>[0], ago = 0): Promise<void> {
  const composed = await composeMail(checkMail(makeMail(mail)), now, sender);
  await folderTransport(join(data, 'outbox')).send(composed, new AbortController().signal);
  const at = (now - ago) / 1000;
  utimesSync(join(data, 'outbox', `${composed.key}.eml`), at, at);
}

describe('the page of sent mails', () => {
  it('says so when there are none, in both languages', async () => {
    const page = await ask('/outbox');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('まだ、メールはありません。');
    expect(await (await ask('/outbox?lang=en')).text()).toContain('There are no e-mails yet.');
  });

  it('lists them, newest first, each leading to its own page', async () => {
    await put({ key: 'old', subject: 'さき' }, 60_000);
    await put({ key: 'new', subject: 'あと' });
    await put({ key: 'middle', subject: 'なか' }, 30_000);
    const html = await (await ask('/outbox')).text();
    const links = [...html.matchAll(/<a href="(outbox\/[^"]+)">([^<]+)<\/a>/g)].map(([, href, text]) => [href, text]);
    expect(links).toEqual([
      ['outbox/new', 'あと'],
      ['outbox/middle', 'なか'],
      ['outbox/old', 'さき'],
    ]);
    expect(html).toContain('2026年11月21日 12:00:00');
  });

  it('shows a mail as text, with links that lead where they say', async () => {
    await put({
      parts: ['こんにちは。', 'http://localhost:8787/confirm/a-B_c\n（http://localhost:8787/?a=1&b=2）です。'],
    });
    const page = await ask('/outbox/confirm-1');
    const html = await page.text();
    const url = 'http://localhost:8787/confirm/a-B_c';
    expect(html).toContain(
      `こんにちは。\n\n<a href="${url}">${url}</a>\n（<a href="http://localhost:8787/?a=1&amp;b=2">`,
    );
    expect(html).toContain('むすび野町ファンクラブ &lt;fan@example.jp&gt;');
    expect(html).toContain('hana@example.jp');
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-robots-tag': 'noindex, nofollow',
    });
  });

  it('runs nothing that a mail says', async () => {
    const bad = '<script>alert(1)</script><img src=x onerror=alert(1)>" onclick="x';
    await put({ key: 'bad', subject: bad, from: bad, parts: [`${bad}\nhttps://evil.example/"onmouseover="alert(1)`] });
    for (const path of ['/outbox', '/outbox/bad']) {
      const html = await (await ask(path)).text();
      expect(html).not.toMatch(/<script>|<img|" on\w+=/);
      expect(html).toContain('&lt;script&gt;');
    }
  });

  it('says that a mail is not there, whatever was asked for', async () => {
    writeFileSync(join(data, 'secret.eml'), 'Subject: secret\r\n\r\nsecret');
    for (const key of ['none', '..%2Fsecret', '%2e%2e%2fsecret', '.', 'A', '%00', 'x'.repeat(5000)]) {
      const page = await ask(`/outbox/${key}`);
      expect(page.status, key).toBe(404);
      expect(await page.text()).not.toContain('Subject: secret');
    }
  });

  it('passes over files that are no mails of ours', async () => {
    await put({});
    writeFileSync(join(data, 'outbox', 'confirm-2.eml.part'), 'half');
    writeFileSync(join(data, 'outbox', 'Notes.eml'), 'half');
    writeFileSync(join(data, 'outbox', 'empty.eml'), '');
    const html = await (await ask('/outbox')).text();
    expect([...html.matchAll(/href="outbox\/([^"]+)"/g)].map(([, key]) => key).toSorted()).toEqual([
      'confirm-1',
      'empty',
    ]);
  });
});

describe('nobody else sees the page of sent mails', () => {
  beforeEach(() => put({}));

  it.each<[string, Asking]>([
    ['another machine', { from: '192.0.2.7' }],
    ['another machine that names itself as this one', { from: '192.0.2.7', headers: { host: 'localhost:8787' } }],
    ['a name that only leads to this machine', { base: 'http://rebound.example:8787' }],
    ['a proxy on this machine', { headers: { 'x-forwarded-for': '192.0.2.7' } }],
    ['a proxy that names what it stands for', { headers: { forwarded: 'for=192.0.2.7' } }],
  ])('%s', async (_who, asking) => {
    expect((await ask('/outbox')).status).toBe(200);
    for (const path of ['/outbox', '/outbox/confirm-1']) {
      const answer = await ask(path, asking);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('hana');
    }
  });

  it('where no address can be told', async () => {
    expect((await server.app.request(`${loopback}/outbox`)).status).toBe(404);
  });

  it.each<[string, Record<string, string>]>([
    ['a mail server', { KANKEI_SMTP_URL: 'smtp://127.0.0.1', KANKEI_MAIL_FROM: 'fan@example.jp' }],
    ['real towns only', { KANKEI_DEMO: 'off' }],
    ['an address of its own', { KANKEI_PUBLIC_URL: 'https://kankei.example.jp' }],
  ])('nor anybody at all when the server has %s', async (_what, more) => {
    await server.db.destroy();
    server = await open(more);
    expect((await ask('/outbox')).status).toBe(404);
    expect((await ask('/outbox/confirm-1')).status).toBe(404);
  });

  it('but the machine itself, by each of its names and addresses', async () => {
    for (const from of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      for (const base of [loopback, 'http://127.0.0.1:8787', 'http://[::1]:8787', 'http://kankei.localhost:8787'])
        expect((await ask('/outbox', { from, base })).status, `${from} ${base}`).toBe(200);
  });
});

describe('the folder of sent mails', () => {
  it('keeps them for a month, and leaves alone what is no mail', async () => {
    await put({ key: 'old' }, 30 * dayLength + 1000);
    await put({ key: 'new' }, 30 * dayLength - 1000);
    const folder = join(data, 'outbox');
    for (const name of ['note.txt', 'half.eml.part']) {
      writeFileSync(join(folder, name), '');
      utimesSync(join(folder, name), 0, 0);
    }
    await pruneOutbox(folder, now);
    expect(readdirSync(folder).toSorted()).toEqual(['new.eml', 'note.txt']);
    await expect(pruneOutbox(join(data, 'none'), now)).resolves.toBeUndefined();
  });
});
