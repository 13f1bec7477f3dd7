import type { KankeiFurusatoLink } from '@kankei/elements/furusato-link';
import { ask, control, donate, mountTool, press, setClock } from './furusato-tools-support.ts';

type Show = (lang?: string) => Promise<KankeiFurusatoLink>;

const estimate =
  (then: (link: KankeiFurusatoLink) => unknown): Show =>
  async (lang) => {
    const link = await mountTool('estimate', lang);
    await then(link);
    await link.updateComplete;
    return link;
  };
const oneStop =
  (then: (link: KankeiFurusatoLink) => unknown, now?: string): Show =>
  async (lang) => {
    if (now) setClock(now);
    const link = await mountTool('one-stop', lang);
    await then(link);
    await link.updateComplete;
    return link;
  };

const towns = ['むすび野町', '飛騨市', '能登町', '大館市', '西条市', '鶴岡市'];

/** Every state of the two tools, as a visitor may come to see it. */
export const toolStates: Record<string, Show> = {
  'an estimate not asked for': estimate(() => {}),
  'an estimate': estimate((link) => ask(link)),
  'an estimate with every line': estimate((link) =>
    ask(link, { salary: '9000000', spouse: 'couple', children: 'univ_hs', year: '2027' }),
  ),
  'an estimate under the cap': estimate((link) => ask(link, { salary: '1000000000', year: '2027' })),
  'no levy': estimate((link) => ask(link, { salary: '900000' })),
  'nothing filled in': estimate(press),
  'an amount that cannot be read': estimate((link) => ask(link, { salary: '五百万' })),
  'a year without rules': estimate((link) => ask(link, { year: '2028' })),
  'cases without rules': estimate((link) => ask(link, { circumstances: ['housing-loan', 'pension'] })),
  'no donations': oneStop(() => {}),
  'three towns': oneStop((link) => donate(link, ...towns.slice(0, 3), towns[0]!)),
  'five towns': oneStop((link) => donate(link, ...towns.slice(0, 5))),
  'six towns': oneStop((link) => donate(link, ...towns)),
  'donations that are kept': oneStop(async (link) => {
    await donate(link, towns[0]!);
    control(link, 'keep').click();
  }),
  'a name that is missing': oneStop((link) => donate(link, '')),
  'a deadline that is over': oneStop(async (link) => {
    const year = control(link, 'donationYear');
    year.value = '2026';
    year.dispatchEvent(new Event('change', { bubbles: true }));
    await donate(link, towns[0]!);
    control(link, 'filesReturn').click();
  }, '2027-01-11T00:00:00+09:00'),
};
