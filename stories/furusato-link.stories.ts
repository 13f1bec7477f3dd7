import '@kankei/elements/furusato-link/define';
import type { Backend, MemoryBackendOptions } from '@kankei/client';
import { dayAt, dayLength, type Furusato, type FurusatoInput, furusato } from '@kankei/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { fixtureFurusato, fixtureFurusatoInput, longFurusato } from '../test/fixtures/furusato.ts';
import { fixtureTown } from '../test/fixtures/programs.ts';
import { on, press, town } from './support.ts';

interface Args {
  backend: Backend;
  compact: boolean;
  newTab: boolean;
  era: boolean;
  headingLevel: number;
  lang: string;
  fallback: boolean;
}

const tag = 'kankei-furusato-link';

/** A day so many days from today, in Tokyo. */
const day = (days: number) => dayAt(Date.now() + days * dayLength);

const picture = (name: string) => ({ url: new URL(`${name}.svg`, document.baseURI).href, alt: '川にかかる石の橋' });

/** Projects in every state, seen from the day the story is looked at. */
const projects: FurusatoInput['projects'] = [
  { ...fixtureFurusatoInput.projects[0]!, asOf: day(-1), start: day(-40), end: day(39), image: picture('bridge') },
  { ...fixtureFurusatoInput.projects[1]!, asOf: day(-1), end: day(12) },
  {
    id: 'last-day',
    title: '夜の最終バス',
    goal: 2_400_000,
    raised: 2_310_000,
    donors: 157,
    asOf: day(-1),
    end: day(0),
  },
  { id: 'coming', title: 'これから始まる取り組み', goal: 500_000, raised: 0, asOf: day(-1), start: day(20) },
  { id: 'over', title: '届かなかった取り組み', goal: 900_000, raised: 310_000, asOf: day(-30), end: day(-31) },
  {
    id: 'over-reached',
    title: '図書館の屋根',
    goal: 1_000_000,
    raised: 1_204_000,
    donors: 96,
    asOf: day(-60),
    end: day(-61),
    done: '屋根をふき替えました。雨の日も、本のそばで過ごせます。',
  },
];
const whole = furusato.parse({
  ...fixtureFurusatoInput,
  uses: [{ ...fixtureFurusatoInput.uses[0]!, image: picture('bridge') }, ...fixtureFurusatoInput.uses.slice(1)],
  projects,
  invitation: {
    text: '寄付のあとも、ファンクラブでつながっていてください。',
    url: 'https://musubino.example/fanclub/',
  },
});

const saying = (profile: Furusato = whole, more: Partial<MemoryBackendOptions> = {}) =>
  town([], { furusato: { [fixtureTown.code]: profile }, ...more });

const meta: Meta<Args> = {
  title: 'ふるさと納税',
  component: tag,
  args: { backend: saying(), compact: false, newTab: false, era: false, headingLevel: 2, lang: '', fallback: true },
  argTypes: {
    backend: { table: { disable: true } },
    lang: { control: 'inline-radio', options: ['', 'ja', 'en'] },
  },
  render: ({ backend, compact, newTab, era, headingLevel, lang, fallback }) => html`
    <kankei-furusato-link
      .backend=${backend}
      town=${fixtureTown.code}
      ?compact=${compact}
      ?new-tab=${newTab}
      ?era=${era}
      heading-level=${headingLevel}
      lang=${lang || nothing}
      >${fallback ? html`<a href="https://musubino.example/furusato/">むすび野町のふるさと納税のページを見る</a>` : nothing}</kankei-furusato-link
    >
  `,
};
export default meta;
type Story = StoryObj<Args>;

/** 使い道、プロジェクト、申し込み先の順に並びます。プロジェクトの状態は、きょうの日付（日本時間）で決まります。 */
export const All: Story = { name: '使い道とプロジェクト' };

/** サイドバーなどに置く、ひとつのリンクです。 */
export const Compact: Story = { name: 'リンクひとつ', args: { compact: true }, decorators: on('page-sidebar') };

/** 申し込み先などを別のタブで開きます。開くことを、言葉でも伝えます。 */
export const NewTab: Story = { name: '別のタブで開く', args: { newTab: true } };

export const Era: Story = {
  name: '元号',
  args: { era: true, backend: saying({ ...whole, projects: longFurusato.projects }) },
};

/** 町が何も決めていなくても、ふるさとチョイスの町のページは、町がオンにすれば案内できます。 */
export const PlacesAlone: Story = {
  name: '申し込み先だけ',
  args: { backend: saying(furusato.parse({ choice: true })) },
};

export const UsesAlone: Story = {
  name: '使い道だけ',
  args: { backend: saying(furusato.parse({ uses: fixtureFurusatoInput.uses })) },
};

/** すべて終わった取り組みは、見出しも変わります。 */
export const Over: Story = {
  name: '終わった取り組みだけ',
  args: { backend: saying({ ...whole, projects: whole.projects.filter(({ id }) => id.startsWith('over')) }) },
};

/** 返礼品やポイントを強調する言葉は公開されません。ボタンは、ふつうの言葉になります。 */
export const LeftOut: Story = {
  name: '使えない言葉があった',
  args: {
    backend: {
      ...saying(),
      furusato: async () => ({
        ...fixtureFurusato,
        button: '返礼品が豪華！ポイント還元でお得',
        intro: '今ならおまけ付き',
      }),
    },
  },
};

export const Long: Story = { name: '長い説明', args: { backend: saying(longFurusato) } };

export const Loading: Story = {
  name: '読み込み中',
  args: { backend: saying(whole, { delay: Number.POSITIVE_INFINITY }) },
};

/** 町の名前などは届いても案内が届かないときは、リンクと理由が出ます。 */
export const Failed: Story = { name: '読み込めない', args: { backend: saying(whole, { fail: () => 'unavailable' }) } };

/** ページにリンクがないときは、わかれば町の公式サイトへのリンクを出します。 */
export const FailedWithoutFallback: Story = {
  name: '読み込めない（リンクのないページ）',
  args: {
    fallback: false,
    backend: saying(whole, { fail: (question) => (question === 'furusato' ? 'unavailable' : undefined) }),
  },
};

export const Nothing: Story = { name: '案内のない町', args: { backend: town([]) } };

export const Tools: Story = {
  name: '目安とワンストップ特例を開く',
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[aria-controls="tool-estimate"]', tag);
    await press(canvasElement, '[aria-controls="tool-oneStop"]', tag);
  },
};

export const English: Story = { name: '英語', args: { lang: 'en' } };
export const Dark: Story = { name: '暗いページ', decorators: on('page-dark') };
export const DarkCompact: Story = {
  name: '暗いページ（リンクひとつ）',
  args: { compact: true },
  decorators: on('page-dark'),
};
export const Narrow: Story = { name: 'せまい欄（280px）', decorators: on('page-sidebar') };
