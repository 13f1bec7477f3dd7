import '@kankei/elements/matching-form/define';
import '@kankei/elements/program-list/define';
import type { Backend } from '@kankei/client';
import type { Matching } from '@kankei/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { fixtureClub } from '../test/fixtures/fanclub.ts';
import { fixturePrograms, fixtureTown } from '../test/fixtures/programs.ts';
import { fill, find, on, press, town } from './support.ts';

interface Args {
  backend: Backend;
  town: string;
  side: string;
  layout: string;
  source: string;
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

/** A town that takes everything in, and another with a question of its own. */
const open: Matching = { coordinator: matching.coordinator!, notice: fixtureClub.notice };
const neighbour = { code: '131016', name: '千代田区' };
const neighbourMatching: Matching = {
  notice: { ...fixtureClub.notice, collector: '千代田区' },
  supporter: {
    questions: [{ name: 'walk', kind: 'choice', label: '長く歩けますか', options: [{ value: 'yes', label: 'はい' }] }],
  },
};
const two = town(fixturePrograms, {
  towns: [fixtureTown, neighbour],
  matching: { [fixtureTown.code]: open, [neighbour.code]: neighbourMatching },
});
const both = `${fixtureTown.code} ${neighbour.code}`;

const meta: Meta<Args> = {
  title: '合うものを探す・お手伝いを頼む',
  component: tag,
  args: {
    backend: asking(),
    town: fixtureTown.code,
    side: 'supporter',
    layout: 'steps',
    source: '',
    headingLevel: 2,
    lang: '',
  },
  argTypes: {
    backend: { table: { disable: true } },
    side: { control: 'inline-radio', options: ['supporter', 'host'] },
    layout: { control: 'inline-radio', options: ['steps', 'all'] },
    lang: { control: 'inline-radio', options: ['', 'ja', 'en'] },
  },
  // What was answered in one story must not come back in the next.
  beforeEach: () => sessionStorage.clear(),
  render: ({ backend, town, side, layout, source, headingLevel, lang }) => html`
    <kankei-matching-form
      .backend=${backend}
      town=${town}
      side=${side}
      layout=${layout}
      source=${source || nothing}
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

const enquire: NonNullable<Story['play']> = async (context) => {
  await answered({ words: '大根の収穫をしてみたい' }, 'themes=farming', 'weekdays=sat')(context);
  await press(context.canvasElement, '[part="enquire"]', tag);
  await find(() => context.canvasElement.querySelector(tag)?.shadowRoot?.querySelector('[part="leave"]'));
};

/** 答えを町の担当者に見せて相談します。見せたくない答えは、はずせます。 */
export const Enquiry: Story = {
  name: '町の担当者に相談する',
  args: { backend: asking(fixturePrograms, open), layout: 'all' },
  play: enquire,
};

const reviewEnquiry: NonNullable<Story['play']> = async (context) => {
  await enquire(context);
  await fill(context.canvasElement, tag, { name: '山田 花子', email: 'hana@example.jp' }, ['privacy']);
  await press(context.canvasElement, '[part="submit"]', tag);
  await find(() => context.canvasElement.querySelector(tag)?.shadowRoot?.querySelector('[part="review"]'));
};

export const EnquiryReview: Story = {
  name: '相談する内容の確認',
  args: { backend: asking(fixturePrograms, open), layout: 'all' },
  play: reviewEnquiry,
};

export const EnquiryDone: Story = {
  name: '相談した',
  args: { backend: asking(fixturePrograms, open), layout: 'all' },
  play: async (context) => {
    await reviewEnquiry(context);
    await press(context.canvasElement, '[part="submit"]', tag);
  },
};

/** それぞれの町の質問が、町の名前の下に並びます。 */
export const TwoTowns: Story = { name: '二つの町の質問', args: { backend: two, town: both, layout: 'all' } };

/** 名前や答えは、選んだ町だけに見せます。 */
export const TwoTownsEnquiry: Story = {
  name: '二つの町のどちらかに相談する',
  args: { backend: two, town: both, layout: 'all' },
  play: enquire,
};

const host = { backend: asking(fixturePrograms, open), side: 'host' };

/** 住民の方が、または電話で聞いた職員が、三分で答えられる五つの質問です。 */
export const Host: Story = { name: 'お手伝いを頼む', args: host };

export const HostAll: Story = { name: 'お手伝いを頼む：まとめて尋ねる', args: { ...host, layout: 'all' } };

export const HostFault: Story = {
  name: 'お手伝いを頼む：直すところがある',
  args: host,
  play: ({ canvasElement }) => press(canvasElement, '[part="submit"]', tag),
};

const tellNeed: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const needs = { what: '柿の収穫と箱づめ', when: '11月の土曜か日曜', people: '5', name: '畑中 実' };
  await fill(canvasElement, tag, { ...needs, thanks: 'とれたての柿' }, ['effort=light', 'reach=email', 'privacy']);
  await find(() => canvasElement.querySelector(tag)?.shadowRoot?.querySelector('[name="email"]'));
  await fill(canvasElement, tag, { email: 'minoru@example.jp' }, []);
  await press(canvasElement, '[part="submit"]', tag);
  await find(() => canvasElement.querySelector(tag)?.shadowRoot?.querySelector('[part="review"]'));
};

export const HostReview: Story = {
  name: 'お手伝いを頼む：内容の確認',
  args: { ...host, layout: 'all' },
  play: tellNeed,
};

/** このあと何が起こるかを伝えます。 */
export const HostDone: Story = {
  name: 'お手伝いを頼む：受け付けた',
  args: { ...host, layout: 'all' },
  play: async (context) => {
    await tellNeed(context);
    await press(context.canvasElement, '[part="submit"]', tag);
  },
};

export const HostFailed: Story = {
  name: 'お手伝いを頼む：送信できない',
  args: {
    ...host,
    layout: 'all',
    backend: town(fixturePrograms, {
      matching: { [fixtureTown.code]: open },
      fail: (question) => (question === 'sendNeed' ? 'unavailable' : undefined),
    }),
  },
  play: async (context) => {
    await tellNeed(context);
    await press(context.canvasElement, '[part="submit"]', tag);
  },
};

export const HostMail: Story = {
  name: 'お手伝いを頼む：メールで',
  args: {
    ...host,
    layout: 'all',
    backend: asking(fixturePrograms, { ...open, delivery: { mail: 'tsunagari@musubino.example' } }),
  },
  play: async (context) => {
    await tellNeed(context);
    await press(context.canvasElement, '[part="submit"]', tag);
  },
};

export const HostElsewhere: Story = {
  name: 'お手伝いを頼む：町のフォームへ',
  args: {
    ...host,
    backend: asking(fixturePrograms, { ...open, delivery: { form: 'https://form.example/need' } }),
  },
};

export const HostTowns: Story = { name: 'お手伝いを頼む：町を選ぶ', args: { backend: two, town: both, side: 'host' } };

/** 受け付けていない町では、代わりの案内を出します。 */
export const HostClosed: Story = {
  name: 'お手伝いを頼む：受け付けていない',
  args: { backend: asking(), side: 'host' },
};

export const HostEnglish: Story = { name: 'お手伝いを頼む：英語', args: { ...host, lang: 'en' } };

export const HostDark: Story = {
  name: 'お手伝いを頼む：暗いページ',
  args: { ...host, layout: 'all' },
  decorators: on('page-dark'),
};
