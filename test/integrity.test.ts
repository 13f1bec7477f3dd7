import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { buildEmbed, embedFolder } from '../scripts/embed.ts';
import { integrityOf } from '../scripts/integrity.ts';

beforeAll(() => buildEmbed(), 60_000);

it('names the hash of every script and style sheet of the embed, and nothing else', () => {
  const told = JSON.parse(readFileSync(join(embedFolder, 'integrity.json'), 'utf8')) as Record<string, string>;
  const files = globSync('**/*.{js,css}', { cwd: embedFolder });
  expect(Object.keys(told)).toEqual(expect.arrayContaining(['kankei.js', 'hosted.js', 'w/hosted.css']));
  expect(Object.keys(told).sort()).toEqual(files.sort());
  for (const [path, hash] of Object.entries(told))
    expect(hash, path).toBe(integrityOf(readFileSync(join(embedFolder, path))));
  // Of an empty file, as a tool that is not ours tells it: printf '' | openssl dgst -sha384 -binary | base64
  expect(integrityOf(new Uint8Array())).toBe('sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb');
});

it('brings what hosted pages load as one file of at most 1 kB, for the embed waits for it', () => {
  const hosted = readFileSync(join(embedFolder, 'hosted.js'));
  expect(hosted.toString()).not.toMatch(/\bimport\b/);
  expect(brotliCompressSync(hosted).length).toBeLessThanOrEqual(1024);
});

it('writes a hosted page of every public tag, with nothing inline', () => {
  const pages = globSync('w/*.html', { cwd: embedFolder });
  expect(pages).toHaveLength(6);
  for (const path of pages) {
    const html = readFileSync(join(embedFolder, path), 'utf8');
    const tag = `kankei-${/([\w-]+)\.html$/.exec(path)![1]}`;
    expect(html).toContain(`<${tag} data-hosted="lang accent `);
    expect(html).toContain(`</${tag}>`);
    expect(html).not.toMatch(/WIDGET|kankei-widget|<style|\sstyle=|\son\w+=|<script(?![^>]*src=)/);
  }
});
