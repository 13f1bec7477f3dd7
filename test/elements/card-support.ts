import '@kankei/elements/card-check/define';
import '@kankei/elements/member-card/define';
import { type MemoryBackendOptions, memoryBackend } from '@kankei/client';
import { fanclub } from '@kankei/core';
import type { KankeiCardCheck } from '@kankei/elements/card-check';
import type { KankeiMemberCard } from '@kankei/elements/member-card';
import { fixture, html } from '@open-wc/testing';
import { cardKey, memberCard, memberToken } from '../fixtures/member-card.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { all, isIn, until } from './support.ts';

/** A town that knows the fixtures' member and signs cards. */
export function cardTown(more: Partial<MemoryBackendOptions> = {}) {
  const { code } = fixtureTown;
  const club = fanclub.parse({
    title: memberCard.title,
    tiers: [memberCard.tier],
    notice: { version: '1', collector: 'むすび野町', purpose: '-', retention: '-', leaving: '-', contact: '-' },
  });
  return memoryBackend({
    towns: [fixtureTown],
    programs: [],
    now: () => now,
    fanclubs: { [code]: club },
    cards: { [memberToken]: memberCard },
    cardKeys: { [code]: [cardKey] },
    ...more,
  });
}

/** A card in the page; with its QR code unless it failed. */
export async function mountCard(properties: Partial<KankeiMemberCard>): Promise<KankeiMemberCard> {
  const element = document.createElement('kankei-member-card');
  element.innerHTML = '<p>会員証を読み込んでいます</p>';
  Object.assign(element, { now, ...properties });
  await fixture(html`${element}`);
  await until('an answer', () => isIn(element, 'ready') || isIn(element, 'failed'));
  await element.updateComplete;
  if (isIn(element, 'ready')) await until('the QR code', () => element.shadowRoot!.querySelector('.qr'));
  return element;
}

/** A check in the page, with its result if it was given something to check. */
export async function mountCheck(properties: Partial<KankeiCardCheck> = {}): Promise<KankeiCardCheck> {
  const element = document.createElement('kankei-card-check');
  Object.assign(element, { now, backend: cardTown(), ...properties });
  await fixture(html`${element}`);
  await element.updateComplete;
  if (properties.statement) await until('a result', () => all(element, 'verdict').length);
  return element;
}

/**
 * Shows an element as it is printed, until what comes back is called. Not every engine's driver can emulate print, so
 * the rules for paper themselves are made to count for every medium.
 */
export function onPaper(element: Element): () => void {
  const rules = element
    .shadowRoot!.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSMediaRule && rule.media.mediaText === 'print') as CSSMediaRule[];
  if (!rules.length) throw new Error('no rules for paper');
  for (const { media } of rules) media.mediaText = 'all';
  return () => {
    for (const { media } of rules) media.mediaText = 'print';
  };
}

type Reader = typeof import('jsqr').default;
let reader: Promise<Reader> | undefined;

/** jsQR is a script for pages, not a module. */
const findReader = () =>
  new Promise<Reader>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = '/node_modules/jsqr/dist/jsQR.js';
    script.onload = () => resolve((globalThis as unknown as { jsQR: Reader }).jsQR);
    script.onerror = reject;
    document.head.append(script);
  });

/** What a camera reads off a picture. */
export async function readCode(source: CanvasImageSource, width: number, height: number): Promise<string | undefined> {
  reader ??= findReader();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d')!;
  context.drawImage(source, 0, 0, width, height);
  return (await reader)(context.getImageData(0, 0, width, height).data, width, height)?.data;
}
