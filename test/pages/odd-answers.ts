// Servers that answer as they should not: `/answers/<kind>/…` of the town's own site.
import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { Context } from '@web/dev-server-core';

/** How large an answer without measure gets before whoever writes it gives up too, in bytes. */
const huge = 64 * 1024 * 1024;

/** Writes the same for ever, as fast as it is read, until nobody reads or `most` bytes are written. */
function flood(context: Context, begin: string, more: string, most: number): PassThrough {
  const body = new PassThrough();
  let written = 0;
  let isOpen = true;
  const write = () => {
    while (isOpen && written < most) {
      written += more.length;
      if (!body.write(more)) return void body.once('drain', write);
    }
    body.end();
  };
  context.req.on('close', () => {
    isOpen = false;
    body.destroy();
  });
  body.write(begin);
  write();
  return body;
}

/** Something that trickles, a few bytes at a time, and has no end. */
function trickle(context: Context): PassThrough {
  const body = new PassThrough();
  body.write('{"programs":[');
  const timer = setInterval(() => body.write(' '), 50);
  context.req.on('close', () => {
    clearInterval(timer);
    body.destroy();
  });
  return body;
}

/** Answers a question as `kind` says; `server` is one that answers well. True where it was one of ours. */
export async function answerOddly(context: Context, server: string): Promise<boolean> {
  const [, kind, path] = /^\/answers\/([\w-]+)(\/.*)$/.exec(context.path) ?? [];
  if (!kind || !path) return false;
  const right = async () => (await fetch(`${server}${path}${context.search}`)).text();
  context.set('content-type', 'application/json');
  context.status = 200;
  if (kind === 'slow') {
    await setTimeout(1000);
    context.body = await right();
  } else if (kind === 'failing') {
    context.status = 500;
    context.set('content-type', 'text/html');
    context.body = '<!doctype html><title>500</title><h1>Internal Server Error</h1>';
  } else if (kind === 'truncated') {
    const whole = await right();
    context.respond = false;
    context.res.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(whole) });
    context.res.write(whole.slice(0, whole.length / 2), () => context.res.destroy());
  } else if (kind === 'wrong-type') {
    context.set('content-type', 'text/html');
    context.body = '<!doctype html><title>ログイン</title><form><input name="user"></form>';
  } else if (kind === 'wrong-shape') context.body = '{"programs":{"total":"many"},"total":null,"items":[[[]]]}';
  else if (kind === 'huge') context.body = flood(context, '{"programs":["', 'a'.repeat(64 * 1024), huge);
  else if (kind === 'never-ending') context.body = trickle(context);
  else {
    // Not even a header; the connection stays open until the other side has had enough.
    context.respond = false;
  }
  return true;
}
