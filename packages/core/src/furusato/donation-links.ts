import type { DonationPage, Furusato } from '../schema/furusato.ts';

/** A page where one can donate, ready to be linked. */
export interface DonationLink extends DonationPage {
  kind: 'form' | 'portal' | 'choice';
}

/**
 * A town's page at ふるさとチョイス, which follows from the first five digits of its code. Offered to who writes the
 * profile; shown only where `choice` is on.
 */
export function choicePage(code: string): string {
  return `https://www.furusato-tax.jp/city/product/${code.slice(0, 5)}`;
}

/** Where one can donate to a town: its own form, its portals, ふるさとチョイス where that is on; each address once. */
export function donationLinks({ form, portals, choice, campaign }: Furusato, code: string): DonationLink[] {
  const links: DonationLink[] = [
    ...(form ? [{ ...form, kind: 'form' } as const] : []),
    ...portals.map((portal) => ({ ...portal, kind: 'portal' }) as const),
    ...(choice ? [{ url: choicePage(code), name: 'ふるさとチョイス', kind: 'choice' } as const] : []),
  ];
  const once = links.filter(({ url }, index) => links.findIndex((link) => plain(link.url) === plain(url)) === index);
  return once.map((link) => ({ ...link, url: withCampaign(link.url, campaign) }));
}

const plain = (url: string) => url.replace(/\/$/, '');

/** An address with the town's campaign tag; what it says already stays. */
export function withCampaign(url: string, campaign: Furusato['campaign'] = {}): string {
  const [, page = url, query = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/.exec(url) ?? [];
  const parts = query.split('&').filter(Boolean);
  const taken = new Set(parts.map((part) => part.split('=', 1)[0]));
  const added = Object.entries(campaign).filter(([name]) => !taken.has(name));
  if (!added.length) return url;
  const tags = added.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${page}?${[...parts, ...tags].join('&')}${fragment}`;
}
