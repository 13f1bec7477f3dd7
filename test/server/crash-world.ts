import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Database, openDatabase, saveTown } from '@kankei/server';
import { expect } from 'vitest';
import { solveProof } from '../../packages/client/src/proof/solve-proof.ts';
import { makeChallenge } from '../../packages/server/src/bots/proof.ts';
import { secretOf } from '../../packages/server/src/links/secret.ts';
import { neighbour } from './world.ts';

const main = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url));

export interface Sending {
  path: string;
  body: string;
  headers: Record<string, string>;
}

/** A server as it is run, in a process of its own that is killed without warning, on a bad line. */
export class CrashWorld {
  readonly town = neighbour.code;
  readonly folder = mkdtempSync(join(tmpdir(), 'kankei-crash-'));
  readonly outbox = join(this.folder, 'outbox');
  /** The server's database, open beside it. */
  db!: Database;
  /** All the server wrote of itself. */
  said = '';
  #port = 0;
  #child!: ChildProcess;

  /** `prepare`: fills the database before the server starts. */
  async open(prepare: (db: Database) => Promise<unknown>): Promise<void> {
    this.db = await openDatabase(join(this.folder, 'kankei.sqlite'));
    await saveTown(this.db, neighbour, Date.now());
    await prepare(this.db);
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    this.#port = (free.address() as { port: number }).port;
    free.close();
    await this.#start();
  }

  async close(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.db.destroy();
    rmSync(this.folder, { recursive: true });
  }

  /** On the same port and data each time. */
  async #start(): Promise<void> {
    const child = spawn(process.execPath, ['--conditions=kankei-source', main], {
      env: {
        ...process.env,
        PORT: String(this.#port),
        KANKEI_DATA: this.folder,
        KANKEI_DEMO: 'off',
        KANKEI_TRUST_PROXY: '1',
        NODE_COMPILE_CACHE: join(this.folder, 'compiled'),
      },
      stdio: 'pipe',
    });
    this.#child = child;
    let greeting = '';
    child.stderr!.on('data', (data) => {
      this.said += data;
    });
    child.stdout!.on('data', (data) => {
      this.said += data;
      greeting += data;
    });
    while (!greeting.includes('Ctrl+C')) await once(child.stdout!, 'data');
  }

  async killAndRestart(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
    // Another process waits some seconds before it takes the dead one for dead; here it is known to be.
    await this.db.deleteFrom('lease').execute();
    await this.#start();
  }

  /**
   * Kills the server so many times while `work` goes on, evenly spread over it. `progress`: a share from 0 to 1 of what
   * is done. Returns what `work` does.
   */
  async killDuring<Result>(work: Promise<Result>, kills: number, progress: () => number): Promise<Result> {
    for (let killed = 0; killed < kills; ) {
      await Promise.race([work.then(() => {}), sleep(2)]);
      if (progress() < (killed + 1) / (kills + 1)) continue;
      expect(progress(), 'the server dies in the middle').toBeLessThan(1);
      await this.killAndRestart();
      killed++;
    }
    return work;
  }

  /** Solved proofs of work, as if the forms had been open for a while. */
  async prove(count: number): Promise<string[]> {
    const secret = await secretOf(this.db, 'proof');
    const terms = { town: this.town, secret, now: Date.now() - 10_000 };
    return Promise.all(
      Array.from({ length: count }, async () => solveProof(await makeChallenge(terms, { cost: 1, most: 2 }))),
    );
  }

  /** Sends until it is answered, as a browser does on a bad line: the same again. */
  async #send({ path, body, headers }: Sending): Promise<{ status: number; text: string }> {
    for (;;) {
      try {
        const response = await fetch(`http://127.0.0.1:${this.#port}${path}`, { method: 'POST', headers, body });
        const text = await response.text();
        if (response.status < 500) return { status: response.status, text };
      } catch {
        // The server is gone, or went while it answered.
      }
      await sleep(100);
    }
  }

  /** Sends the first `share` (0 to 1) of the body, then cuts the line without hearing the answer. */
  async #cut({ path, body, headers }: Sending, share: number): Promise<void> {
    const bytes = Buffer.from(body);
    const lines = Object.entries({ ...headers, host: 'localhost', 'content-length': bytes.length });
    const head = `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
    const socket = connect(this.#port, '127.0.0.1').on('error', () => {});
    socket.write(head);
    socket.write(bytes.subarray(0, Math.floor(bytes.length * share)));
    await sleep(15);
    socket.destroy();
  }

  /** One in ten lines is cut on the way, half of them when all was sent; every third is sent twice at the same time. */
  async sendBadly(index: number, sending: Sending): Promise<string> {
    if (index % 10 === 0) await this.#cut(sending, 0.6);
    if (index % 10 === 5) await this.#cut(sending, 1);
    const answers = await Promise.all(
      index % 3 === 0 ? [this.#send(sending), this.#send(sending)] : [this.#send(sending)],
    );
    for (const { status, text } of answers) expect(status, text).toBeLessThan(300);
    return answers.at(-1)!.text;
  }

  /** Waits until every mail that was queued is sent; returns their keys. */
  async sentMails(): Promise<string[]> {
    for (;;) {
      const mails = await this.db.selectFrom('mail').select(['key', 'state']).execute();
      if (mails.every(({ state }) => state === 'sent')) return mails.map(({ key }) => key);
      await sleep(100);
    }
  }
}
