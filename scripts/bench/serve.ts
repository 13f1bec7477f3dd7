// The process that is measured: the reference server over a filled database, and a bare handler beside it.
// Arguments: the database, the port. Answers the message `memory` with its resident bytes, ends with its parent.
import { serve } from '@hono/node-server';
import { createApp, openDatabase, readSettings } from '@kankei/server';
import { Hono } from 'hono';
import { now } from './programs.ts';

const [file = '', port = ''] = process.argv.slice(2);
const db = await openDatabase(file);
const app = createApp({ db, settings: readSettings({ PORT: port }), now: () => now });

/** What is measured against: the same bytes with nothing behind them. */
const bare = new Hono();
const bodies: string[] = [];
bare.get('/bare/:index', (c) =>
  c.body(bodies[Number(c.req.param('index'))]!, 200, { 'content-type': 'application/json' }),
);

type Message = { bodies: string[] } | 'memory';
process.on('message', (message: Message) => {
  if (message === 'memory') return process.send?.(process.memoryUsage.rss());
  bodies.splice(0, Infinity, ...message.bodies);
  return process.send?.('ready');
});
process.on('disconnect', () => process.exit(0));

serve({
  fetch: (request: Request) => (new URL(request.url).pathname.startsWith('/bare/') ? bare : app).fetch(request),
  port: Number(port),
  hostname: '127.0.0.1',
}).once('listening', () => process.send?.('ready'));
