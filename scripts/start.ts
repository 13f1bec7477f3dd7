// npm start: the embed as it stands in the sources, the reference server, and beside it the pages to copy, on an origin of
// their own as a town's site is.
import { buildEmbed } from './embed.ts';
import { serveExamples } from './examples.ts';

if (await buildEmbed()) console.log('Built the embed.');

const { PORT = '8787', KANKEI_PUBLIC_URL = `http://localhost:${PORT}` } = process.env;
const examples = await serveExamples(KANKEI_PUBLIC_URL.replace(/\/+$/, ''), Number(PORT)).catch((error) => {
  console.warn(`見本のページは出せません：${error instanceof Error ? error.message : error}`);
});

// Signups from these pages are taken while trying things out; a town names its own sites.
if (examples) process.env.KANKEI_WRITE_ORIGINS ??= examples.origin;
await import('../packages/server/src/main.ts');
if (examples) console.log(`見本のページ ${examples.origin}/（町のサイトに見立てた、別のオリジン）\n`);
