import type { EmbedContext } from '../internal/embed-context.ts';
import { tagAt } from '../internal/follow-place.ts';

// What only some pages need of the embed, in one file.
export { followFrame } from '../internal/follow-frame.ts';
export { takePlace } from './places.ts';

/** Resolves once the page has been read and laid out, and all tags that are near then are defined. */
export async function ready(brought: readonly Promise<void>[]): Promise<void> {
  if (document.readyState === 'loading')
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
  // The embed's own observer, made before, has been told first.
  await new Promise((resolve) => new IntersectionObserver(resolve).observe(document.documentElement));
  // A place has its tag a moment later.
  await new Promise((resolve) => setTimeout(resolve));
  await Promise.all(brought);
}

/** What the doctor finds on this page, as text in the page's language. */
export async function doctor(context: EmbedContext): Promise<string> {
  const { asText, examine } = await import('../doctor/doctor.ts');
  return asText(await examine({ ...context, tagAt }, document), document.documentElement.lang);
}

/** Shows on the page itself what the doctor finds, where the page's address asks for it. */
export async function readHash(context: EmbedContext): Promise<void> {
  if (location.hash !== '#kankei-doctor') return;
  const { examine, showPanel } = await import('../doctor/doctor.ts');
  const again = () => examine({ ...context, tagAt }, document);
  showPanel(await again(), { again });
}
