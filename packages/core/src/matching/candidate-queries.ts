import type { MatchProfile } from '../schema/match.ts';
import type { ProgramQueryInput } from '../schema/query.ts';
import { matchThemes } from './answers.ts';
import { ownWords } from './own-words.ts';

/** Words of a person's own that are looked for by themselves. */
const most = 5;

/**
 * What to ask a listing for where there are too many programs to rank them all: first what comes soonest, then what a
 * person's own words occur in, a town's own themes, and what one can take part in from afar. Each query brings programs
 * that one can still join, the soonest first; whoever asks takes as many of each as it can rank.
 */
export function candidateQueries({ words = '', themes = [], mode }: MatchProfile): ProgramQueryInput[] {
  const own = themes.filter((theme) => !(matchThemes as readonly string[]).includes(theme));
  const narrowed: ProgramQueryInput[] = [
    ...ownWords(words)
      .slice(0, most)
      // Programs are written in Japanese.
      .map(({ forms }) => ({ q: (forms[1] ?? forms[0]!).folded })),
    ...(own.length ? [{ theme: own }] : []),
    ...(mode === 'online' ? [{ mode: ['online' as const, 'mixed' as const] }] : []),
  ];
  return [{}, ...narrowed].map((query) => ({ ...query, open: true, sort: 'soon' }));
}
