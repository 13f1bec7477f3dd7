import { fileBackend, memoryBackend } from '@kankei/client';
import { describeBackend } from './backend-contract.ts';
import { fakeWeb } from './fake-web.ts';

describeBackend('memoryBackend', async (world) => ({ backend: memoryBackend(world) }));

describeBackend('fileBackend over JSON', async ({ towns, programs, now }) => {
  const { fetch } = fakeWeb({
    'https://town.example/data/kankei.json': JSON.stringify({
      towns,
      programs: towns.map(({ code }) => ({ url: `programs/${code}.json`, town: code })),
    }),
    ...Object.fromEntries(
      towns.map(({ code }) => [
        `https://town.example/data/programs/${code}.json`,
        JSON.stringify(programs.filter(({ town }) => town === code)),
      ]),
    ),
  });
  return { backend: fileBackend('https://town.example/data/', { fetch, now }) };
});
