import { embedForms, embedSnippets } from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { fixtureTown } from '../fixtures/programs.ts';
import { makeServer, neighbour } from './world.ts';

const unescaped = (html: string) =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

describe('the page of the embed builder, as served', async () => {
  const { get, db } = await makeServer();
  const page = async (search = '') => (await get(`/builder${search}`)).text();

  it('hands over the towns there are, and begins with the one asked for', async () => {
    const html = await page(`?town=${neighbour.code}`);
    const towns = JSON.parse(unescaped(/data-towns="([^"]*)"/.exec(html)![1]!));
    expect(towns).toContainEqual({ code: neighbour.code, name: neighbour.name });
    expect(html).toContain(`data-town="${neighbour.code}"`);
    expect(html).toContain('data-base="https://kankei.example"');
    for (const odd of ['?town=000000', '?town=%22%3E%3Cscript%3E', ''])
      expect(await page(odd)).toContain(`data-town="${fixtureTown.code}"`);
  });

  it('shows, without a script, the four forms of the list ready to copy', async () => {
    const html = unescaped(await page(`?town=${neighbour.code}`));
    const words = `${neighbour.name}の募集の一覧を見る`;
    const embed = { base: 'https://kankei.example', widget: 'program-list', options: { town: neighbour.code }, words };
    for (const form of embedForms) expect(html).toContain(unescaped(embedSnippets(embed)[form]));
    expect(html).toContain('JavaScript');
    expect(await page('?lang=en')).toContain('<html lang="en">');
  });

  it('has a strict policy that lets it show hosted pages of its own, and nothing inline', async () => {
    const response = await get('/builder');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("frame-src 'self' https://kankei.example;");
    expect(policy).not.toMatch(/unsafe|data:|\*/);
    expect(await response.text()).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });

  it('is there also where the server has no town yet', async () => {
    await db.deleteFrom('town').execute();
    const html = await page();
    expect(html).toContain('data-town=""');
    expect(html).not.toContain('<pre>');
  });
});
