import { makeStaffToken, saveMatching } from '@kankei/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nasty } from '../fixtures/hostile-texts.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { fixtureMatching } from './application-world.ts';
import { asking, type EnquiryWorld, makeEnquiryServer } from './enquiry-world.ts';
import { makeBrowser, type StaffBrowser } from './staff-world.ts';
import { neighbour } from './world.ts';

const code = fixtureTown.code;

let world: EnquiryWorld;
let desk: StaffBrowser;
beforeEach(async () => {
  world = await makeEnquiryServer();
  desk = makeBrowser(world);
  await desk.signIn(await makeStaffToken(world.db, code, now));
});
afterEach(() => world.db.destroy());

const enquiries = () => world.db.selectFrom('enquiry').selectAll().orderBy('created_at').execute();
const newest = async () => (await enquiries()).at(-1)!;
const path = async () => `/staff/enquiries/${(await newest()).id}`;
const textOf = async (address: string) => (await desk.get(address)).text();
const plain = (html: string) => html.replaceAll(/(\s*<[^>]+>)+\s*/g, ' ');
/** Presses a button of the enquiry's page, as it was shown last. */
const press = async (doing: string, message = '', seen?: string) => {
  const address = await path();
  const shown = /name="seen" value="(\d+)"/.exec(await textOf(address))?.[1] ?? '0';
  return desk.post(address, { doing, message, seen: seen ?? shown });
};
const lastMail = async () => (await world.mails()).at(-1)!;

describe('the enquiries at the staff desk', () => {
  it('are listed, those first that wait longest, and by whether one thinks of moving', async () => {
    expect(await textOf('/staff/enquiries')).toContain('まだ、相談は届いていません。');
    await world.enquire({ name: '一番' });
    for (const [name, moving] of [
      ['二番', 'move'],
      ['三番', 'unsure'],
      ['四番', ''],
    ] as const) {
      world.clock.now += 60_000;
      await world.enquire({ name, moving, email: `${moving || 'silent'}@example.jp` });
    }
    const page = plain(await textOf('/staff/enquiries'));
    expect(page).toContain('すべて（4） 移住したい（1） 決めていない（1） 移住せず関わりたい（1）');
    expect(page).toMatch(/一番 移住せず関わりたい .* お返事待ち 二番 移住したい .*三番.*四番 （答えなし）/);
    const movers = plain(await textOf('/staff/enquiries?moving=move'));
    expect(movers).toContain('二番');
    expect(movers).not.toMatch(/一番|三番|四番/);
    expect(await textOf('/staff/enquiries?lang=en')).toContain('Wants to move (1)');
    expect(await textOf('/staff')).toContain('staff/enquiries?lang=ja');
  });

  it('show what was left, the answers that were shown, and what may suit', async () => {
    await world.offer({ id: 'field', title: '畑の手伝い', themes: ['農業'] });
    await world.enquire();
    const page = plain(await textOf(await path()));
    for (const words of [asking.message, 'hikari@example.jp', '移住はせずに、関わりたい', '畑や田んぼ、冬のくらし'])
      expect(page).toContain(words);
    expect(await textOf(await path())).toMatch(/staff\/applications\/field\?lang=ja">畑の手伝い/);
    world.clock.now += 60_000;
    await world.enquire({ email: 'three@example.jp' }, { profile: {} });
    expect(await textOf(await path())).toContain('質問への答えは、見せていただいていません。');
    expect(await textOf(await path())).not.toContain('答えに合いそうな募集');
  });

  it('are answered by mail, line by line as it was written, and the answer stands on the person’s page', async () => {
    await world.enquire();
    for (const words of [' ', 'あ'.repeat(5001)]) {
      const refused = await press('answer', words);
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain('5,000文字まで');
    }
    expect((await newest()).state).toBe('open');
    expect(await world.mails()).toHaveLength(1);
    world.clock.now += 60_000;
    const answer = '青山さま\r\n\r\n畑があります。\r\n・上野の畑\r\n・<棚原>の田んぼ';
    expect((await press('answer', answer)).headers.get('location')).toContain('done=answer');
    const mail = await lastMail();
    expect(mail).toMatchObject({
      to: 'hikari@example.jp',
      subject: '【むすび野町】ご相談へのお返事',
      replyTo: 'tsunagari@musubino.example',
    });
    expect(mail.text).toContain('畑があります。\n・上野の畑\n・<棚原>の田んぼ');
    expect(mail.html).toContain('<p>畑があります。<br>\n・上野の畑<br>\n・&lt;棚原&gt;の田んぼ</p>');
    expect(await newest()).toMatchObject({ state: 'answered' });
    const page = await (await world.get(await world.enquiryPageOf())).text();
    expect(plain(page)).toContain('お返事しました');
    expect(page).toContain('&lt;棚原&gt;の田んぼ');
    // One may write again.
    world.clock.now += 60_000;
    expect((await press('answer', '追伸です。')).status).toBe(303);
    expect((await lastMail()).text).toContain('追伸です。');
    expect(await world.mails()).toHaveLength(3);
  });

  it('are marked as answered without a mail, and deleted with all that was left', async () => {
    await world.enquire();
    const page = await world.enquiryPageOf();
    expect((await press('done')).status).toBe(303);
    expect(await newest()).toMatchObject({ state: 'answered', reply: null });
    expect(await world.mails()).toHaveLength(1);
    expect(plain(await textOf('/staff/enquiries'))).toContain('お返事済み');
    const gone = await path();
    const deleted = await press('delete');
    expect(deleted.headers.get('location')).toMatch(/staff\/enquiries\?.*done=delete/);
    expect(await enquiries()).toEqual([]);
    expect((await desk.get(gone)).status).toBe(404);
    expect((await world.get(page)).status).toBe(404);
  });

  it('are not decided on as they were before, nor after they were taken back', async () => {
    await world.enquire();
    const before = String((await newest()).changed_at);
    await press('done');
    const late = await press('answer', '打ったことば', before);
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('打ったことば');
    expect(await world.mails()).toHaveLength(1);
    const address = await path();
    await world.press(`${await world.enquiryPageOf()}/withdraw`, {});
    expect((await desk.post(address, { doing: 'answer', message: 'はい', seen: before })).status).toBe(404);
    expect(await world.mails()).toEqual([]);
  });

  it('are those of one’s own town alone, for nobody who is not signed in, by no form but the desk’s', async () => {
    await world.enquire();
    const address = await path();
    const sent = { doing: 'delete', seen: String((await newest()).changed_at) };
    const other = makeBrowser(world);
    for (const one of ['/staff/enquiries', address]) expect((await other.get(one)).status).toBe(401);
    await other.signIn(await makeStaffToken(world.db, neighbour.code, now));
    expect(await (await other.get('/staff/enquiries')).text()).not.toContain('青山');
    expect((await other.get(address)).status).toBe(404);
    expect((await other.post(address, sent)).status).toBe(404);
    await desk.get(address);
    await desk.post(address, { ...sent, csrf: 'forged' });
    expect((await desk.post(address, sent, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await desk.post(address, { ...sent, doing: 'burn' })).status).toBe(404);
    expect(await enquiries()).toHaveLength(1);
    expect((await desk.post(address, sent)).status).toBe(303);
    expect(await enquiries()).toEqual([]);
  });

  it('show whatever somebody wrote as text', async () => {
    await saveMatching(world.db, code, { ...fixtureMatching, coordinator: { name: '<b>野上</b>' } }, now);
    let shown = 0;
    for (const text of nasty.filter((text) => text.trim()).slice(0, 20)) {
      const response = await world.enquire(
        { message: text, name: text.slice(0, 100), email: `guest${shown}@example.jp` },
        { profile: { words: text.slice(0, 500), themes: ['<img src=x onerror=alert(1)>'] } },
      );
      if (response.status !== 202) continue;
      shown++;
      world.clock.now += 1000;
      expect(await textOf(await path())).not.toMatch(/<script>alert|<img src=x|<svg\/onload|<b>野上/);
      expect(await textOf('/staff/enquiries')).not.toMatch(/<script>alert|<img src=x|<svg\/onload/);
    }
    expect(shown).toBeGreaterThan(8);
  });
});
