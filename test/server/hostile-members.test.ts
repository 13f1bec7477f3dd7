import { type Answers, checkField, type Field, fanclubFields, problem, tidyAnswer } from '@kankei/core';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findClub } from '../../packages/server/src/members/club.ts';
import { exportMembers } from '../../packages/server/src/members/export.ts';
import { fixtureFanclub } from '../fixtures/every-question.ts';
import fc from '../fixtures/fast-check.ts';
import { nasty } from '../fixtures/hostile-texts.ts';
import { linkIn, type MemberWorld, makeMemberServer } from './member-world.ts';

let world: MemberWorld;
beforeAll(async () => {
  world = await makeMemberServer();
});
afterAll(() => world.db.destroy());

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nasty) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)) },
);
const values = [
  ...nasty,
  ...fc.sample(
    fc.array(piece, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
    1000,
  ),
]
  .map((value) => value.slice(0, 40_000))
  .slice(0, 1000);

const fields = fanclubFields(fixtureFanclub);
const today = '2026-11-21';
const free = new Set([
  'text',
  'kana',
  'tel',
  'postal',
  'municipality',
  'date',
  'birth-year',
  'number',
  'long-text',
  'prefecture',
]);

/** Of what is kept, so much that a whole form of it is still taken. */
const keepable = values.map((value) => value.slice(0, 1500));

/** Good answers, with the value in every field that takes it; and what must be kept of them. */
function withEverywhere(value: string): { given: Answers; kept: Answers } {
  const given: Answers = { ...world.signup().answers, season: 'winter' };
  for (const field of fields)
    if (free.has(field.kind) && !('code' in checkField(field, value, today))) given[field.name] = value;
  if (!tidyAnswer('text', String(given.name))) given.name = '山田 花子';
  const { privacy, ...others } = given;
  const kept = Object.fromEntries(
    Object.entries(others).flatMap(([name, answer]): [string, Answers[string]][] => {
      const field = fields.find((one) => one.name === name)!;
      const meant = typeof answer === 'string' ? meantBy(field, answer) : answer;
      return meant === '' ? [] : [[name, meant]];
    }),
  );
  return { given, kept };
}

/** What is to be kept of a text: as it was meant, numbers as numbers. */
function meantBy({ kind }: Field, text: string): string | number {
  const tidy = tidyAnswer(kind, text);
  return tidy && (kind === 'number' || kind === 'birth-year') ? Number(tidy) + 0 : tidy;
}

it('takes or refuses a thousand hostile values in every field, and never breaks', async () => {
  for (const [index, value] of values.entries()) {
    const hostile = Object.fromEntries(fields.map(({ name }) => [name, value]));
    const everything = { answers: hostile, language: value, noticeVersion: value, source: value, introducer: value };
    for (const body of [
      world.signup(hostile),
      { ...world.signup(), ...everything },
      { ...world.signup(), [value]: value, answers: { ...world.signup().answers, [value]: value } },
    ]) {
      const response = await world.send(body);
      expect(response.status, `value ${index}`).toBeGreaterThanOrEqual(400);
      expect(response.status, `value ${index}`).toBeLessThan(500);
      const told = problem.parse(await response.json());
      // A field is named, a value never.
      for (const { name } of told.errors ?? []) expect(name).toMatch(/^[\w.-]{1,60}$/);
    }
  }
}, 120_000);

it('keeps of a signup exactly what was meant', async () => {
  for (const [index, value] of keepable.entries()) {
    const { given, kept } = withEverywhere(value);
    const email = `hostile-${index}@example.jp`;
    const response = await world.join(world.signup({ ...given, email }));
    expect(response.status, `value ${index}: ${await response.clone().text()}`).toBe(202);
    const address = { answers: JSON.stringify({ ...kept, email }) };
    const rows = await world.db.selectFrom('signup').select('answers').where('address', '=', email).execute();
    expect(JSON.parse(rows[0]!.answers), `value ${index}`).toEqual(JSON.parse(address.answers));
    await world.db.deleteFrom('mail').where('key', 'not like', '%.welcome').execute();
  }
}, 120_000);

it('shows and exports what is kept as it is, and nothing of it as markup or formula', async () => {
  const token = await world.becomeMember({ email: 'shown@example.jp' });
  const club = (await findClub(world.db, '999997'))!;
  for (const [index, value] of keepable.entries()) {
    const { given, kept } = withEverywhere(value);
    const { privacy, ...answers } = { ...given, email: 'shown@example.jp' } as Answers;
    const cardName = value.length <= 400 && [...tidyAnswer('text', value)].length <= 40 ? value : '';
    const changed = await world.own(token, { method: 'PATCH', body: JSON.stringify({ answers, cardName }) });
    expect(changed.status, `value ${index}: ${await changed.clone().text()}`).toBe(200);
    const page = await (await world.get(`/member/${token}`)).text();
    expect(inputOf(page, 'nickname'), `value ${index}`).toBe(kept.nickname ?? '');
    expect(inputOf(page, 'cardName'), `value ${index}`).toBe(tidyAnswer('text', cardName));
    const area = /<textarea name="skills"[^>]*>\n([\s\S]*?)<\/textarea>/.exec(page)![1]!;
    expect(plain(area), `value ${index}`).toBe(kept.skills ?? '');
    // Of markup there is on the page what is there of an ordinary member.
    expect(page.match(/<script/g)).toHaveLength(4);
    expect(page).not.toMatch(/<(img|svg\/|b>)/);
    let csv = '';
    for await (const lines of exportMembers(world.db, club)) csv += lines;
    const { data, errors } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true });
    expect(errors, `value ${index}`).toEqual([]);
    expect(data).toHaveLength(1);
    for (const [name, label] of [
      ['name', 'お名前'],
      ['nickname', 'あだ名'],
      ['skills', '得意なこと'],
      ['municipality', '市区町村'],
    ] as const) {
      const cell = data[0]![label]!;
      expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      expect(cell.replace(/^'(?=[=+\-@\t\r])/, ''), `value ${index}`).toBe(kept[name] ?? '');
    }
  }
}, 120_000);

it('says nothing on the confirming page and in mails but in text', async () => {
  const name = '<script>alert(1)</script>"\'&';
  await world.join(world.signup({ name, email: 'script@example.jp' }));
  const mail = (await world.mails()).find(({ to }) => to === 'script@example.jp')!;
  await world.confirm('script@example.jp');
  const welcome = (await world.mails()).find(({ key, to }) => to === 'script@example.jp' && key.endsWith('.welcome'))!;
  for (const html of [mail.html, welcome.html]) expect(html).not.toMatch(/<script|<img/);
  expect(welcome.text).toContain(name);
  expect(linkIn(welcome, 'member')).toMatch(/^\/member\//);
});

function inputOf(page: string, name: string): string {
  return plain(
    new RegExp(`name="${name}"[^>]*? value="([^"]*)"|name="${name}" id="[^"]*" value="([^"]*)"`)
      .exec(page)!
      .slice(1)
      .find((one) => one !== undefined)!,
  );
}

/** What a browser makes of escaped text. */
function plain(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
