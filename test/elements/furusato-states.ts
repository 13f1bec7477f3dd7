import { furusato } from '@kankei/core';
import type { KankeiFurusatoLink } from '@kankei/elements/furusato-link';
import { fixtureFurusato, longFurusato } from '../fixtures/furusato.ts';
import { code, mount, openTool, saying, saysAll } from './furusato-support.ts';
import { town } from './support.ts';

const never = { delay: Number.POSITIVE_INFINITY };
const picture = {
  url: new URL('/stories/.storybook/public/bridge.svg', location.href).href,
  alt: '川と橋',
  credit: '町',
};

/** A signup on the same page, which an invitation leads to. */
function withSignup(): void {
  document.querySelector('kankei-fanclub-signup')?.remove();
  const signup = document.createElement('kankei-fanclub-signup');
  signup.setAttribute('town', code);
  signup.hidden = true;
  document.body.append(signup);
}

/** Every state of the link, as a visitor may come to see it. */
export const furusatoStates: Record<string, () => Promise<KankeiFurusatoLink>> = {
  loading: () => mount(saying(fixtureFurusato, never), {}, false),
  'all a town can say': () => {
    withSignup();
    return mount(saying());
  },
  'long texts, projects in every state': () => mount(saying(longFurusato)),
  pictures: () => mount(saying({ ...fixtureFurusato, uses: [{ title: '橋', image: picture }], projects: [] })),
  'tabs of their own': () => mount(saying(longFurusato), { newTab: true }),
  'the era': () => mount(saying(longFurusato), { era: true }),
  'uses alone': () => mount(saying(furusato.parse({ uses: [{ title: '橋を直す' }] }))),
  'where to donate alone': () => mount(saying(furusato.parse({ choice: true }))),
  compact: () => mount(saying(), { compact: true }),
  'compact, with long texts': () => mount(saying(longFurusato), { compact: true }),
  'texts that were left out': () => mount(saysAll({ ...fixtureFurusato, button: 'お得に寄附' })),
  'the estimate': async () => {
    const link = await mount(saying());
    await openTool(link, 'estimate');
    return link;
  },
  'the one-stop exception': async () => {
    const link = await mount(saying());
    await openTool(link, 'oneStop');
    return link;
  },
  'nothing to show': () => mount(saying(furusato.parse({}))),
  'no furusato nozei': () => mount(town([])),
  'no answer': () => mount(saying(fixtureFurusato, { fail: () => 'network' })),
  'no answer and no fallback': () =>
    mount(
      saying(fixtureFurusato, { fail: (question) => (question === 'furusato' ? 'timeout' : undefined) }),
      {},
      true,
      '',
    ),
};
