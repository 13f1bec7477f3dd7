// npm start: the embed as it stands in the sources, then the reference server.
import { buildEmbed } from './embed.ts';

// Signups from the pages of `npm run examples` are taken while trying things out; a town names its own sites.
process.env.KANKEI_WRITE_ORIGINS ??= 'http://localhost:8788';

if (await buildEmbed()) console.log('Built the embed.');
await import('../packages/server/src/main.ts');
