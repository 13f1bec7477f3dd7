import type { Furusato } from '@kankei/core';
import { render } from 'lit';
import { paintFirst } from '../internal/first-paint.ts';
import { frame } from '../internal/frame.ts';
import { isOnDark } from '../internal/host-page.ts';
import { jaFurusato } from '../strings/ja-furusato.ts';
import { compactView, pageOf } from './compact.ts';
import { donateView } from './donate.ts';
import { firstStyles } from './first.styles.ts';
import type { FirstSight } from './first-sight.ts';
import { firstView } from './first-view.ts';
import { furusatoLinkStyles } from './furusato-link.styles.ts';
import { projectsView } from './projects.ts';
import type { FirstView, View } from './view.ts';

/** What is seen after where the money goes: projects, and where to donate. */
export function secondView(profile: Furusato, town: string, view: View): unknown[] {
  return [projectsView(profile.projects, view), donateView(profile, town, view)];
}

/** Draws it below the first sight, unless the tag's element has come meanwhile. */
export function paintSecondSight(tag: Element, what: FirstSight, town: string, first: FirstView): void {
  const root = tag.shadowRoot;
  if (!root || customElements.get(tag.localName)) return;
  const view = { ...first, words: what.words ?? jaFurusato };
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, furusatoLinkStyles.styleSheet!];
  const content = [...firstView(what.profile, view), ...secondView(what.profile, town, view)];
  render(frame(content, view.s.language, isOnDark(tag)), root, { host: tag as HTMLElement });
}

/** Draws the one link that stands for all; nothing where it would lead nowhere. */
export async function paintCompact(tag: Element, what: FirstSight, town: string, first: FirstView): Promise<void> {
  const view = { ...first, words: what.words ?? jaFurusato };
  const page = pageOf(what.profile, town);
  const content = () => [compactView(what.profile, page!, view)];
  if (page)
    await paintFirst(tag, { styles: [firstStyles, furusatoLinkStyles], language: view.s.language, content, what });
}
