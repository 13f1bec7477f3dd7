import { readFurusato } from '@kankei/client';
import type { Furusato } from '@kankei/core';
import { paintFirst } from '../internal/first-paint.ts';
import { pageLanguage } from '../internal/host-page.ts';
import { readTowns } from '../internal/towns.ts';
import type { Strings } from '../strings/index.ts';
import type { FurusatoStrings } from '../strings/ja-furusato.ts';
import { jaFurusatoFirst } from '../strings/ja-furusato-first.ts';
import { jaUsual } from '../strings/ja-usual.ts';
import { otherLanguage } from '../strings/languages.ts';
import { firstStyles } from './first.styles.ts';
import { firstView, saysSomething } from './first-view.ts';
import { guarded } from './guard.ts';

/** What the element goes on from. */
export interface FirstSight {
  profile: Furusato;
  /** Words that the element does not have at hand. */
  strings?: Strings;
  words?: FurusatoStrings;
}

/**
 * Draws where the money goes, as a server says, before the code of the tag's element has come, and `then` what is seen
 * below it, whose code the embed has fetched beside this. An answer with nothing to show, or none that can be read, is left to the element.
 */
export async function paint(
  tag: Element,
  given: unknown,
  then: Promise<Pick<typeof import('./second-sight.ts'), 'paintSecondSight' | 'paintCompact'>> = import(
    './second-sight.ts'
  ),
): Promise<void> {
  then.catch(() => {});
  const read = readFurusato(given);
  const profile = read && (await guarded(read));
  if (!profile || !saysSomething(profile) || tag.shadowRoot) return;
  const [town = ''] = readTowns(tag.getAttribute('town') ?? '');
  const era = tag.hasAttribute('era');
  const strings = await otherLanguage(pageLanguage(tag, era))?.();
  const s = strings ?? jaUsual;
  const words = s.language === 'ja' ? undefined : (await import('../strings/en-furusato.ts')).enFurusato;
  const what: FirstSight = { profile, ...(strings && { strings }), ...(words && { words }) };
  const view = {
    ...{ s, words: words ?? jaFurusatoFirst, era, now: Date.now(), newTab: tag.hasAttribute('new-tab') },
    level: Number(tag.getAttribute('heading-level')) || 2,
  };
  if (tag.hasAttribute('compact')) return (await then).paintCompact(tag, what, town, view);
  const content = () => firstView(profile, view);
  const painted = paintFirst<FirstSight>(tag, { styles: [firstStyles], language: s.language, content, what });
  (await then).paintSecondSight(tag, what, town, view);
  await painted;
}
