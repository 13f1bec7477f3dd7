// npm run build: the embed for web servers, and what is published to npm (dist of every package, the elements' manifest).
import { buildEmbed, embedFolder } from './embed.ts';
import { writeManifest } from './manifest.ts';
import { run } from './run.ts';
import { writeTypings } from './typings.ts';

const steps: [what: string, work: () => Promise<number>][] = [
  [
    'packages',
    () =>
      run('tsc', [
        '-b',
        'packages/core',
        'packages/formats',
        'packages/client',
        'packages/elements',
        'packages/server',
      ]),
  ],
  [
    'manifest',
    async () => {
      const code = await writeManifest();
      if (code === 0) writeTypings();
      return code;
    },
  ],
  ['embed', () => buildEmbed({ force: true, single: true }).then(() => 0)],
];

for (const [what, work] of steps)
  if ((await work()) !== 0) {
    console.error(`The build stopped at: ${what}`);
    process.exit(1);
  }
console.log(`Built: packages/*/dist, packages/elements/custom-elements.json, ${embedFolder}`);
