import '@kankei/elements/matching-form/define';
import '@kankei/elements/program-list/define';
import type { Backend } from '@kankei/client';
import type { Matching } from '@kankei/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { fixturePrograms, fixtureTown } from '../test/fixtures/programs.ts';
import { fill, find, on, press, town } from './support.ts';

interface Args {
  backend: Backend;
  layout: string;
  headingLevel: number;
  lang: string;
}

const tag = 'kankei-matching-form';
const matching: Matching = {
  takes: ['interest'],
  coordinator: { name: 'つながり係 野上', contact: { phone: '000-000-0000', email: 'tsunagari@musubino.example' } },
  newsletter: 'https://musubino.example/letters/',
};
const asking = (programs = fixturePrograms, says = matching) =>
  town(programs, { matching: { [fixtureTown.code]: says } });

const meta: Meta<Args> = {
  title: '合うものを探す',
  component: tag,
  args: { backend: asking(), layout: 'steps', headingLevel: 2, lang: '' },
  argTypes: {
    backend: { table: { disable: true } },
    layout: { control: 'inline-radio', options: ['steps', 'all'] },
    lang: { control: 'inline-radio', options: ['', 'ja', 'en'] },
  },
  // What was answered in one story must not come back in the next.
  beforeEach: () => sessionStorage.clear(),
  render: ({ backend, layout, headingLevel, lang }) => html`
    <kankei-matching-form
      .backend=${backend}
      town=${fixtureTown.code}
      layout=${layout}
      heading-level=${headingLevel}
      lang=${lang || nothing}
    >
      <a href="https://musubino.example/programs/">むすび野町の募集の一覧を見る</a>
    </kankei-matching-form>
  `,
};
export default meta;
type Story = StoryObj<Args>;

/** Answers questions, and waits for what suits. */
const answered =
  (texts: Record<string, string>, ...ticked: string[]): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await fill(canvasElement, tag, texts, ticked);
    await find(() => canvasElement.querySelector(tag)?.shadowRoot?.querySelector('[part="suggestion"]'));
  };

/** 質問は一つずつ。どれも飛ばせます。 */
export const Steps: Story = { name: 'ひとつずつ尋ねる' };

export const All: Story = { name: 'まとめて尋ねる', args: { layout: 'all' } };

/** 答えるたびに並びかわります。合うところと合わないところを、ことばで示します。 */
export const Suggestions: Story = {
  name: '合いそうなもの',
  args: { layout: 'all' },
  play: answered(
    { words: '大根の収穫をしてみたい' },
    'themes=farming',
    'skills=field-work',
    'weekdays=sat',
    'effort=light',
  ),
};

export const FirstAnswer: Story = { name: 'はじめの答え', play: answered({}, 'themes=farming') };

/** ぴったりのものがないときは、ゆるめられる条件、近いもの、相談先を示します。 */
export const Nothing: Story = {
  name: '合うものがない',
  args: { layout: 'all', backend: asking(fixturePrograms.filter(({ id }) => id === 'harvest')) },
  play: answered({}, 'themes=farming', 'weekdays=mon'),
};

/** 町に伝わるのは数だけです。 */
export const Interested: Story = {
  name: '気になると伝えた',
  play: async (context) => {
    await answered({}, 'themes=farming')(context);
    await press(context.canvasElement, '[part="interest"]', tag);
  },
};

export const Failed: Story = {
  name: '募集を調べられない',
  args: {
    backend: town(fixturePrograms, {
      matching: { [fixtureTown.code]: matching },
      fail: (question) => (question === 'matches' ? 'unavailable' : undefined),
    }),
  },
  play: async ({ canvasElement }) => {
    await fill(canvasElement, tag, {}, ['themes=farming']);
    await find(() => canvasElement.querySelector(tag)?.shadowRoot?.querySelector('[part="problem"]'));
  },
};

export const English: Story = {
  name: '英語',
  args: { lang: 'en', layout: 'all' },
  play: answered({}, 'themes=farming', 'skills=field-work', 'weekdays=sat'),
};

export const Sidebar: Story = {
  name: '幅280ピクセルの欄',
  decorators: on('page-sidebar'),
  play: answered({}, 'themes=farming'),
};

export const Dark: Story = {
  name: '暗いページ',
  decorators: on('page-dark'),
  play: answered({}, 'themes=farming', 'themes=food'),
};

/** 同じページに一覧があれば、そこで開きます。 */
export const WithList: Story = {
  name: '一覧と並べる',
  render: ({ backend, layout }) => html`
    <kankei-matching-form .backend=${backend} town=${fixtureTown.code} layout=${layout}></kankei-matching-form>
    <kankei-program-list .backend=${backend} town=${fixtureTown.code}></kankei-program-list>
  `,
  play: answered({}, 'themes=farming'),
};
