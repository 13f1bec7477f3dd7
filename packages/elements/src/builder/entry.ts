import { startBuilder } from './page.ts';

// What the builder's page loads. Where it cannot start, what the page says without it stays.
const target = document.getElementById('builder');
if (target) startBuilder(target, import.meta.url).catch((error) => console.warn(`[kankei] ${error}`));
