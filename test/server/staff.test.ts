import { routePath } from '@kankei/core';
import { makeFirstStaffToken, makeStaffToken, revokeStaffToken, saveFurusato } from '@kankei/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { staffPages } from '../../packages/server/src/routes/staff-pages.ts';
import { pruneStaffSessions } from '../../packages/server/src/staff/staff-session.ts';
import fc from '../fixtures/fast-check.ts';
import { fixtureFurusato } from '../fixtures/furusato.ts';
import { nasty } from '../fixtures/hostile-texts.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { makeStaffServer, type StaffWorld } from './staff-world.ts';
import { neighbour } from './world.ts';

/** In an address or a header, whatever it is. */
const sendable = (text: string) => encodeURIComponent(Buffer.from(text).toString());

const hour = 3600_000;
const formType = 'application/x-www-form-urlencoded';
let world: StaffWorld;
beforeEach(async () => {
  world = await makeStaffServer();
});
afterEach(() => world.db.destroy());

/** Every page without parameters, as its address. */
const addresses = staffPages({} as never)
  .filter(({ path }) => !path.includes(':'))
  .map(({ path }) => `/staff${path}`);

describe('the key to a staff desk', () => {
  it('is stored as a hash alone, and one word to be copied', async () => {
    expect(world.key).toMatch(/^\d{6}_[0-9a-f]{64}$/);
    const rows = JSON.stringify(await world.db.selectFrom('staff_token').selectAll().execute());
    expect(rows).not.toContain(world.key.slice(7));
  });

  it('opens the desk of its town, also with the spaces and wide letters that copying brings', async () => {
    const typed = ` ${world.key.slice(0, 20)}\n ${world.key.slice(20)}　`.replaceAll('3', '３').toUpperCase();
    const one = await world.signedIn(typed);
    expect(await (await one.get('/staff')).text()).toContain(fixtureTown.name);
  });

  it.each([
    ['another', () => `${world.key.slice(0, -1)}${world.key.endsWith('0') ? '1' : '0'}`],
    ['one of another town', () => `${neighbour.code}${world.key.slice(6)}`],
    ['one of a town that is not here', () => `011002${world.key.slice(6)}`],
    [
      'the hash that is stored',
      async () => (await world.db.selectFrom('staff_token').select('hash').execute())[0]!.hash!,
    ],
    ['any text', () => "' OR 1=1 --"],
  ])('cannot be %s', async (_, make) => {
    const one = world.browser();
    const response = await one.signIn(await make());
    expect(response.status).toBe(422);
    expect(response.headers.getSetCookie()).toEqual([]);
    const page = await response.text();
    expect(page).toContain('キーが違います。');
    expect(page).not.toContain('OR 1=1');
    expect((await one.get('/staff')).status).toBe(401);
  });

  it('gives way to a newer one, which signs everybody of that town out and nobody else', async () => {
    const other = await world.signedIn(await makeStaffToken(world.db, neighbour.code, now));
    const one = await world.signedIn();
    const newer = await makeStaffToken(world.db, fixtureTown.code, now);
    expect(await (await one.get('/staff')).text()).toContain('ログインの期限が切れました');
    expect((await world.browser().signIn(world.key)).status).toBe(422);
    expect((await (await world.signedIn(newer)).get('/staff')).status).toBe(200);
    expect((await other.get('/staff')).status).toBe(200);
  });

  it('can be taken back, and is not made anew by itself', async () => {
    const one = await world.signedIn();
    expect(await revokeStaffToken(world.db, fixtureTown.code, now)).toBe(true);
    expect(await revokeStaffToken(world.db, fixtureTown.code, now)).toBe(false);
    expect((await one.get('/staff')).status).toBe(401);
    expect((await world.browser().signIn(world.key)).status).toBe(422);
    expect(await makeFirstStaffToken(world.db, fixtureTown.code, now)).toBeUndefined();
  });

  it('is made by itself once, for a town that never had one', async () => {
    const first = await makeFirstStaffToken(world.db, neighbour.code, now);
    expect(await makeFirstStaffToken(world.db, neighbour.code, now)).toBeUndefined();
    const one = await world.signedIn(first);
    expect(await (await one.get('/staff')).text()).toContain(neighbour.name);
  });

  it('cannot be tried without end, and who is to wait learns how long', async () => {
    const one = world.browser();
    const headers = { 'x-forwarded-for': '192.0.2.7' };
    const behind = await makeStaffServer({ KANKEI_TRUST_PROXY: '1' });
    const attempt = () =>
      behind.get('/staff/sign-in', {
        method: 'POST',
        headers,
        body: new URLSearchParams({ key: `${'0'.repeat(6)}_x` }),
      });
    for (let count = 0; count < 10; count++) expect((await attempt()).status).toBe(422);
    const refused = await attempt();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.text()).toMatch(/10分ほどたってから、もう一度お試しください。/);
    const right = new URLSearchParams({ key: behind.key });
    expect((await behind.get('/staff/sign-in', { method: 'POST', headers, body: right })).status).toBe(429);
    const elsewhere = { 'x-forwarded-for': '198.51.100.7' };
    expect((await behind.get('/staff/sign-in', { method: 'POST', headers: elsewhere, body: right })).status).toBe(303);
    expect((await one.signIn('')).status).toBe(422);
    await behind.db.destroy();
  });
});

describe('the session', () => {
  it.each([
    ['https://kankei.example', '__Host-kankei-staff=', 'Path=/;', true],
    ['https://www.town.example/kankei', '__Secure-kankei-staff=', 'Path=/kankei/staff;', true],
    ['http://localhost:8787', 'kankei-staff=', 'Path=/staff;', false],
  ])('of %s is a cookie that no script reads and no other site sends', async (publicUrl, name, path, secure) => {
    const there = await makeStaffServer({ KANKEI_PUBLIC_URL: publicUrl });
    const [cookie] = (await there.browser().signIn(there.key)).headers.getSetCookie();
    expect(cookie).toMatch(new RegExp(`^${name}[\\w-]{43};`));
    expect(cookie).toContain(path);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).not.toMatch(/Max-Age|Expires|Domain/);
    expect(/; Secure/.test(cookie!)).toBe(secure);
    await there.db.destroy();
  });

  it('is stored as a hash alone', async () => {
    const { cookie } = await world.signedIn();
    const rows = JSON.stringify(await world.db.selectFrom('staff_session').selectAll().execute());
    expect(rows).not.toContain(cookie.split('=')[1]);
  });

  it('lasts while somebody works, ends after eight hours of nothing and after a day', async () => {
    const one = await world.signedIn();
    for (let hours = 0; hours < 23; hours += 7) {
      expect((await one.get('/staff')).status, `${hours} h`).toBe(200);
      world.clock.now += 7 * hour;
    }
    expect((await one.get('/staff')).status).toBe(401);
    const two = await world.signedIn();
    world.clock.now += 8 * hour - 1;
    expect((await two.get('/staff')).status).toBe(200);
    world.clock.now += 8 * hour + 1;
    expect((await two.get('/staff')).status).toBe(401);
  });

  it('is forgotten once it has ended, and no other is', async () => {
    const early = await world.signedIn();
    world.clock.now += 5 * hour;
    const late = await world.signedIn();
    world.clock.now += 4 * hour;
    await pruneStaffSessions(world.db, world.clock.now);
    expect(await world.db.selectFrom('staff_session').selectAll().execute()).toHaveLength(1);
    expect((await late.get('/staff')).status).toBe(200);
    expect((await early.get('/staff')).status).toBe(401);
  });

  it('ends when one signs out, also for who kept the cookie', async () => {
    const one = await world.signedIn();
    const { cookie } = one;
    const response = await one.post('/staff/sign-out');
    expect(await response.text()).toContain('ログアウトしました。');
    expect(one.cookie).toBe('');
    one.cookie = cookie;
    expect((await one.get('/staff')).status).toBe(401);
  });

  it('is another after one signs in anew, and the old one is over', async () => {
    const one = await world.signedIn();
    const { cookie } = one;
    await one.signIn(world.key);
    expect(one.cookie).not.toBe(cookie);
    one.cookie = cookie;
    expect((await one.get('/staff')).status).toBe(401);
  });

  it('says where the browser keeps no cookie, instead of asking for the key again and again', async () => {
    const one = world.browser();
    const response = await one.signIn(world.key);
    const told = new URL(response.headers.get('location')!, 'https://kankei.example/staff/sign-in');
    one.cookie = '';
    expect(await (await one.get(`${told.pathname}${told.search}`)).text()).toContain(
      'Cookie を使えるようにしてください',
    );
  });

  it('leads to the page that was asked for, and to no other address', async () => {
    const one = world.browser();
    const leadsTo = async (next: string) => {
      const response = await one.post('/staff/sign-in', { key: world.key, next });
      const told = new URL(response.headers.get('location')!, 'https://kankei.example/staff/sign-in');
      const { headers } = await one.get(`${told.pathname}${told.search}`);
      return new URL(headers.get('location')!, told).href;
    };
    expect(await leadsTo('/furusato')).toBe('https://kankei.example/staff/furusato?lang=ja');
    for (const next of ['//evil.example', '/../../x', 'https://evil.example', '/\\evil.example', 'x'])
      expect(await leadsTo(next), next).toBe('https://kankei.example/staff?lang=ja');
  });

  it('is known to who came from a mail only at the next press, and the page says so', async () => {
    const page = await (await world.browser().get('/staff', { 'sec-fetch-site': 'cross-site' })).text();
    expect(page).toContain('先にログインしていた方は、こちらから続けられます');
  });
});

describe('every page of the desk', () => {
  it.each(addresses)('%s asks for the key first, in both languages', async (address) => {
    for (const [lang, words] of [
      ['ja', '担当者の画面にログイン'],
      ['en', 'Sign in to the staff desk'],
    ]) {
      const response = await world.get(`${address}?lang=${lang}`);
      expect(response.status).toBe(401);
      const page = await response.text();
      expect(page).toContain(words);
      expect(page).not.toContain(fixtureTown.name);
    }
  });

  it.each(addresses)('%s is kept by nobody, listed nowhere, framed and read by no other page', async (address) => {
    const one = await world.signedIn();
    for (const response of [await one.get(address, { origin: 'https://evil.example' }), await world.get(address)]) {
      const { headers } = response;
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-robots-tag')).toContain('noindex');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
    }
  });

  it.each(addresses)('%s has nothing inline, and no address of another site', async (address) => {
    const page = await (await (await world.signedIn()).get(address)).text();
    expect(page).not.toMatch(/<script(?![^>]* src=)|\son\w+=|style=|<style/);
    expect([...page.matchAll(/(?:src|href|action)="([^"]+)"/g)].filter(([, url]) => /^\w+:/.test(url!))).toEqual([]);
  });

  it.each(addresses)('%s leads to every other, in either language', async (address) => {
    const one = await world.signedIn();
    for (const lang of ['ja', 'en']) {
      const page = await (await one.get(`${address}?lang=${lang}`)).text();
      const here = new URL(address, 'https://kankei.example');
      const links = [...page.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => new URL(href!, here));
      const led = links.filter(({ searchParams }) => searchParams.get('lang') === lang).map(({ pathname }) => pathname);
      expect(led).toEqual(expect.arrayContaining(addresses));
    }
  });

  it.each(addresses)('%s shows nothing of another town', async (address) => {
    await saveFurusato(world.db, fixtureTown.code, fixtureFurusato, now);
    const other = await world.signedIn(await makeStaffToken(world.db, neighbour.code, now));
    for (const path of [address, `${address}?town=${fixtureTown.code}`, `${address}?code=${fixtureTown.code}`]) {
      const page = await (await other.get(path)).text();
      expect(page).toContain(neighbour.name);
      for (const theirs of [fixtureTown.name, fixtureTown.code, '通学バス', '炭焼き窯'])
        expect(page).not.toContain(theirs);
    }
  });

  it('answers in nothing but its own paths, and sets no cookie elsewhere', async () => {
    const one = await world.signedIn();
    const code = fixtureTown.code;
    for (const path of [
      '/',
      `/?town=${code}`,
      routePath('programs', { codes: code }),
      '/assets/site.css',
      '/openapi.json',
    ])
      expect((await one.get(path)).headers.getSetCookie(), path).toEqual([]);
    expect((await one.get('/staff/nothing-here')).status).toBe(404);
  });
});

describe('a form of the desk', () => {
  const forms = () => [
    '/staff/sign-out',
    ...staffPages({} as never).flatMap(({ path, POST }) => (POST ? [`/staff${path}`] : [])),
  ];

  it('is refused from another origin, also from the town’s own site', async () => {
    const there = await makeStaffServer({ KANKEI_WRITE_ORIGINS: 'https://www.town.example' });
    const one = await there.signedIn();
    for (const path of [...forms(), '/staff/sign-in'])
      for (const headers of [
        { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
        { 'sec-fetch-site': 'same-site', origin: 'https://www.town.example' },
        { 'sec-fetch-site': 'none' },
      ]) {
        const response = await one.post(path, { key: there.key }, headers);
        expect(response.status, path).toBe(403);
        expect(response.headers.getSetCookie()).toEqual([]);
      }
    expect((await one.get('/staff')).status).toBe(200);
    await there.db.destroy();
  });

  it('signs nobody out without its token', async () => {
    const one = await world.signedIn();
    expect((await one.post('/staff/sign-out', { csrf: 'x' })).status).toBe(303);
    expect((await one.get('/staff')).status).toBe(200);
  });

  it('takes any text as a key, a way on, a kept form and a cookie: never fails, lets nobody in, shows text as text', async () => {
    const piece = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 40 }));
    const pairs = fc.record(
      { key: piece, next: piece, carried: piece, csrf: piece, lang: piece },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(pairs, piece, async ({ lang = 'ja', ...sent }, cookie) => {
        const query = `?lang=${sendable(lang)}`;
        const headers = { cookie: `__Host-kankei-staff=${sendable(cookie)}` };
        for (const path of ['/staff/sign-in', '/staff/sign-out', '/staff/furusato']) {
          const body = new URLSearchParams(sent as Record<string, string>);
          const response = await world.get(`${path}${query}`, { method: 'POST', headers, body });
          expect([200, 303, 401, 422]).toContain(response.status);
          expect(response.headers.getSetCookie().filter((set) => !/Max-Age=0/.test(set))).toEqual([]);
          const page = await response.text();
          expect(page.match(/<script/g) ?? []).toHaveLength(page ? 1 : 0);
          expect(page).not.toMatch(/<(img|svg|iframe|object|a)\b[^>]*\bon\w+=/i);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['too large', { body: new URLSearchParams({ key: 'x'.repeat(70_000) }) }, 413, 413],
    ['no form', { body: '{"key":"x"}', headers: { 'content-type': 'application/json' } }, 422, 422],
    // Without a session a form that can be read is kept for after the sign-in.
    ['no text', { body: 'key=%ff%fe&next=%', headers: { 'content-type': formType } }, 422, 401],
  ])('that is %s is not taken', async (_, init, atSignIn, atPage) => {
    expect((await world.get('/staff/sign-in', { method: 'POST', ...init })).status).toBe(atSignIn);
    expect((await world.get('/staff/furusato', { method: 'POST', ...init })).status).toBe(atPage);
  });
});
