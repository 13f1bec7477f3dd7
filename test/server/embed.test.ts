import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeServer, type ServerWorld } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'kankei-embed-'));
const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};

let world: ServerWorld;
beforeAll(async () => {
  const script = (version: string) => `export const version = '${version}';${'/* part */'.repeat(200)}`;
  write('embed/1.2.0/kankei.js', script('1.2.0'));
  write('embed/1.2.0/chunks/old-abcd1234.js', script('old'));
  write('embed/1.10.0/kankei.js', script('1.10.0'));
  write('embed/1.10.0/LICENSES.md', '# Licences');
  write('embed/2.0.0/kankei.js', script('2.0.0'));
  write('embed/1.10.0/.env', 'SECRET=1');
  write('embed/1.10.0/program.exe', 'MZ');
  write('secret.js', 'SECRET');
  write('embed/top.js', 'TOP');
  symlinkSync(join(folder, 'secret.js'), join(folder, 'embed/1.10.0/link.js'));
  world = await makeServer({ KANKEI_EMBED: join(folder, 'embed') });
});
afterAll(async () => {
  await world.db.destroy();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) => world.get(path, { headers });

describe('the embed', () => {
  it('under an exact version is kept for ever', async () => {
    const response = await get('/embed/1.2.0/kankei.js');
    expect(await response.text()).toContain("'1.2.0'");
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it('under a major version is its newest, asked for again soon', async () => {
    const response = await get('/embed/v1/kankei.js');
    expect(await response.text()).toContain("'1.10.0'");
    expect(response.headers.get('cache-control')).toBe('public, max-age=300, stale-while-revalidate=86400');
    expect(await (await get('/embed/v2/kankei.js')).text()).toContain("'2.0.0'");
  });

  it('still has the parts of the version a page loaded just before an update', async () => {
    const response = await get('/embed/v1/chunks/old-abcd1234.js');
    expect(await response.text()).toContain("'old'");
    // Its name would be another if it were another.
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/embed/1.10.0/chunks/old-abcd1234.js')).status).toBe(404);
  });

  it('may be used by any page, one that isolates itself too', async () => {
    const { headers } = await get('/embed/v1/kankei.js', { origin: 'https://www.town.example' });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is not sent again to those who have it', async () => {
    for (const encoding of ['', 'br']) {
      const headers = { 'accept-encoding': encoding };
      const tag = (await get('/embed/v1/kankei.js', headers)).headers.get('etag')!;
      expect(tag).toMatch(/^"/);
      const again = await get('/embed/v1/kankei.js', { ...headers, 'if-none-match': tag });
      expect(again.status).toBe(304);
    }
  });

  it('is compressed as well as can be, and says that it depends on what is accepted', async () => {
    const plain = await (await get('/embed/1.2.0/kankei.js')).text();
    const response = await get('/embed/1.2.0/kankei.js', { 'accept-encoding': 'br' });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.length).toBeLessThan(100);
    expect(brotliDecompressSync(bytes).toString()).toBe(plain);
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
  });

  it('is read anew when it was built anew', async () => {
    write('embed/3.0.0/kankei.js', 'one');
    expect(await (await get('/embed/v3/kankei.js')).text()).toBe('one');
    write('embed/3.0.0/kankei.js', 'another');
    expect(await (await get('/embed/v3/kankei.js')).text()).toBe('another');
  });

  it.each([
    '/embed/v1/../../secret.js',
    '/embed/v1/%2e%2e/%2e%2e/secret.js',
    '/embed/v1/..%2f..%2fsecret.js',
    '/embed/v1/..%5c..%5csecret.js',
    '/embed/..%2fsecret.js',
    '/embed/../secret.js',
    '/embed/%2e%2e/secret.js',
    '/embed/1.10.0/link.js',
    '/embed/1.10.0/.env',
    '/embed/1.10.0/program.exe',
    '/embed/1.10.0/',
    '/embed/1.10.0/chunks',
    '/embed/1.10.0//kankei.js',
    '/embed/1.10.0/kankei.js%00.md',
    '/embed/top.js',
    '/embed/v9/kankei.js',
    '/embed/1.2/kankei.js',
    '/assets/../package.json',
    '/assets/..%2fpackage.json',
  ])('has nothing at %s', async (path) => {
    // As the wire would bring it: Request itself would tidy the path up.
    const request = { url: `https://kankei.example${path}`, method: 'GET', headers: new Headers() };
    const response = await world.app.fetch(request as Request);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toMatch(/SECRET|TOP|MZ/);
  });
});
