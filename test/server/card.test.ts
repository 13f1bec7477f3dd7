import { webcrypto } from 'node:crypto';
import { type CardKeySet, type Fanclub, memberCard, readStatement } from '@kankei/core';
import { openDatabase } from '@kankei/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMonths, makeCard } from '../../packages/server/src/card/make-card.ts';
import { signStatement } from '../../packages/server/src/card/sign-statement.ts';
import { addTownKey, publicKeys, signingKey } from '../../packages/server/src/card/town-keys.ts';
import { saveTown } from '../../packages/server/src/storage/town-store.ts';
import fc from '../fixtures/fast-check.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { makeServer, neighbour, type ServerWorld } from './world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await makeServer();
});
afterAll(() => world.db.destroy());

const town = fixtureTown.code;
const claims = { town, number: 42, tier: 'supporter', validUntil: '2027-11-21' };

/** Asks for the keys as a shop's phone does, and checks with WebCrypto, which shares no code with the signing side. */
async function isGenuine(statement: string): Promise<boolean> {
  const read = readStatement(statement);
  if (!read) return false;
  const { keys } = (await (await world.get(`/v1/towns/${read.town}/card-key`)).json()) as CardKeySet;
  const jwk = keys.find(({ kid }) => kid === read.keyId);
  if (!jwk) return false;
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const key = await webcrypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify']);
  return webcrypto.subtle.verify(algorithm, key, read.signature, read.signed);
}

const fanclub: Pick<Fanclub, 'title' | 'memberTitle' | 'tiers' | 'benefits' | 'cardMonths'> = {
  title: { ja: 'むすび野ファンクラブ', en: 'Musubino fan club' },
  memberTitle: 'むすびびと',
  tiers: [
    { id: 'friend', label: 'ともだち会員' },
    { id: 'supporter', label: 'おうえん会員' },
  ],
  benefits: [{ title: '温泉の入浴料が100円引き', place: '三つ橋温泉' }],
  cardMonths: 12,
};
const card = (member: Partial<Parameters<typeof makeCard>[0]['member']> = {}) =>
  makeCard({
    db: world.db,
    town: fixtureTown,
    fanclub,
    member: { number: 42, name: '野上みどり', tier: 'supporter', since: '2026-11-21', ...member },
    publicUrl: 'https://kankei.example/widgets',
    now,
  });

describe('the keys of a town', () => {
  it('are none before the first card, and asking for them makes none', async () => {
    const response = await world.get(`/v1/towns/${neighbour.code}/card-key`);
    expect(await response.json()).toEqual({ keys: [] });
    expect(await publicKeys(world.db, neighbour.code)).toEqual([]);
  });

  it('are public, open to every page and kept for a while, without the private part', async () => {
    await signStatement(world.db, claims, now);
    const response = await world.get(`/v1/towns/${town}/card-key`, { headers: { origin: 'https://shop.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cache-control')).toMatch(/^public, max-age=\d+/);
    const { keys } = (await response.json()) as CardKeySet;
    expect(keys.map((key) => Object.keys(key).sort())).toEqual([['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']]);
    const again = await world.get(`/v1/towns/${town}/card-key`, {
      headers: { 'if-none-match': response.headers.get('etag')! },
    });
    expect(again.status).toBe(304);
  });

  it('are refused for a town that is not here, and for what is no code', async () => {
    expect((await world.get('/v1/towns/011002/card-key')).status).toBe(404);
    expect((await world.get('/v1/towns/1/card-key')).status).toBe(400);
    expect((await world.get(`/v1/towns/${town}/card-key?all=1`)).status).toBe(400);
  });

  it('begin with one, also where many need the first at once', async () => {
    const db = await openDatabase(':memory:');
    await saveTown(db, fixtureTown, now);
    const made = await Promise.all(Array.from({ length: 20 }, () => signingKey(db, town, now)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await publicKeys(db, town)).toHaveLength(1);
    await db.destroy();
  });

  it('may be followed by another: it signs from then on, and cards of the older one stay good', async () => {
    const before = await signStatement(world.db, claims, now);
    const id = await addTownKey(world.db, town, now + 1000);
    const after = await signStatement(world.db, claims, now + 1000);
    expect(readStatement(after)!.keyId).toBe(id);
    expect(readStatement(before)!.keyId).not.toBe(id);
    expect(await isGenuine(before)).toBe(true);
    expect(await isGenuine(after)).toBe(true);
  });
});

describe('a signed statement', () => {
  it('is genuine for the town’s public key', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 0xffff_ffff }), async (number) => {
        const statement = await signStatement(world.db, { ...claims, number }, now);
        expect(readStatement(statement)).toMatchObject({ ...claims, number });
        expect(await isGenuine(statement)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('is not genuine with any other claim, however well it is sealed', async () => {
    const { encodeClaims, sealStatement } = await import('@kankei/core');
    const read = readStatement(await signStatement(world.db, claims, now))!;
    const { keyId } = read;
    for (const more of [{ number: 43 }, { validUntil: '2037-11-21' }, { tier: 'friend' }]) {
      const forged = sealStatement(encodeClaims({ ...claims, keyId, ...more }), read.signature);
      expect(readStatement(forged)).toBeDefined();
      expect(await isGenuine(forged)).toBe(false);
    }
    const elsewhere = sealStatement(encodeClaims({ ...claims, keyId, town: neighbour.code }), read.signature);
    expect(await isGenuine(elsewhere)).toBe(false);
  });
});

describe('a card', () => {
  it('is what the contract says, with the statement of the same claims', async () => {
    const made = memberCard.parse(await card());
    expect(made).toMatchObject({
      town,
      townName: 'むすび野町',
      number: 42,
      name: '野上みどり',
      tier: { id: 'supporter', label: 'おうえん会員' },
      since: '2026-11-21',
      validUntil: '2027-11-21',
      checkUrl: `https://kankei.example/widgets/check#${made.statement}`,
    });
    expect(readStatement(made.statement)).toMatchObject(claims);
    expect(await isGenuine(made.statement)).toBe(true);
  });

  it('says nothing of a tier that the fan club no longer has', async () => {
    const made = await card({ tier: 'gone' });
    expect(made.tier).toBeUndefined();
    expect(readStatement(made.statement)!.tier).toBeUndefined();
  });

  it('states no name, whoever reads the code', async () => {
    const made = await card({ name: 'Midori Nogami' });
    expect(Buffer.from(made.statement, 'base64url').toString('latin1')).not.toMatch(/midori|nogami/i);
  });

  it('is good until the same day of a later month, or that month’s last', () => {
    expect(addMonths('2026-11-21', 12)).toBe('2027-11-21');
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
    expect(addMonths('2026-10-15', 3)).toBe('2027-01-15');
  });
});

describe('the pages around cards', () => {
  it('bring a policy that lets nothing in but this server, and a worker that may ask nothing else', async () => {
    for (const path of ['/check', '/offline/card']) {
      const response = await world.get(path);
      expect(response.status).toBe(200);
      const policy = response.headers.get('content-security-policy')!;
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toMatch(/unsafe|data:|\*|https:(?!\/\/kankei\.example)/);
      const html = await response.text();
      expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
      for (const [, content] of html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)) expect(content).toBe('');
    }
    const worker = await world.get('/card-worker.js?v=1');
    expect(worker.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(worker.headers.get('content-security-policy')).toBe(
      "default-src 'none'; connect-src 'self' https://kankei.example",
    );
  });

  it('name only files that are there, and the worker keeps every one of them', async () => {
    const worker = await (await world.get('/card-worker.js')).text();
    for (const path of ['/check', '/check?lang=en', '/offline/card']) {
      const html = await (await world.get(path)).text();
      const files = [...html.matchAll(/(?:href|src)="((?:\.\.\/)?(?:assets|embed)\/[^"]+)"/g)].map(([, file]) => file!);
      expect(files.length).toBeGreaterThan(5);
      for (const file of files) {
        const { pathname } = new URL(file, `https://kankei.example${path}`);
        if (pathname.startsWith('/assets/')) expect((await world.get(pathname)).status, pathname).toBe(200);
        expect(worker).toContain(pathname.slice(1));
      }
    }
  });

  it('speak both languages', async () => {
    expect(await (await world.get('/check')).text()).toContain('<h1>会員証の確認</h1>');
    expect(await (await world.get('/check?lang=en')).text()).toContain('<h1>Check a member card</h1>');
  });
});
