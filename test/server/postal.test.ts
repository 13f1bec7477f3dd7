import { globSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Backend, fileBackend, httpBackend } from '@kankei/client';
import { postalShard, problem } from '@kankei/core';
import { findMunicipality, searchMunicipalities } from '@kankei/core/municipalities';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findByAddress, makeShard, type PostalRow, postalFolder } from '../../scripts/postal.ts';
import { shared } from '../fixtures/shared.ts';
import { makeServer, type ServerWorld } from './world.ts';

const names = globSync('*.json', { cwd: postalFolder }).sort();
const textOf = (name: string) => readFileSync(join(postalFolder, name), 'utf8');

/** Japan Post's rows as they were taken over; empty where the source is not beside the repository. */
const source = names.flatMap((name): PostalRow[] => JSON.parse(shared(`data/postal/min-json/${name}`) ?? '[]'));

let world: ServerWorld;
beforeAll(async () => {
  world = await makeServer();
});
afterAll(() => world.db.destroy());

const overHttp = () =>
  httpBackend('https://kankei.example', { fetch: async (request) => world.app.request(request as Request) });

/** The folder on a plain web server, which answers what it does not have with a page. */
const overFiles = () =>
  fileBackend('https://town.example/kankei.json', {
    fetch: async (request) => {
      const { pathname } = new URL((request as Request).url);
      const known = names.includes(basename(pathname)) && pathname.startsWith('/postal/');
      return known ? new Response(textOf(basename(pathname))) : new Response('<h1>404</h1>', { status: 404 });
    },
  });

describe.each<[string, () => Backend]>([
  ['over the server', overHttp],
  ['over files', overFiles],
])('postal codes %s', (_, make) => {
  it.skipIf(!source.length)('are all found, with every place of each (needs ../shared)', async () => {
    const backend = make();
    const wanted = new Map<string, Set<string>>();
    for (const [code, prefecture, municipality, area] of source) {
      const places = wanted.get(code) ?? new Set();
      wanted.set(code, places.add([findByAddress(prefecture, municipality).code, area].join()));
    }
    expect(wanted.size).toBe(120_677);
    for (const [code, places] of wanted) {
      const found = await backend.postal(code);
      const written = found?.map(({ municipalityCode, area = '' }) => [municipalityCode, area].join());
      if (written?.length !== places.size || !written.every((one) => places.has(one)))
        expect({ code, found: written }).toEqual({ code, found: [...places] });
    }
  });

  it('name the place as the list of municipalities does', async () => {
    expect(await make().postal('5094221')).toEqual([
      { prefecture: '岐阜県', municipalityCode: '212172', municipality: '飛騨市', area: '古川町若宮' },
    ]);
  });

  it('say no area where the code stands for the whole municipality', async () => {
    expect(await make().postal('1000000')).toEqual([
      { prefecture: '東京都', municipalityCode: '131016', municipality: '千代田区' },
    ]);
  });

  it('that span several places give them all', async () => {
    const places = await make().postal('4520961');
    expect(places!.length).toBe(66);
    expect(new Set(places!.map(({ municipality }) => municipality))).toEqual(new Set(['清須市']));
  });

  it.each([
    '0000000',
    '9999999',
    '',
    '509422',
    '50942211',
    '509-4221',
    '５０９４２２１',
    '../../x',
    '__proto__',
    'abcdefg',
  ])('do not know %j and do not fail', async (code) => {
    expect(await make().postal(code)).toBeUndefined();
  });
});

/** The code of a city, whose name no other city of Japan has. */
const named = (name: string) => searchMunicipalities(name).find((one) => one.name === name)!.code;

describe('the shards', () => {
  const shards = names.map((name) => postalShard.parse(JSON.parse(textOf(name))));

  it('are small: at most 30 kB each, 3.2 MB in all', () => {
    const sizes = names.map((name) => statSync(join(postalFolder, name)).size);
    expect(Math.max(...sizes)).toBeLessThan(30_000);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(3_200_000);
  });

  it('name only municipalities there are, as core does', () => {
    for (const { municipalityCode, prefecture, municipality } of shards.flat())
      expect(findMunicipality(municipalityCode)).toMatchObject({ name: municipality, prefecture });
  });

  it('miss no municipality but cities that have wards, and the six villages north of Nemuro', () => {
    const reached = new Set(shards.flat().map(({ municipalityCode }) => municipalityCode));
    const missing = [...'0123456789']
      .flatMap((digit) => searchMunicipalities(digit))
      .filter(({ code, kind }) => kind !== 'prefecture' && !reached.has(code));
    const withWards = searchMunicipalities('区')
      .filter(({ kind }) => kind === 'ward')
      .map(({ name }) => name.replace(/市.+区$/, '市'));
    const northern = ['016951', '016969', '016977', '016985', '016993', '017001'];
    const expected = new Set([...withWards.map((name) => named(name)), ...northern]);
    expect(new Set(missing.map(({ code }) => code))).toEqual(expected);
  });

  it.skipIf(!source.length)('are what the script makes of the source (needs ../shared)', () => {
    for (const name of names) {
      const rows = source.filter(([code]) => code.startsWith(name.slice(0, 3)));
      if (JSON.stringify(makeShard(rows)) !== textOf(name).trim()) expect(name).toBe('as the script writes it');
    }
  });
});

describe('findByAddress', () => {
  it.each([
    ['岐阜県', '飛騨市', '飛騨市'],
    ['岐阜県', '郡上市', '郡上市'],
    ['愛知県', '蒲郡市', '蒲郡市'],
    ['奈良県', '大和郡山市', '大和郡山市'],
    ['北海道', '余市郡余市町', '余市町'],
    ['奈良県', '高市郡明日香村', '明日香村'],
    ['北海道', '古宇郡泊村', '泊村'],
    ['栃木県', '芳賀郡市貝町', '市貝町'],
    ['東京都', '三宅島三宅村', '三宅村'],
    ['福岡県', '糟屋郡須惠町', '須恵町'],
    ['静岡県', '浜松市中央区', '浜松市中央区'],
  ])('finds %s %s', (prefecture, written, name) => {
    expect(findByAddress(prefecture, written)).toMatchObject({ prefecture, name });
  });

  it('says which one it does not know', () => {
    expect(() => findByAddress('岐阜県', '高岡郡檮原町')).toThrow('岐阜県高岡郡檮原町');
    expect(() => makeShard([['123', '東京都', '千代田区', '']])).toThrow('123');
  });
});

describe('/v1/postal', () => {
  it('answers any page, for a week, and says when a copy is still good', async () => {
    const answer = await world.get('/v1/postal/509.json', { headers: { origin: 'https://town.example' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=604800/);
    const etag = answer.headers.get('etag')!;
    const again = await world.get('/v1/postal/509.json', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it.each(['/v1/postal/000.json', '/v1/postal/README.md', '/v1/postal/5094.json', '/v1/postal/..%2Fx.json'])(
    'has nothing at %s',
    async (path) => {
      const answer = await world.get(path);
      expect(answer.status).toBe(404);
      expect(problem.parse(await answer.json()).code).toBe('not-found');
    },
  );
});
