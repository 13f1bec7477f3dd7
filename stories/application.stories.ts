import '@kankei/elements/program-list/define';
import type { Backend, MemoryBackendOptions } from '@kankei/client';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { fixturePrograms, fixtureTown } from '../test/fixtures/programs.ts';
import { recruitingPrograms, recruitingTown, recruitments } from '../test/fixtures/recruiting.ts';
import { fill, find, on, press, town } from './support.ts';

interface Args {
  backend: Backend;
  past: 'exclude' | 'only';
  lang: string;
}

const tag = 'kankei-program-list';
const recruiting = (says = recruitingTown, more: Partial<MemoryBackendOptions> = {}) =>
  town([...recruitingPrograms, ...fixturePrograms], { matching: { [fixtureTown.code]: says }, recruitments, ...more });
const failing = (question: string) =>
  recruiting(recruitingTown, { fail: (asked) => (asked === question ? 'unavailable' : undefined) });

const meta: Meta<Args> = {
  title: '応募する',
  component: tag,
  args: { backend: recruiting(), past: 'exclude', lang: '' },
  argTypes: {
    backend: { table: { disable: true } },
    past: { table: { disable: true } },
    lang: { control: 'inline-radio', options: ['', 'ja', 'en'] },
  },
  // What was opened or typed in one story must not come back in the next.
  beforeEach: () => {
    sessionStorage.clear();
    history.replaceState(null, '', location.pathname + location.search);
  },
  render: ({ backend, past, lang }) => html`
    <kankei-program-list .backend=${backend} town=${fixtureTown.code} past=${past} lang=${lang || nothing}>
      <a href="https://musubino.example/programs/">むすび野町の募集を見る</a>
    </kankei-program-list>
  `,
};
export default meta;
type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

/** Opens a program, and waits for a part of it. */
const opened =
  (id: string, part = 'interest'): Play =>
  async ({ canvasElement }) => {
    await press(canvasElement, `[data-program$="/${id}"]`);
    await find(() => canvasElement.querySelector(tag)?.shadowRoot?.querySelector(`[part="${part}"]`));
  };

/** Opens the form of a program and fills it in. */
const filled =
  (texts: Record<string, string>, ...ticked: string[]): Play =>
  async (context) => {
    const { canvasElement } = context;
    await opened('apple')(context);
    await press(canvasElement, 'button[part="apply"]');
    await find(() => canvasElement.querySelector(tag)?.shadowRoot?.querySelector('[part="form"]'));
    await fill(canvasElement, tag, texts, ticked);
  };

const whole = { name: '山田 花子', email: 'hana@example.jp', boots: '24センチ' };
const goOn = '[part="application"] [part~="submit"]';

/** Fills in all of the form and looks it over. */
const reviewed: Play = async (context) => {
  await filled(whole, 'coming=train', 'privacy')(context);
  await press(context.canvasElement, goOn);
  await find(() => context.canvasElement.querySelector(tag)?.shadowRoot?.querySelector('[part="review"]'));
};

const sent: Play = async (context) => {
  await reviewed(context);
  await press(context.canvasElement, goOn);
};

/** 町が応募を受け付けていれば、募集の中から、そのまま応募できます。 */
export const Offered: Story = { name: '応募できる募集', play: opened('apple') };

export const Full: Story = { name: '満員（キャンセル待ち）', play: opened('packed') };

export const Late: Story = { name: '締め切りのあと', play: opened('late') };

export const Cancelled: Story = { name: '中止', play: opened('off', 'fields') };

export const Elsewhere: Story = { name: '募集にある申込先', play: opened('elsewhere') };

/** 町が使っている別のフォームを開きます。 */
export const TownForm: Story = {
  name: '町のフォーム',
  args: { backend: recruiting({ ...recruitingTown, delivery: { form: 'https://form.example/' } }) },
  play: opened('apple'),
};

export const Unknown: Story = {
  name: '応募できるか確かめられない',
  args: { backend: failing('recruitment') },
  play: opened('apple', 'problem'),
};

/** 町に伝わるのは数だけです。 */
export const Interested: Story = {
  name: '気になると伝えた',
  play: async (context) => {
    await opened('apple')(context);
    await press(context.canvasElement, '[part="interest"]');
  },
};

/** 終わったあとに、受け入れた方からのことばを載せます。 */
export const Report: Story = { name: '当日のようす', args: { past: 'only' }, play: opened('over', 'report') };

/** 町の質問と、募集ごとの質問。個人情報の取り扱いは、同意のすぐ上に。 */
export const Form: Story = { name: '応募フォーム', play: filled({}) };

export const Together: Story = { name: 'いっしょに来る方', play: filled({ people: '2' }) };

export const Faults: Story = {
  name: '直すところ',
  play: async (context) => {
    await filled({ email: 'hana' })(context);
    await press(context.canvasElement, goOn);
  },
};

export const Review: Story = { name: '入力内容の確認', play: reviewed };

export const Sending: Story = {
  name: '送信中',
  args: { backend: { ...recruiting(), apply: () => new Promise(() => {}) } },
  play: sent,
};

/** 入力した内容は消えません。 */
export const NotSent: Story = { name: '送信できない', args: { backend: failing('apply') }, play: sent };

export const Taken: Story = { name: '応募を受け付けた', play: sent };

export const Waiting: Story = {
  name: 'キャンセル待ちで受け付けた',
  args: {
    backend: recruiting(recruitingTown, {
      recruitments: { [`${fixtureTown.code}/apple`]: { state: 'waiting', placesLeft: 0 } },
    }),
  },
  play: sent,
};

/** 送るのは本人です。 */
export const Mail: Story = {
  name: 'メールで応募する',
  args: { backend: recruiting({ ...recruitingTown, delivery: { mail: 'kikaku@musubino.example' } }) },
  play: sent,
};

export const English: Story = { name: '英語', args: { lang: 'en' }, play: filled({}) };

export const Sidebar: Story = { name: '幅280ピクセルの欄', decorators: on('page-sidebar'), play: filled({}) };

export const Dark: Story = { name: '暗いページ', decorators: on('page-dark'), play: filled({}) };
