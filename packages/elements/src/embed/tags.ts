import { askAhead as askAheadForSignup } from '../fanclub-signup/ask-ahead.ts';
import { askAhead as askAheadForFurusato } from '../furusato-link/ask-ahead.ts';
import type { EmbedContext } from '../internal/embed-context.ts';
import { askAhead } from '../program-list/ask-ahead.ts';

/** What the embed knows of a public tag before its code has come. */
export interface Tag {
  /** Fetches the code of the tag, with what defines it. */
  load(): Promise<{ defineEmbedded(context: EmbedContext): Promise<void> }>;
  /** Sends the first question of a tag that is not defined yet; gives the answer where `first` can draw it. */
  askAhead?(tag: Element, context: EmbedContext): Promise<unknown> | undefined;
  /** Fetches what draws an answer into a tag whose own code has not come. */
  first?(): Promise<{ paint(tag: Element, answer: unknown): Promise<void> }>;
}

/** Every public tag. */
export const tags: Record<string, Tag> = {
  'kankei-program-list': {
    load: () => import('../program-list/embedded.ts'),
    askAhead,
    first: () => import('../program-list/first-cards.ts'),
  },
  'kankei-fanclub-signup': {
    load: () => import('../fanclub-signup/embedded.ts'),
    askAhead: askAheadForSignup,
    first: () => import('../fanclub-signup/first-form.ts'),
  },
  'kankei-furusato-link': {
    load: () => import('../furusato-link/embedded.ts'),
    askAhead: askAheadForFurusato,
    first: () => import('../furusato-link/first-sight.ts'),
  },
};

// Of these nothing is sent ahead or drawn first: a page without them need not carry the names of their files.
for (const name of ['matching-form', 'member-card', 'card-check'])
  tags[`kankei-${name}`] = { load: async () => (await import('./other-tags.ts')).otherTags[name]!() };

/** Every public tag, as a selector. */
export const anyTag = Object.keys(tags).join();
