import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileBackend, httpBackend, memoryBackend, shareAnswers } from '@kankei/client';
import type { KankeiFileInput, Town } from '@kankei/core';
import { writeEventCsv } from '@kankei/formats';
import { afterAll } from 'vitest';
import { createApp } from '../../packages/server/src/app.ts';
import { readSettings } from '../../packages/server/src/settings.ts';
import { openDatabase } from '../../packages/server/src/storage/database.ts';
import { replacePrograms } from '../../packages/server/src/storage/program-store.ts';
import { saveTown } from '../../packages/server/src/storage/town-store.ts';
import { describeBackend, type World } from './backend-contract.ts';
import { fakeWeb } from './fake-web.ts';
import { describeMatching, describeTelling } from './matching-contract.ts';

describeBackend('memoryBackend', memoryBackend);
describeMatching('memoryBackend', memoryBackend);
describeTelling('memoryBackend', memoryBackend);

describeBackend('shareAnswers', (world) => shareAnswers(memoryBackend(world)));
describeMatching('shareAnswers', (world) => shareAnswers(memoryBackend(world)));

/** A folder on a web server: `kankei.json` and a file for each town. */
function filesOf(
  { towns, programs, now }: World,
  extension: string,
  write: (town: Town, own: World['programs']) => string,
) {
  const folder = 'https://town.example/data/';
  const files = towns.map(({ code }) => ({ url: `programs/${code}.${extension}`, town: code }));
  const kankei: KankeiFileInput = { towns, programs: files };
  const pages = towns.map((town, index) => {
    const own = programs.filter((program) => program.town === town.code);
    return [`${folder}${files[index]!.url}`, write(town, own)];
  });
  const { fetch } = fakeWeb({ [`${folder}kankei.json`]: JSON.stringify(kankei), ...Object.fromEntries(pages) });
  const onProblem = (problem: unknown) => {
    throw new Error(`left out: ${JSON.stringify(problem)}`);
  };
  return fileBackend(folder, { fetch, now, onProblem });
}

describeBackend('fileBackend over JSON', (world) => filesOf(world, 'json', (_, own) => JSON.stringify(own)));
describeMatching('fileBackend over JSON', (world) => filesOf(world, 'json', (_, own) => JSON.stringify(own)));
describeTelling('fileBackend over JSON', (world) => filesOf(world, 'json', (_, own) => JSON.stringify(own)));

describeBackend('fileBackend over CSV', (world) => filesOf(world, 'csv', (town, own) => writeEventCsv(own, town)));
describeMatching('fileBackend over CSV', (world) => filesOf(world, 'csv', (town, own) => writeEventCsv(own, town)));

const folders: string[] = [];
const open: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of open) await close();
  for (const folder of folders) await rm(folder, { recursive: true });
});

/** The server itself, over a database on disk, without a port. */
async function serve({ towns, programs, now }: World): Promise<typeof fetch> {
  const data = await mkdtemp(join(tmpdir(), 'kankei-contract-'));
  folders.push(data);
  const db = await openDatabase(join(data, 'kankei.sqlite'));
  const answering = new Set<Promise<unknown>>();
  open.push(async () => {
    // Questions that were stopped are still being answered.
    await Promise.allSettled(answering);
    await db.destroy();
  });
  for (const town of towns) {
    await saveTown(db, town, now());
    const own = programs.filter((program) => program.town === town.code);
    await replacePrograms(db, own, { town: town.code, source: 'import', now: now() });
  }
  const settings = readSettings({ KANKEI_DATA: data, KANKEI_EMBED: data, KANKEI_DEMO: 'off' });
  const app = createApp({ db, settings, now });
  return (input, init) => {
    const answer = Promise.resolve(app.request(new Request(input, init)));
    answering.add(answer);
    return answer;
  };
}

describeBackend('httpBackend over the server', async (world) =>
  httpBackend('http://localhost:8787', { fetch: await serve(world) }),
);
describeMatching('httpBackend over the server', async (world) =>
  httpBackend('http://localhost:8787', { fetch: await serve(world) }),
);
