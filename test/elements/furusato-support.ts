import '@kankei/elements/furusato-link/define';
import type { Backend, MemoryBackendOptions } from '@kankei/client';
import type { Furusato } from '@kankei/core';
import type { KankeiFurusatoLink } from '@kankei/elements/furusato-link';
import { fixture, html } from '@open-wc/testing';
import { fixtureFurusato } from '../fixtures/furusato.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { all, isIn, town, until } from './support.ts';

// What tests of the link to furusato nozei have in common.

export const { code } = fixtureTown;

const real = Date.now;
let ahead = 0;

/** Sets the page's clock to an instant; it goes on from there. */
export function setClock(instant: number): void {
  ahead = instant - real();
}

beforeEach(() => {
  setClock(now);
  Date.now = () => real() + ahead;
});
afterEach(() => {
  Date.now = real;
});

/** A town in memory that says this of furusato nozei. */
export const saying = (profile: Furusato = fixtureFurusato, more: Partial<MemoryBackendOptions> = {}): Backend =>
  town([], { furusato: { [code]: profile }, ...more });

/** A backend of somebody else's, which leaves nothing out. */
export const saysAll = (profile: unknown): Backend => ({ ...town([]), furusato: async () => profile as Furusato });

type Attributes = Partial<
  Pick<
    KankeiFurusatoLink,
    'town' | 'lang' | 'compact' | 'newTab' | 'estimate' | 'oneStop' | 'era' | 'headingLevel' | 'endpoint'
  >
>;

/** A link in the page, with a plain one as its fallback; settled unless its backend never answers. */
export async function mount(
  backend: Backend | undefined,
  attributes: Attributes = {},
  settled = true,
  fallback = '<a href="https://musubino.example/furusato/">ふるさと納税のページを見る</a>',
): Promise<KankeiFurusatoLink> {
  const link = document.createElement('kankei-furusato-link');
  link.innerHTML = fallback;
  Object.assign(link, { town: code, backend, ...attributes });
  await fixture(html`${link}`);
  if (settled) await settle(link);
  return link;
}

/** Waits until all is there, also what comes after the first sight. */
export async function settle(link: KankeiFurusatoLink): Promise<void> {
  await until('an answer', () => !isIn(link, 'loading') && !isIn(link, 'idle'));
  await link.updateComplete;
  if (isIn(link, 'ready') && !link.compact)
    await until('all of it', () => all(link, 'tools').length || all(link, 'problem').length);
}

/** The text anybody sees, with single spaces. */
export const textOf = (link: Element): string => link.shadowRoot!.textContent!.replace(/\s+/g, ' ').trim();

/** Opens one of the tools by its button and waits for what it brings. */
export async function openTool(link: Element, name: 'estimate' | 'oneStop'): Promise<HTMLElement> {
  const button = link.shadowRoot!.querySelector<HTMLElement>(`[aria-controls="tool-${name}"]`)!;
  button.click();
  await until('the tool', () => button.getAttribute('aria-expanded') === 'true' && !button.hasAttribute('aria-busy'));
  return link.shadowRoot!.querySelector<HTMLElement>(`#tool-${name}`)!;
}
