// Starts the reference server: npm start, or `kankei serve`.
import { once } from 'node:events';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import { answerUnreadable } from './http/unreadable-request.ts';
import { keepDemo } from './keep-demo.ts';
import { readSettings, type Settings, SettingsError } from './settings.ts';
import { databaseName, openDatabase } from './storage/database.ts';

/** How long requests that are under way may take when the server is asked to stop, in ms. */
const patience = 10_000;

async function start(settings: Settings): Promise<void> {
  const db = await openDatabase(join(settings.data, databaseName));
  const endDemo = await keepDemo(db, settings);
  const { fetch } = createApp({ db, settings });
  const server = serve({ fetch, port: settings.port, hostname: settings.host });
  server.on('clientError', answerUnreadable);
  await once(server, 'listening');
  console.log(greeting(settings));

  const stop = async () => {
    endDemo();
    const closed = once(server, 'close');
    server.close();
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => process.exit(0), patience).unref();
    await closed;
    await db.destroy();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

function greeting({ publicUrl, data, demo }: Settings): string {
  return [
    '',
    `  町のページ      ${publicUrl}/${demo ? '（見本：むすび野町）' : ''}`,
    `  ほかの町        ${publicUrl}/?town=市区町村コード`,
    `  APIの仕様       ${publicUrl}/openapi.json`,
    `  データ          ${data}`,
    '',
    '  町のCSVを入れる：npm run -s kankei -- import ファイル --town 市区町村コード',
    '  止めるには Ctrl+C を押してください。',
    '',
  ].join('\n');
}

function explain(error: unknown, settings: Settings | undefined): string {
  if (error instanceof SettingsError) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `ポート ${settings?.port} はほかのプログラムが使っています。それを止めるか、PORT=8788 npm start のように別のポートを指定してください。`;
  if (code === 'EACCES')
    return `ポート ${settings?.port} かフォルダー ${settings?.data} を使う権限がありません。PORT か KANKEI_DATA を変えてください。`;
  return String(error instanceof Error ? error.stack : error);
}

let settings: Settings | undefined;
try {
  settings = readSettings();
  await start(settings);
} catch (error) {
  console.error(explain(error, settings));
  process.exit(1);
}
