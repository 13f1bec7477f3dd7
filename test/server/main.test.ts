import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { problem } from '@kankei/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kankei-main-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

const environment = (more: Record<string, string>) => ({ ...process.env, KANKEI_DATA: join(folder, 'data'), ...more });
const words = ['--conditions=kankei-source', main];

/** Sends bytes as they are and returns all that comes back. */
async function sendRaw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(text);
  let answer = '';
  for await (const bytes of socket) answer += bytes;
  return answer;
}

describe('the server as a process', () => {
  let port: number;
  let child: ReturnType<typeof spawn>;
  let said = '';
  beforeAll(async () => {
    port = await freePort();
    child = spawn(process.execPath, words, { env: environment({ PORT: String(port) }), stdio: 'pipe' });
    child.stderr!.on('data', (data) => {
      said += data;
    });
    while (!said.includes('Ctrl+C')) {
      const [data] = await once(child.stdout!, 'data');
      said += data;
    }
  }, 60_000);
  afterAll(() => void child.kill('SIGKILL'));

  it('says the key to the staff desk once, at the very first start', async () => {
    const key = /むすび野町のキー（いちどしか表示しません）：(999997_[0-9a-f]{64})\n/.exec(said)?.[1];
    expect(said).toContain(`http://localhost:${port}/staff\n`);
    const response = await fetch(`http://127.0.0.1:${port}/staff/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ key: key! }),
      redirect: 'manual',
    });
    expect(response.status).toBe(303);
    const again = spawn(process.execPath, words, {
      env: environment({ PORT: String(await freePort()) }),
      stdio: 'pipe',
    });
    let saidAgain = '';
    again.stdout!.on('data', (data) => {
      saidAgain += data;
    });
    while (!saidAgain.includes('Ctrl+C')) await once(again.stdout!, 'data');
    again.kill('SIGKILL');
    expect(saidAgain).toContain('/staff\n');
    expect(saidAgain).not.toContain('キー');
  }, 60_000);

  it('says what to open, and that answers', async () => {
    expect(said).toContain(`http://localhost:${port}/\n`);
    expect(said).toContain(`http://localhost:${port}/?town=999997  むすび野町`);
    expect(said).not.toMatch(/warning/i);
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(await page.text()).toContain(`<script type="module" src="http://localhost:${port}/embed/v1/kankei.js">`);
    const programs = await fetch(`http://127.0.0.1:${port}/v1/towns/999997/programs`);
    expect(((await programs.json()) as { total: number }).total).toBeGreaterThan(20);
  });

  it('explains Japanese that was put into an address as it is', async () => {
    const answer = await sendRaw(port, 'GET /v1/towns/999997/programs?q=雪 HTTP/1.1\r\nHost: localhost\r\n\r\n');
    const [head, body] = answer.split('\r\n\r\n');
    expect(head).toContain('400 Bad Request');
    expect(problem.parse(JSON.parse(body!))).toMatchObject({
      status: 400,
      detail: expect.stringContaining('data-urlencode'),
    });
  });

  it('refuses what is no HTTP, and headers without end', async () => {
    expect(await sendRaw(port, 'nonsense\r\n\r\n')).toContain('400 Bad Request');
    const endless = `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`;
    expect(await sendRaw(port, endless)).toContain('431 ');
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  });

  it('tells who wants its port that it is taken', () => {
    const second = spawnSync(process.execPath, words, {
      env: environment({ PORT: String(port), KANKEI_DATA: join(folder, 'other') }),
      encoding: 'utf8',
    });
    expect(second.status).toBe(1);
    expect(second.stderr).toContain(`ポート ${port} はほかのプログラムが使っています`);
    expect(second.stderr).not.toContain('    at ');
  });

  it('ends in order when it is asked to, also while somebody keeps a connection', async () => {
    const idle = connect(port, '127.0.0.1');
    idle.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(idle, 'data');
    child.kill('SIGTERM');
    const [code, signal] = await once(child, 'exit');
    expect({ code, signal }).toEqual({ code: 0, signal: null });
  });
});

describe('a start that cannot succeed', () => {
  const start = (more: Record<string, string>) =>
    spawnSync(process.execPath, words, { env: environment(more), encoding: 'utf8' });

  it('names the setting at fault', () => {
    const { status, stderr } = start({ PORT: 'eight' });
    expect(status).toBe(1);
    expect(stderr).toBe('PORT には 1 から 65535 までの数字を指定してください（いまの値：eight）。\n');
  });

  it('says that a file is no database', () => {
    const data = join(folder, 'broken');
    mkdirSync(data);
    writeFileSync(join(data, 'kankei.sqlite'), 'this is no database, it is a letter. '.repeat(100));
    const { status, stderr } = start({ KANKEI_DATA: data });
    expect(status).toBe(1);
    expect(stderr).toContain('データベースではないファイル');
    expect(stderr).not.toContain('    at ');
  });
});
