import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { embedSnippets } from '@kankei/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exampleNames, examplesApp, serveExamples } from '../scripts/examples.ts';
import { root } from '../scripts/run.ts';

const read = (path: string) => readFileSync(join(root, 'examples', path), 'utf8');
const server = 'https://kankei.example:9999';
const app = examplesApp(server);

afterEach(() => vi.unstubAllEnvs());

describe('the pages to copy', () => {
  it.each(exampleNames())('lists %s for who reads and for who opens it', (name) => {
    expect(read('README.md')).toContain(`](${name}/)`);
    expect(read('index.html')).toContain(`href="${name}/"`);
  });

  it('lists nothing that is not there', () => {
    const listed = [...read('index.html').matchAll(/href="([\w/-]+)\/"/g)].map((match) => match[1]);
    expect(listed.sort()).toEqual(exampleNames());
  });

  const { script, ...snippets } = embedSnippets({
    base: 'http://localhost:8787',
    widget: 'program-list',
    options: { town: '999997', sort: 'new' },
    words: 'むすび野町の募集を見る',
  });
  it.each([
    ['forms/element', snippets.element],
    ['forms/div', snippets.div],
    ['forms/link', snippets.link],
    ['forms/frame', snippets.frame],
    ['cms-wordpress', snippets.div],
    ['cms-links', snippets.link],
    ['jquery', snippets.div],
  ])('has in %s the lines that the builder writes', (name, snippet) => {
    expect(read(`${name}/index.html`)).toContain(snippet);
    expect(read(`${name}/index.html`)).toContain(script);
  });
});

describe('the server of the pages to copy', () => {
  it('names the reference server that is there', async () => {
    const page = await (await app.request('/forms/link/')).text();
    expect(page).toContain(`${server}/w/program-list?town=999997`);
    expect(page).not.toContain('localhost:8787');
  });

  it('leads to the folder of a page and gives what lies beside it', async () => {
    const answer = await app.request('/forms/div');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/forms/div/']);
    expect((await app.request('/jquery/jquery.js')).headers.get('content-type')).toContain('javascript');
    const bytes = new Uint8Array(await (await app.request('/static-files/221309_hamamatsu_event.csv')).arrayBuffer());
    expect(bytes).toEqual(new Uint8Array(readFileSync(join(root, 'examples/static-files/221309_hamamatsu_event.csv'))));
  });

  it.each(['/../package.json', '/..%2fpackage.json', '/plain/%2e%2e/%2e%2e/package.json', '/.git/config', '/none/'])(
    'gives nothing for %s',
    async (path) => {
      expect((await app.request(path)).status).toBe(404);
    },
  );

  it('takes the next port when one is taken, or to be kept for another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    vi.stubEnv('EXAMPLES_PORT', String(port));
    const { origin, stop } = await serveExamples(server, port + 1);
    try {
      expect(Number(new URL(origin).port)).toBeGreaterThan(port + 1);
      expect((await fetch(`http://127.0.0.1:${new URL(origin).port}/plain/`)).status).toBe(200);
    } finally {
      stop();
      other.close();
    }
  });
});
