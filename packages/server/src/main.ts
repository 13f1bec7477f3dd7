// Starts the reference server: npm start, or `kankei serve`.
import { once } from 'node:events';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Town } from '@kankei/core';
import { createApp } from './app.ts';
import { explain } from './cli/failure.ts';
import { demoTown } from './demo/index.ts';
import { startHousekeeping } from './housekeeping.ts';
import { answerUnreadable } from './http/unreadable-request.ts';
import { keepDemo } from './keep-demo.ts';
import { startPostman } from './mail/postman.ts';
import { outboxFolder, transportFor } from './mail/transport-for.ts';
import { hasOutbox } from './routes/outbox.ts';
import { readSettings, type Settings } from './settings.ts';
import { makeFirstStaffToken } from './staff/staff-token.ts';
import { databaseName, openDatabase } from './storage/database.ts';
import { allTowns } from './storage/town-store.ts';

/** How long requests that are under way may take when the server is asked to stop, in ms. */
const patience = 10_000;

async function start(settings: Settings): Promise<void> {
  const db = await openDatabase(join(settings.data, databaseName));
  const endDemo = await keepDemo(db, settings);
  const endHousekeeping = startHousekeeping(db, settings);
  const postman = startPostman({ db, transport: transportFor(settings), sender: settings.mailFrom });
  const { fetch } = createApp({ db, settings, wakePostman: () => void postman.wake() });
  const server = serve({ fetch, port: settings.port, hostname: settings.host });
  server.on('clientError', answerUnreadable);
  await once(server, 'listening');
  const staffToken = settings.demo ? await makeFirstStaffToken(db, demoTown.code, Date.now()) : undefined;
  console.log(greeting(settings, await allTowns(db), staffToken));

  const stop = async () => {
    endDemo();
    endHousekeeping();
    const closed = once(server, 'close');
    server.close();
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => process.exit(0), patience).unref();
    await Promise.all([closed, postman.stop()]);
    await db.destroy();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

/** So many towns are named at the start; the page itself leads to all of them. */
const shownTowns = 5;

/** `staffToken`: the key to the made-up town's desk, at the very first start. */
function greeting(settings: Settings, towns: Town[], staffToken: string | undefined): string {
  const { publicUrl, data } = settings;
  const pages = towns.slice(0, shownTowns).map(({ code, name }) => `  ${publicUrl}/?town=${code}  ${name}`);
  return [
    '',
    '町のページ',
    `  ${publicUrl}/`,
    ...pages,
    ...(towns.length > shownTowns ? [`  ほか ${towns.length - shownTowns} 町`] : []),
    '',
    `担当者の画面 ${publicUrl}/staff`,
    ...(staffToken ? [`  ${demoTown.name}のキー（いちどしか表示しません）：${staffToken}`] : []),
    ...mailLines(settings),
    `API の仕様   ${publicUrl}/openapi.json`,
    `データ       ${data}`,
    '',
    '町の CSV を入れるには：npm run -s kankei -- import ファイル --town 市区町村コード',
    '止めるには：Ctrl+C',
    '',
  ].join('\n');
}

/** Where mails are, as long as they reach nobody. */
function mailLines(settings: Settings): string[] {
  if (settings.smtpUrl) return [];
  if (hasOutbox(settings)) return [`送ったメール ${settings.publicUrl}/outbox`];
  return [`送ったメール ${outboxFolder(settings)}（KANKEI_SMTP_URL がないので、どこにも届きません）`];
}

/** What keeps the server from starting, in words; with its stack when it was not foreseen. */
function complaint(error: unknown, port: number | undefined): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `ポート ${port} はほかのプログラムが使っています。それを止めるか、PORT=8788 npm start のように別のポートを指定してください。`;
  if (code === 'EACCES' && (error as NodeJS.ErrnoException).syscall === 'listen')
    return `ポート ${port} を使う権限がありません。1024 以上の番号を PORT に指定してください。`;
  return explain(error)?.message ?? String(error instanceof Error ? error.stack : error);
}

let settings: Settings | undefined;
try {
  settings = readSettings();
  await start(settings);
} catch (error) {
  console.error(complaint(error, settings?.port));
  process.exit(1);
}
