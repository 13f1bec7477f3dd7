import { type Furusato, furusato } from '@kankei/core';
import { figuresOf, findFurusato, makeStaffToken, saveFurusato } from '@kankei/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import fc from '../fixtures/fast-check.ts';
import { fixtureFurusato } from '../fixtures/furusato.ts';
import { nasty } from '../fixtures/hostile-texts.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { makeStaffServer, type StaffBrowser, type StaffWorld } from './staff-world.ts';
import { neighbour } from './world.ts';

const town = fixtureTown.code;
const page = '/staff/furusato';
const flagged = '返礼品が豪華！ポイント還元でお得';

let world: StaffWorld;
let staff: StaffBrowser;
beforeEach(async () => {
  world = await makeStaffServer();
  await saveFurusato(world.db, town, fixtureFurusato, now);
  world.clock.now = now + 60_000;
  staff = await world.signedIn();
});
afterEach(() => world.db.destroy());

/** The values of the form as a browser would send them. */
async function form(): Promise<Record<string, string>> {
  const text = await (await staff.get(page)).text();
  const inputs = [...text.matchAll(/<input [^>]*name="([^"]+)" (?:id="[^"]*" )?value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name, value]) => [name!, value!]));
}

const send = async (changes: Record<string, string>, headers?: Record<string, string>) =>
  staff.post(page, { ...(await form()), ...changes }, headers);

const shown = async () => {
  const [bus, kiln] = (await findFurusato(world.db, town))!.projects;
  return { bus, kiln };
};

const followed = async (response: Response) => {
  expect(response.status).toBe(303);
  return (
    await staff.get(new URL(response.headers.get('location')!, `https://kankei.example${page}`).href.slice(22))
  ).text();
};

describe('staff update the figures of a project', () => {
  it('in one form, without a script, and the public sees them at once', async () => {
    const response = await send({ 'raised-bus': '1,300,000', 'donors-bus': '101', 'asOf-bus': '2026-11-21' });
    expect(await followed(response)).toContain('通学バスを走らせる：1,300,000円（2026年11月21日現在）');
    const { projects } = furusato.parse(await (await world.get(`/v1/towns/${town}/furusato`)).json());
    expect(projects[0]).toMatchObject({ raised: 1_300_000, donors: 101, asOf: '2026-11-21', goal: 3_000_000 });
    expect(projects[1]).toEqual(fixtureFurusato.projects[1]);
  });

  it.each([
    ['１，３００，０００円', 1_300_000],
    ['130万', 1_300_000],
    ['¥1300000', 1_300_000],
    [' 130.5万円 ', 1_305_000],
  ])('and may write %j', async (typed, raised) => {
    await send({ 'raised-bus': typed, 'asOf-bus': '2026年11月21日' });
    expect((await shown()).bus).toMatchObject({ raised, asOf: '2026-11-21' });
  });

  it('which are of today unless a day is given, and then nobody says anything of the others', async () => {
    await send({ 'raised-bus': '1300000' });
    expect((await shown()).bus!.asOf).toBe('2026-11-21');
    expect((await shown()).kiln).toEqual(fixtureFurusato.projects[1]);
    expect(await figuresOf(world.db, town, 'kiln')).toHaveLength(1);
  });

  it('or say that they are still the same on another day', async () => {
    await send({ 'asOf-kiln': '2026-11-20' });
    expect((await shown()).kiln).toEqual({ ...fixtureFurusato.projects[1], asOf: '2026-11-20' });
  });

  it('and learn that nothing was saved where nothing was changed', async () => {
    expect(await followed(await send({}))).toContain('何も保存していません');
    expect(await figuresOf(world.db, town, 'bus')).toHaveLength(1);
  });

  it('of an earlier day, which join the history while the public keeps the newer ones', async () => {
    await send({ 'raised-bus': '1300000', 'asOf-bus': '2026-11-21' });
    world.clock.now += 1;
    const text = await followed(await send({ 'raised-bus': '1100000', 'donors-bus': '80', 'asOf-bus': '2026-11-15' }));
    expect(text).toContain('もっと新しい2026年11月21日の数字のままです');
    expect((await shown()).bus).toMatchObject({ raised: 1_300_000, asOf: '2026-11-21' });
    expect((await figuresOf(world.db, town, 'bus')).map(({ asOf, raised }) => [asOf, raised])).toEqual([
      ['2026-11-15', 1_100_000],
      ['2026-11-20', 1_240_000],
      ['2026-11-21', 1_300_000],
    ]);
    expect(text).toMatch(
      /これまでの数字（3件）[\s\S]*2026年11月21日 <strong>公開中<\/strong>[\s\S]*2026年11月20日[\s\S]*2026年11月15日/,
    );
  });

  it('and put those of a day right', async () => {
    await send({ 'raised-bus': '1300000', 'asOf-bus': '2026-11-20' });
    expect((await shown()).bus).toMatchObject({ raised: 1_300_000, asOf: '2026-11-20' });
    world.clock.now += 1;
    await send({ 'raised-bus': '1250000', 'donors-bus': '', 'asOf-bus': '2026-11-20' });
    expect((await shown()).bus).toMatchObject({ raised: 1_250_000, asOf: '2026-11-20' });
    expect((await shown()).bus).not.toHaveProperty('donors');
    expect(await figuresOf(world.db, town, 'bus')).toHaveLength(3);
  });

  it('without undoing what a colleague saved of another project meanwhile', async () => {
    const old = await form();
    await send({ 'raised-kiln': '950000' });
    await staff.post(page, { ...old, 'raised-bus': '1300000', csrf: staff.csrf });
    expect((await shown()).kiln!.raised).toBe(950_000);
    expect((await shown()).bus!.raised).toBe(1_300_000);
  });

  it.each([
    ['raised-bus', '', '通学バスを走らせる 集まった額（円）を入力してください。'],
    ['raised-bus', 'たくさん', '通学バスを走らせる 集まった額（円）は、数字で入力してください。'],
    ['raised-bus', '-1', '通学バスを走らせる 集まった額（円）は、0以上にしてください。'],
    ['raised-bus', '99999999999999', '通学バスを走らせる 集まった額（円）は、10,000,000,000,000以下にしてください。'],
    ['goal-bus', '0', '通学バスを走らせる 目標額（円）は、1以上にしてください。'],
    ['donors-bus', '1.5', '通学バスを走らせる 寄付した人数は、数字で入力してください。'],
    ['asOf-bus', '2026-11-22', '通学バスを走らせる 数字の日付は、2026年11月21日かそれより前の日にしてください。'],
    ['asOf-bus', '2026-09-30', '通学バスを走らせる 数字の日付は、2026年10月1日かそれより後の日にしてください。'],
    ['asOf-bus', 'きのう', '通学バスを走らせる 数字の日付は、正しい年月日で入力してください。'],
  ])('and see under the field what is wrong with %s = %j, with nothing lost', async (name, value, words) => {
    const given = { 'raised-bus': '1300000', 'raised-kiln': '950000', 'asOf-kiln': '2026-11-21', [name]: value };
    const response = await send(given);
    expect(response.status).toBe(422);
    const text = await response.text();
    expect(text).toContain(`<a href="#field-${name}">`);
    expect(text).toContain(words);
    expect(text).toMatch(new RegExp(`id="fault-${name}"`));
    expect(text).toMatch(/<title>エラー：/);
    for (const [field, typed] of Object.entries(given))
      expect(text).toMatch(new RegExp(`name="${field}" value="${typed}"`));
    expect((await findFurusato(world.db, town))!.projects).toEqual(fixtureFurusato.projects);
  });

  it('for their own town alone', async () => {
    await saveFurusato(world.db, neighbour.code, fixtureFurusato, now);
    const other = await world.signedIn(await makeStaffToken(world.db, neighbour.code, now));
    await other.get(page);
    await other.post(page, { 'goal-bus': '3000000', 'raised-bus': '5', 'raised-kiln': '1', 'goal-kiln': '1', town });
    expect((await findFurusato(world.db, town))!.projects).toEqual(fixtureFurusato.projects);
    expect((await findFurusato(world.db, neighbour.code))!.projects[0]!.raised).toBe(5);
  });

  it('but not with a form of another session: it is kept, and can be sent once more', async () => {
    const typed = await form();
    const { csrf: old } = staff;
    await staff.signIn(world.key);
    const kept = await staff.post(page, { ...typed, 'raised-bus': '1300000', csrf: old });
    expect(kept.status).toBe(403);
    expect((await shown()).bus!.raised).toBe(1_240_000);
    const resent = await staff.post(page, { ...hiddenOf(await kept.text()), csrf: staff.csrf });
    expect(resent.status).toBe(303);
    expect((await shown()).bus!.raised).toBe(1_300_000);
  });

  it('and lose nothing when the session ended while they typed', async () => {
    const typed = { ...(await form()), 'raised-bus': '1300000' };
    world.clock.now += 9 * 3600_000;
    const asked = await staff.post(page, typed);
    expect(asked.status).toBe(401);
    const text = await asked.text();
    expect(text).toContain('入力した内容は残っています');
    const signedIn = await staff.post('/staff/sign-in', { ...hiddenOf(text), key: world.key });
    expect(signedIn.status).toBe(200);
    const resend = await signedIn.text();
    expect(resend).toContain('action="../staff/furusato?lang=ja"');
    expect((await staff.post(page, hiddenOf(resend))).status).toBe(303);
    expect((await shown()).bus!.raised).toBe(1_300_000);
  });

  it('which is lost only to who then signs in for another town', async () => {
    await saveFurusato(world.db, neighbour.code, fixtureFurusato, now);
    const typed = { ...(await form()), 'raised-bus': '1300000' };
    world.clock.now += 9 * 3600_000;
    const text = await (await staff.post(page, typed)).text();
    const key = await makeStaffToken(world.db, neighbour.code, now);
    expect((await staff.post('/staff/sign-in', { ...hiddenOf(text), key })).status).toBe(303);
    await staff.get(page);
    expect((await staff.post(page, { ...typed })).status).toBe(303);
    expect((await findFurusato(world.db, neighbour.code))!.projects).toEqual(fixtureFurusato.projects);
  });
});

/** What the hidden fields of a page hold. */
function hiddenOf(text: string): Record<string, string> {
  const main = text.slice(text.indexOf('<main'));
  const plain = (value: string) =>
    value
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  const inputs = [...main.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name, value]) => [plain(name!), plain(value!)]));
}

describe('what a town may not say', () => {
  it('is named with its place, its rule, since when, and what to write instead', async () => {
    const [bus, kiln] = fixtureFurusato.projects;
    const profile: Furusato = {
      ...fixtureFurusato,
      button: flagged,
      projects: [{ ...bus!, done: { ja: 'できました', en: 'Get cash back' } }, kiln!],
    };
    await saveFurusato(world.db, town, profile, now);
    const text = await (await staff.get(page)).text();
    expect(text).toContain('次の2か所は、公開のページに出していません');
    expect(text).toContain('プロジェクト「通学バスを走らせる」 › できたこと › 英語');
    expect(text).toContain(`<dd>${flagged}</dd>`);
    expect(text).toMatch(/「返礼品が豪華」 返礼品を強調しています（2024年10月から。平成31年総務省告示第179号/);
    expect(text).toMatch(/「ポイント還元」 ポイントの付与で誘っています（2025年10月から。/);
    expect(text).toContain('使い道を選んで寄付する');
    const english = await (await staff.get(`${page}?lang=en`)).text();
    expect(english).toContain('since October 2024');
    expect(await (await world.get(`/v1/towns/${town}/furusato`)).text()).not.toMatch(/豪華|還元|cash back/);
  });

  it('is nothing, where all is well', async () => {
    expect(await (await staff.get(page)).text()).toContain('募集に使えない言葉は見つかりませんでした');
  });
});

describe('the page', () => {
  it('says what to do where the town says nothing of furusato nozei', async () => {
    const other = await world.signedIn(await makeStaffToken(world.db, neighbour.code, now));
    const response = await other.get(page);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(`kankei furusato import FILE --town ${neighbour.code}`);
    expect((await other.post(page, { 'raised-bus': '1' })).status).toBe(303);
  });

  it('shows what a town wrote as text, whatever it is', async () => {
    for (const title of nasty.filter((text) => furusato.safeParse({ uses: [{ title: text }] }).success)) {
      const [bus] = fixtureFurusato.projects;
      await saveFurusato(world.db, town, { ...fixtureFurusato, projects: [{ ...bus!, title }] }, now);
      const text = await (await staff.get(page)).text();
      expect(text.match(/<script/g), title).toHaveLength(1);
      expect(text, title).not.toMatch(/<(img|svg|iframe|object|a)\b[^>]*\bon\w+=/i);
    }
  });

  it('takes any text in any field: never fails, stores nothing but figures, shows again what was typed', async () => {
    const names = Object.keys(await form());
    const piece = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 30 }));
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...names, 'x', '__proto__'), piece, { noNullPrototype: true }),
        async (changes) => {
          const pairs = Object.entries({ ...(await form()), ...changes }).filter(([name]) => name !== 'csrf');
          const response = await staff.post(page, [...pairs, ['csrf', staff.csrf]]);
          expect([303, 422]).toContain(response.status);
          const text = await response.text();
          if (response.status === 422) {
            expect(text.match(/<script/g)).toHaveLength(1);
            expect(text).not.toMatch(/<(img|svg|iframe|object|a)\b[^>]*\bon\w+=/i);
          }
          const stored = (await findFurusato(world.db, town))!;
          expect(furusato.parse(stored)).toEqual(stored);
          expect(stored.projects.map(({ title }) => title)).toEqual(fixtureFurusato.projects.map(({ title }) => title));
        },
      ),
      { numRuns: 150 },
    );
  });
});
