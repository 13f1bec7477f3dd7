import '@kankei/elements/fanclub-signup/define';
import type { Backend, MemoryBackendOptions } from '@kankei/client';
import type { Fanclub } from '@kankei/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { fixtureClub, longClub, plainClub } from '../test/fixtures/fanclub.ts';
import { fixtureTown } from '../test/fixtures/programs.ts';
import { fill, find, on, press, town } from './support.ts';

interface Args {
  backend: Backend;
  town: string;
  tie: string;
  interests: string;
  source: string;
  headingLevel: number;
  lang: string;
}

const tag = 'kankei-fanclub-signup';
const club = (one: Fanclub = fixtureClub, more: Partial<MemoryBackendOptions> = {}) =>
  town([], {
    fanclubs: { [fixtureTown.code]: one },
    postal: { '5094292': [{ prefecture: '岐阜県', municipalityCode: '212172', municipality: '飛騨市' }] },
    ...more,
  });

const meta: Meta<Args> = {
  title: 'ファンクラブの会員登録',
  component: tag,
  args: { backend: club(), town: fixtureTown.code, tie: '', interests: '', source: '', headingLevel: 2, lang: '' },
  argTypes: {
    backend: { table: { disable: true } },
    lang: { control: 'inline-radio', options: ['', 'ja', 'en'] },
  },
  // What was typed in one story must not come back in the next.
  beforeEach: () => sessionStorage.clear(),
  render: ({ backend, town, tie, interests, source, headingLevel, lang }) => html`
    <kankei-fanclub-signup
      .backend=${backend}
      town=${town}
      tie=${tie || nothing}
      interests=${interests || nothing}
      source=${source || nothing}
      heading-level=${headingLevel}
      lang=${lang || nothing}
    >
      <a href="https://musubino.example/fanclub/">むすび野町ファンクラブのページを見る</a>
    </kankei-fanclub-signup>
  `,
};
export default meta;
type Story = StoryObj<Args>;

const person = { name: '山田 花子', kana: 'やまだ　はなこ', email: 'ｈａｎａ＠example.jp', prefecture: '岐阜県' };

/** Fills in what a person would, and goes on to the look over it. */
async function review(canvas: HTMLElement): Promise<void> {
  await fill(canvas, tag, person, ['tier=friend', 'privacy']);
  await press(canvas, '[part="submit"]', tag);
  await find(() => canvas.querySelector(tag)?.shadowRoot?.querySelector('[part="review"]'));
}

export const Form: Story = { name: '入力' };

/** 聞くことを、お名前・ふりがな・メールだけにした町です。 */
export const Plain: Story = { name: '入力（少なくたずねる）', args: { backend: club(plainClub) } };

export const Prefilled: Story = {
  name: '入力（ページからの初期値）',
  args: { tie: 'donated,travelled', interests: 'help' },
};

/** 郵便番号を入れると住所が入り、そのことを欄の下で伝えます。 */
export const Suggested: Story = {
  name: '入力（住所の候補）',
  play: async ({ canvasElement }) => {
    await fill(canvasElement, tag, { postal: '509-4292' }, []);
    const root = canvasElement.querySelector(tag)?.shadowRoot;
    await find(() => root?.querySelector('[part="note"]'));
    root
      ?.querySelector('[name="postal"]')
      ?.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
    await find(() => root?.querySelector('[part="note"]:not(:empty)'));
  },
};

/** ページを読み込み直しても、途中まで入力した内容は残ります。 */
export const Restored: Story = {
  name: '入力（途中の内容が戻った）',
  beforeEach: () => sessionStorage.setItem(`kankei:signup:${fixtureTown.code}`, JSON.stringify({ name: '山田 花子' })),
};

/** 町のことばや質問が、とても長いとき。 */
export const Long: Story = { name: '入力（長い説明と質問）', args: { backend: club(longClub) } };

/** 直すところは、上にまとめて、それぞれの欄の下にも出ます。 */
export const Faults: Story = {
  name: '直すところがある',
  play: async ({ canvasElement }) => {
    await fill(canvasElement, tag, { name: '山田 花子', email: 'hana', postal: '123' }, []);
    await press(canvasElement, '[part="submit"]', tag);
  },
};

/** 冬を選ぶと、質問が1つ増えます。 */
export const Condition: Story = {
  name: '答えで増える質問',
  play: ({ canvasElement }) => fill(canvasElement, tag, {}, ['season=winter']),
};

export const Review: Story = { name: '確認', play: ({ canvasElement }) => review(canvasElement) };

export const Sending: Story = {
  name: '送信中',
  args: { backend: { ...club(), join: () => new Promise(() => {}) } },
  play: async ({ canvasElement }) => {
    await review(canvasElement);
    await press(canvasElement, '[part~="submit"]', tag);
  },
};

/** 入力した内容は残ったままです。もう一度押すと、同じ申し込みとして送ります。 */
export const NotSent: Story = {
  name: '送信できなかった',
  args: { backend: club(fixtureClub, { fail: (question) => (question === 'join' ? 'unavailable' : undefined) }) },
  play: async ({ canvasElement }) => {
    await review(canvasElement);
    await press(canvasElement, '[part~="submit"]', tag);
  },
};

export const Done: Story = {
  name: '送信したあと',
  play: async ({ canvasElement }) => {
    await review(canvasElement);
    await press(canvasElement, '[part~="submit"]', tag);
  },
};

export const Loading: Story = {
  name: '読み込み中',
  args: { backend: club(fixtureClub, { delay: Number.POSITIVE_INFINITY }) },
};

export const Failed: Story = {
  name: '読み込めない',
  args: { backend: club(fixtureClub, { fail: () => 'unavailable' }) },
};

export const NoFanclub: Story = { name: 'ファンクラブのない町', args: { backend: town([]) } };

/** 町がほかのサイトのフォームで受け付けるときは、そこへの入口になります。 */
export const Elsewhere: Story = {
  name: '町のフォームへ',
  args: {
    backend: club({ ...fixtureClub, delivery: { form: 'https://form.example/apply', prefill: { tie: 'entry.1' } } }),
    tie: 'donated',
  },
};

/** サーバーのない町では、メールでも受け付けられます。 */
export const ByMail: Story = {
  name: 'メールで申し込む',
  args: { backend: club({ ...plainClub, delivery: { mail: 'kikaku@musubino.example' } }) },
  play: async ({ canvasElement }) => {
    await fill(canvasElement, tag, person, ['privacy']);
    await press(canvasElement, '[part="submit"]', tag);
    await press(canvasElement, '[part="review"] ~ .actions [part~="submit"]', tag);
  },
};

export const English: Story = { name: '英語', args: { lang: 'en' } };
export const ReviewEnglish: Story = { name: '確認（英語）', args: { lang: 'en' }, play: Review.play! };
export const Dark: Story = { name: '暗いページ', decorators: on('page-dark') };
export const DarkFaults: Story = {
  name: '暗いページ（直すところがある）',
  decorators: on('page-dark'),
  play: Faults.play!,
};
export const Narrow: Story = { name: 'せまい欄（280px）', decorators: on('page-sidebar') };
