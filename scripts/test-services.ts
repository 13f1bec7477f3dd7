// What the browser tests need beside a browser: each is started here and ended by the function that comes back.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Engine } from './browsers.mjs';
import { root } from './run.ts';

type Stop = () => void;

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Waits until something listens on a port. Throws with the name of what should have after twenty seconds. */
async function untilListening(port: number, what: string): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await wait(100)) if (await listens(port)) return;
  throw new Error(`${what} did not start on port ${port}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function stopAll(children: ChildProcess[]): Stop {
  return () => {
    for (const child of children) child.kill();
  };
}

/** WebKitGTK needs a screen and a driver, of which each drives one browser. */
export async function startWebKit({ programs }: Engine): Promise<{ port: number; stop: Stop }> {
  const screen = spawn(programs.display!, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [display] = await once(screen.stdio[3]!, 'data');
  const port = await freePort();
  const driver = spawn(programs.driver!, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${String(display).trim()}`,
      // WebKitGTK's sandbox refuses to start as root, which is what test machines run as.
      ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
    },
  });
  await untilListening(port, 'WebKitWebDriver');
  return { port, stop: stopAll([driver, screen]) };
}

/** Where the test runner's pages stand: it takes the first port that is free from 8000 on. */
const runnerOrigins = Array.from({ length: 20 }, (_, index) => `http://localhost:${8000 + index}`);

/** The reference server with the made-up town in a folder of its own, as `npm start` runs it. */
export async function startServer(): Promise<{ url: string; stop: Stop }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const data = mkdtempSync(join(tmpdir(), 'kankei-data-'));
  const server = spawn('node', ['--conditions=kankei-source', 'packages/server/src/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      KANKEI_DATA: data,
      KANKEI_PUBLIC_URL: url,
      KANKEI_WRITE_ORIGINS: runnerOrigins.join(' '),
    },
  });
  server.once('exit', () => rmSync(data, { recursive: true, force: true }));
  await untilListening(port, 'The reference server');
  return { url, stop: stopAll([server]) };
}
