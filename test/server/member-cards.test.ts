import { type MemberCard, readStatement } from '@kankei/core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureFanclub } from '../fixtures/every-question.ts';
import { fixtureTown } from '../fixtures/programs.ts';
import { type MemberWorld, makeMemberServer } from './member-world.ts';

let world: MemberWorld;
let token: string;
beforeAll(async () => {
  world = await makeMemberServer();
  token = await world.becomeMember({ name: '髙橋 はるか', email: 'haruka@example.jp' });
});
afterAll(() => world.db.destroy());

const cardOf = (authorization?: string) =>
  world.get(`/v1/towns/${fixtureTown.code}/member/card`, authorization ? { headers: { authorization } } : {});
const press = (name: string, path = `/member/${token}/name-cards`) =>
  world.get(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://kankei.example' },
    body: new URLSearchParams({ name }).toString(),
  });
const namesOn = async (response: Response) => {
  const pdf = await getDocument({ data: new Uint8Array(await response.arrayBuffer()), verbosity: 0 }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  return (items as TextItem[]).map(({ str }) => str);
};

describe('the card of a member', () => {
  it('is handed to who has the token, kept by nobody on the way, and states no name', async () => {
    const response = await cardOf(`Bearer ${token}`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const card = (await response.json()) as MemberCard;
    expect(card).toMatchObject({ town: fixtureTown.code, number: 1, name: '髙橋 はるか', title: fixtureFanclub.title });
    const statement = readStatement(card.statement)!;
    expect(statement).toMatchObject({ town: fixtureTown.code, number: 1, validUntil: card.validUntil });
    expect(card.checkUrl).toBe(`https://kankei.example/check#${card.statement}`);
  });

  it('is nobody’s without the token', async () => {
    for (const authorization of [undefined, 'Bearer ', `Bearer ${'A'.repeat(43)}`, `Basic ${token}`])
      expect((await cardOf(authorization)).status).toBe(401);
  });
});

describe('the name cards of a member', () => {
  it('are a file to save, ten times the name that was chosen', async () => {
    const response = await press('はるか');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="name-cards.pdf"');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await namesOn(response)).filter((text) => text === 'はるか')).toHaveLength(10);
  });

  it('say which characters cannot be printed, and lead back', async () => {
    const response = await press('𠮷田 <b>🎉');
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('𠮷 🎉');
    expect(html).not.toContain('<b>');
    expect(html).toContain(`href="../../member/${token}?lang=ja#name-cards"`);
    expect(await (await press('𠮷', `/member/${token}/name-cards?lang=en`)).text()).toContain('cannot be printed');
  });

  it('need a name of forty characters at most', async () => {
    for (const name of ['', ' \n', 'あ'.repeat(41)]) expect((await press(name)).status, name).toBe(422);
    expect((await press('あ'.repeat(40))).status).toBe(200);
  });

  it('are not made over and over: after twenty one waits, and is told how long', async () => {
    const other = await world.becomeMember({ name: '野上 みどり', email: 'midori@example.jp' });
    const again = () => press('', `/member/${other}/name-cards`);
    for (let made = 0; made < 20; made++) expect((await again()).status).toBe(422);
    const refused = await again();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.text()).toMatch(/[1-9]\d?分ほどたってから/);
    expect((await press('はるか')).status).toBe(200);
  });

  it('are nobody’s without the token', async () => {
    expect((await press('はるか', `/member/${'A'.repeat(43)}/name-cards`)).status).toBe(404);
  });
});
