import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { readmePath, readmeWith, writeManifest } from '../scripts/manifest.ts';
import { root } from '../scripts/run.ts';

it('tells in the README what the elements’ comments tell (npm run manifest writes it)', async () => {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(root, 'dist', 'manifest-'));
  try {
    expect(await writeManifest(relative(root, folder))).toBe(0);
    expect(readmeWith(relative(root, folder))).toBe(readFileSync(readmePath, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
