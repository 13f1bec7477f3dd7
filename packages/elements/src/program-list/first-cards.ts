import { readPage } from '@kankei/client';
import { type ProgramPage, splitValues } from '@kankei/core';
import { paintFirst } from '../internal/first-paint.ts';
import { pageLanguage } from '../internal/host-page.ts';
import { programHref } from '../internal/program/program-link.ts';
import { loadFirstStrings } from '../strings/first.ts';
import type { Strings } from '../strings/ja.ts';
import { readAttributes } from './attributes.ts';
import { type Chosen, nothingChosen } from './chosen.ts';
import { hold } from './holders.ts';
import { listOrProgram, listView } from './list-view.ts';
import { programListStyles } from './program-list.styles.ts';
import { windowful } from './slices.ts';
import { isSearchable, type View, viewOf } from './view.ts';

/** What the element goes on from: what is shown, and what the visitor asked for before it was there. */
export interface FirstCards {
  answer: ProgramPage;
  strings: Strings;
  view: View;
  drawn: number;
  wide: boolean;
  offered: Set<string>;
  chosen: Chosen;
  wishes: Set<'unfold' | 'showMore'>;
}

/** The width (em) from which the kinds stand open at first. */
const wide = 36;

/**
 * True where there is room to show the kinds at once: in the tag, or in what is around it while it stands in a line. To
 * ask for a width is to have all laid out, which costs little as long as nothing has changed.
 */
export function isWide(tag: Element): boolean {
  let box = tag;
  while (!box.clientWidth && box.parentElement) box = box.parentElement;
  return box.clientWidth >= wide * Number.parseFloat(getComputedStyle(tag).fontSize);
}

/**
 * Draws the first cards of a server's answer. An answer with nothing to list, or none that can be read, is left to the
 * element.
 */
export async function paint(tag: Element, given: unknown): Promise<void> {
  const answer = readPage(given);
  if (!answer?.programs.length) return;
  const strings = await loadFirstStrings(pageLanguage(tag, tag.hasAttribute('era')));
  const { program, kind, past } = readAttributes(tag);
  const first: FirstCards = {
    answer,
    strings,
    view: viewOf(strings, answer, Number(tag.getAttribute('heading-level'))),
    drawn: windowful(),
    wide: isWide(tag),
    offered: new Set(),
    chosen: nothingChosen,
    wishes: new Set(),
  };
  const wish = (name: 'unfold' | 'showMore') => () => first.wishes.add(name);
  const choose = (change: Chosen) => {
    first.chosen = { ...first.chosen, ...change };
  };
  const content = () =>
    listOrProgram(
      listView({
        ...first,
        busy: false,
        more: 'idle',
        moreFailed: '',
        clear: undefined,
        past,
        kind,
        named: !!program,
        searchable: !program && isSearchable(answer),
        hasViews: !tag.hasAttribute('views') || splitValues(tag.getAttribute('views') ?? '').length > 1,
        later: {},
        // A card's link names the program in the address, where the element will find it.
        actions: { href: programHref, open: (_, item) => hold(tag, item) },
        choose,
        unfold: wish('unfold'),
        showMore: wish('showMore'),
        togglePast: () => choose({ past: 'only' }),
      }),
    );
  await paintFirst(tag, { styles: [programListStyles], language: strings.language, content, what: first });
}
