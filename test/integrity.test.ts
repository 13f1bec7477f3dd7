import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
