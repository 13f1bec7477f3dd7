import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { embedSnippets } from '@kankei/core';
import { openDatabase, refreshDemo } from '@kankei/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embedFolder } from '../../scripts/embed.ts';
import { type BrowserWorld, browser, openBrowser } from './browser-world.ts';

describe.skipIf(!browser)('a page opened from a file, in a browser (skipped where there is no Chromium)', () => {
  let world: BrowserWorld;
  const folder = mkdtempSync(join(tmpdir(), 'kankei-file-'));
  const errors: string[] = [];

  beforeAll(async () => {
    const db = await openDatabase(':memory:');
    world = await openBrowser(db);
    await refreshDemo(db, { now: Date.now(), publicUrl: world.url });
    world.page.on('pageerror', (error) => errors.push(String(error)));
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page with these lines from the disk. */
  async function open(body: string): Promise<void> {
    const file = join(folder, 'page.html');
    writeFileSync(
      file,
      `<!doctype html><html lang="ja"><meta charset="utf-8"><title>町</title><body>${body}</body></html>`,
    );
    await world.page.goto(pathToFileURL(file).href);
  }

  it('shows programs of a server, in every form', async () => {
    const options = { town: '999997', limit: '3' };
    const forms = embedSnippets({ base: world.url, widget: 'program-list', options, words: '募集を見る' });
    for (const form of ['element', 'div', 'link'] as const) {
      await open(`${forms[form]}${forms.script}`);
      await world.page.locator('kankei-program-list [part~=card]').first().waitFor();
      expect(await world.page.locator('kankei-program-list [part~=card]').count(), form).toBe(3);
    }
    await open(forms.frame);
    await world.page.frameLocator('iframe').locator('[part~=card]').first().waitFor();
    expect(errors).toEqual([]);
  });

  it('keeps its link where the script lies on the disk, too: browsers run no module from there', async () => {
    for (const part of ['kankei.js', 'chunks'])
      cpSync(join(embedFolder, part), join(folder, 'kankei', part), { recursive: true });
    const script = 'kankei/kankei.js';
    const forms = embedSnippets({
      base: '.',
      widget: 'program-list',
      options: { town: '999997' },
      words: '募集を見る',
      script: `./${script}`,
    });
    await open(`${forms.element}${forms.script}`);
    await world.page.waitForTimeout(300);
    expect(await world.page.getByRole('link', { name: '募集を見る' }).isVisible()).toBe(true);
    expect(errors).toEqual([]);
  });
});
