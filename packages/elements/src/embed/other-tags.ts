import type { Tag } from './tags.ts';

/** Fetches what defines a tag, by its name without `kankei-`, of which nothing is sent ahead or drawn first. */
export const otherTags: Record<string, Tag['load']> = {
  'matching-form': () => import('../matching-form/embedded.ts'),
  'member-card': () => import('../member-card/embedded.ts'),
  'card-check': () => import('../card-check/embedded.ts'),
};
