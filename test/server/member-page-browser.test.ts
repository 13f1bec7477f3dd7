import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserWorld, browser, keptBy, openBrowser } from './browser-world.ts';
import { makeMemberServer } from './member-world.ts';

describe.skipIf(!browser)('a member’s page, in a browser (skipped where there is no Chromium)', () => {
  let world: BrowserWorld;
  let token: string;

  beforeAll(async () => {
    const members = await makeMemberServer();
    // The browser's server has the clock of the machine.
    members.clock.now = Date.now();
    token = await members.becomeMember({ name: '髙橋 はるか' });
    world = await openBrowser(members.db);
  }, 120_000);
  afterAll(() => world.close());

  const number = async () => {
    const found = world.page.locator('kankei-member-card [part="number"]');
    await found.waitFor({ timeout: 10_000 });
    return (await found.textContent())?.trim();
  };
  const open = () => world.page.goto(`${world.url}/member/${token}`);

  it('shows the card with its code, under a policy that stops nothing it needs', async () => {
    await open();
    expect(await number()).toBe('1');
    await world.page.locator('kankei-member-card .qr').waitFor();
    expect(world.complaints).toEqual([]);
  });

  it('saves the card as a picture', async () => {
    const [download] = await Promise.all([
      world.page.waitForEvent('download'),
      world.page.locator('kankei-member-card [part="save"]').click(),
    ]);
    expect(download.suggestedFilename()).toBe('member-card-1.png');
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1712, 1080]);
    expect(world.complaints).toEqual([]);
  });

  it('makes name cards to save', async () => {
    const [download] = await Promise.all([
      world.page.waitForEvent('download'),
      world.page.locator('form[action*="name-cards"] button').click(),
    ]);
    expect(download.suggestedFilename()).toBe('name-cards.pdf');
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('shows the card without network once it was opened, and keeps nothing else of the page', async () => {
    const { page } = world;
    await page.evaluate(() => navigator.serviceWorker.ready);
    await expect.poll(() => keptBy(page, 'kankei-card-page ')).toMatch(/chunks\/qr-/);
    const kept = (await keptBy(page, 'kankei-card-page ')) + (await keptBy(page, 'kankei-cards'));
    expect(kept).not.toContain(token);
    await world.context.setOffline(true);
    await page.goto('about:blank');
    await open();
    expect(await number()).toBe('1');
    expect(await page.locator('h1').textContent()).toBe('会員証');
    expect(await page.locator('kankei-member-card [part="stale"]').textContent()).toContain('受け取った会員証');
    expect(await page.locator('form').count()).toBe(0);
    await world.context.setOffline(false);
  });

  it('forgets the card when the member leaves', async () => {
    const { page } = world;
    await page.goto(`${world.url}/member/${token}/leave`);
    expect(await keptBy(page, 'kankei-cards')).not.toBe('');
    await page.locator('main form button').click();
    await expect.poll(() => page.locator('h1').textContent()).toBe('退会しました');
    await expect.poll(() => keptBy(page, 'kankei-cards')).toBe('');
    await world.pullThePlug();
    await open();
    await expect
      .poll(() => page.locator('kankei-member-card [part="problem"]').textContent())
      .toContain('この端末には会員証が残っていません');
  });
});
