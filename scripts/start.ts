// npm start: the embed as it stands in the sources, then the reference server.
import './compile-cache.ts';
import { buildEmbed } from './embed.ts';

if (await buildEmbed()) console.log('Built the embed.');
await import('../packages/server/src/main.ts');
