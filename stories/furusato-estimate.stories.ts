import '@kankei/elements/furusato-link/define';
import type { Backend } from '@kankei/client';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { fixtureFurusato } from '../test/fixtures/furusato.ts';
import { fixtureTown } from '../test/fixtures/programs.ts';
import { find, on, town } from './support.ts';

interface Args {
  backend: Backend;
  estimate: boolean;
  oneStop: boolean;
  lang: string;
}

const tag = 'kankei-furusato-link';

const meta: Meta<Args> = {
  title: 'ふるさと納税（目安とワンストップ特例）',
  component: tag,
  args: {
    backend: town([], { furusato: { [fixtureTown.code]: fixtureFurusato } }),
    estimate: true,
    oneStop: false,
    lang: '',
  },
  argTypes: {
    backend: { table: { disable: true } },
    lang: { control: 'inline-radio', options: ['', 'ja', 'en'] },
  },
  // What one story has kept would stand in the next one.
  loaders: [async () => localStorage.removeItem('kankei-one-stop')],
  render: ({ backend, estimate, oneStop, lang }) => html`
    <kankei-furusato-link
      town=${fixtureTown.code}
      .backend=${backend}
      ?estimate=${estimate}
      ?one-stop=${oneStop}
      lang=${lang || nothing}
    ></kankei-furusato-link>
  `,
};
export default meta;
type Story = StoryObj<Args>;

/** Waits for a control by its name, and its value where several share one. */
const control = (canvas: HTMLElement, name: string, value?: string) =>
  find(() =>
    canvas
      .querySelector(tag)
      ?.shadowRoot?.querySelector<HTMLInputElement>(`[name="${name}"]${value ? `[value="${value}"]` : ''}`),
  );

/** Answers the questions and asks for the estimate. */
const asked =
  (salary: string, ...chosen: [name: string, value: string][]): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const field = await control(canvasElement, 'salary');
    field.value = salary;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    for (const [name, value] of chosen) (await control(canvasElement, name, value)).click();
    field.form!.requestSubmit();
  };

/** Notes donations to these towns down. */
const donated =
  (...towns: string[]): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const field = await control(canvasElement, 'donatedTown');
    for (const town of towns) {
      field.value = town;
      field.form!.requestSubmit();
    }
    field.blur();
  };

const oneStop = { estimate: false, oneStop: true };
const towns = ['むすび野町', '飛騨市', '能登町', '大館市', '西条市', '鶴岡市'];

/** 年収とご家族をふだんの言葉でたずねます。入力した内容は、どこにも送らず、残しません。 */
export const Untouched: Story = { name: '目安：まだ何も入れていない' };

/** 年収のつまみを動かすと、目安が変わります。計算は一行ずつ、きまりの名前とともに示します。 */
export const Result: Story = { name: '目安：結果', play: asked('５００万円', ['spouse', 'dual']) };

export const EveryLine: Story = {
  name: '目安：すべての行がある結果',
  play: asked('9,000,000', ['spouse', 'couple'], ['children', 'univ_hs'], ['year', '2027']),
};

/** 2027年の寄付から、住民税の特例分は193万円までです。 */
export const Capped: Story = {
  name: '目安：2027年からの上限',
  play: asked('50000万円', ['spouse', 'dual'], ['year', '2027']),
};

export const NoLevy: Story = { name: '目安：所得割がかからない', play: asked('90万', ['spouse', 'dual']) };

export const Errors: Story = { name: '目安：入力の誤り', play: asked('五百万') };

/** きまりがまだない年の目安は出しません。理由を示します。 */
export const RefusedYear: Story = {
  name: '目安：きまりのない年',
  play: asked('5000000', ['spouse', 'dual'], ['year', '2028']),
};

export const RefusedCase: Story = {
  name: '目安：きまりのない場合',
  play: asked('5000000', ['spouse', 'dual'], ['circumstances', 'housing-loan'], ['circumstances', 'pension']),
};

export const English: Story = {
  name: '目安：英語',
  args: { lang: 'en' },
  play: asked('5000000', ['spouse', 'dual']),
};

export const Sidebar: Story = {
  name: '目安：幅280ピクセルの欄',
  decorators: on('page-sidebar'),
  play: asked('5000000', ['spouse', 'dual']),
};

export const Dark: Story = {
  name: '目安：暗いページ',
  decorators: on('page-dark'),
  play: asked('5000000', ['spouse', 'dual']),
};

export const NoDonations: Story = { name: 'ワンストップ特例：まだ何も書いていない', args: oneStop };

/** 同じ自治体への2回の寄付は、1か所と数えます。申請書は2通要ります。 */
export const ThreeTowns: Story = {
  name: 'ワンストップ特例：3か所',
  args: oneStop,
  play: donated(...towns.slice(0, 3), towns[0]!),
};

export const FiveTowns: Story = {
  name: 'ワンストップ特例：5か所',
  args: oneStop,
  play: donated(...towns.slice(0, 5)),
};

export const SixTowns: Story = { name: 'ワンストップ特例：6か所', args: oneStop, play: donated(...towns) };

/** 残してほしいと選んだときだけ、このブラウザーに残します。 */
export const Kept: Story = {
  name: 'ワンストップ特例：残している',
  args: oneStop,
  play: async (context) => {
    await donated('飛騨市')(context);
    (await control(context.canvasElement, 'keep')).click();
  },
};

export const Over: Story = {
  name: 'ワンストップ特例：期限を過ぎた',
  args: oneStop,
  play: async (context) => {
    const year = (await control(context.canvasElement, 'donationYear')) as unknown as HTMLSelectElement;
    year.selectedIndex = 0;
    year.dispatchEvent(new Event('change', { bubbles: true }));
    await donated('飛騨市')(context);
  },
};

export const OneStopEnglish: Story = {
  name: 'ワンストップ特例：英語',
  args: { ...oneStop, lang: 'en' },
  play: donated('Hida', 'Noto'),
};

export const OneStopSidebar: Story = {
  name: 'ワンストップ特例：幅280ピクセルの欄',
  args: oneStop,
  decorators: on('page-sidebar'),
  play: donated(...towns),
};
