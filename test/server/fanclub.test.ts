import { fanclub, fanclubFields, problem, routePath } from '@kankei/core';
import { saveFanclub } from '@kankei/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixtureFanclub } from '../fixtures/every-question.ts';
import { now } from '../fixtures/programs.ts';
import { type MemberWorld, makeMemberServer } from './member-world.ts';

let world: MemberWorld;
beforeAll(async () => {
  world = await makeMemberServer();
});
afterAll(() => world.db.destroy());

const path = routePath('fanclub', { code: '999997' });

it('tells every page what a fan club says and asks', async () => {
  const response = await world.get(path, { headers: { origin: 'https://anywhere.example' } });
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  const told = fanclub.parse(await response.json());
  expect(told).toEqual(fixtureFanclub);
  expect(fanclubFields(told).map(({ name }) => name)).toContain('snow');
});

it('is asked again only when something was changed', async () => {
  const tag = (await world.get(path)).headers.get('etag')!;
  const again = () => world.get(path, { headers: { 'if-none-match': tag } });
  expect((await again()).status).toBe(304);
  expect(await saveFanclub(world.db, '999997', fixtureFanclub, now)).toBe(false);
  expect((await again()).status).toBe(304);
  expect(await saveFanclub(world.db, '999997', { ...fixtureFanclub, title: '橋の会' }, now)).toBe(true);
  const changed = await again();
  expect(changed.status).toBe(200);
  expect(await changed.json()).toMatchObject({ title: '橋の会' });
});

it('keeps the numbers that were given out when it is described anew', async () => {
  await world.becomeMember({ email: 'one@example.jp' });
  await saveFanclub(world.db, '999997', { ...fixtureFanclub, title: '川の会' }, now);
  const token = await world.becomeMember({ email: 'two@example.jp' });
  expect(await (await world.own(token)).json()).toMatchObject({ number: 2 });
});

it.each([
  ['/v1/towns/212172/fanclub', 404, 'fanclub-not-found'],
  ['/v1/towns/011002/fanclub', 404, 'town-not-found'],
  ['/v1/towns/999990/fanclub', 400, 'invalid-parameter'],
  ['/v1/towns/999997/fanclub?x=1', 400, 'invalid-parameter'],
])('says of %s what is wrong', async (address, status, code) => {
  const response = await world.get(address);
  expect(response.status).toBe(status);
  expect(problem.parse(await response.json()).code).toBe(code);
});
