import '@kankei/elements/member-card/define';
import type { Backend } from '@kankei/client';
import type { MemberCard } from '@kankei/core';
import { forgetCards } from '@kankei/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { memberCard, memberToken } from '../test/fixtures/member-card.ts';
import { fixtureTown, now } from '../test/fixtures/programs.ts';
import { find, on, press, town } from './support.ts';

interface Args {
  card: MemberCard | undefined;
  token: string;
  backend: Backend;
  now: number;
  headingLevel: number;
  lang: string;
}

const cards = { [memberToken]: memberCard };

const meta: Meta<Args> = {
  title: '会員証',
  component: 'kankei-member-card',
  args: { card: memberCard, token: '', backend: town([], { cards }), now, headingLevel: 3, lang: '' },
  argTypes: {
    card: { table: { disable: true } },
    backend: { table: { disable: true } },
    lang: { control: 'inline-radio', options: ['', 'ja', 'en'] },
  },
  // What one story keeps on the device must not show in the next.
  loaders: [async () => forgetCards()],
  render: ({ card, token, backend, now, headingLevel, lang }) => html`
    <kankei-member-card
      .card=${card}
      .token=${token}
      .backend=${backend}
      .now=${now}
      town=${card ? nothing : fixtureTown.code}
      heading-level=${headingLevel}
      lang=${lang || nothing}
    >
      <p>会員番号 12345</p>
    </kankei-member-card>
  `,
};
export default meta;
type Story = StoryObj<Args>;

/** 町・番号・名前・会員の種類・期限と、お店が確かめるためのQRコード。下に特典が並びます。 */
export const Card: Story = { name: '会員証' };

/** メールのリンクから開いた会員証は、電波の届かないところでも見られるようにこの端末に残り、そう伝えます。 */
export const Kept: Story = { name: '端末に残した会員証', args: { card: undefined, token: memberToken } };

/** 消すと、そう伝えます。いま見えているものは、ページを閉じるまで見えています。 */
export const Removed: Story = {
  name: '端末から消した',
  args: { card: undefined, token: memberToken },
  play: ({ canvasElement }) => press(canvasElement, '[part="clear"]', 'kankei-member-card'),
};

/** 通信できないときは、残っている会員証を、受け取った日時とともに表示します。 */
export const Offline: Story = {
  name: '通信できないとき',
  args: { card: undefined, token: memberToken },
  play: async ({ canvasElement }) => {
    const card = canvasElement.querySelector('kankei-member-card')!;
    await find(() => card.shadowRoot?.querySelector('[part="kept"]'));
    card.backend = town([], { cards, fail: () => 'network' });
  },
};

export const Loading: Story = {
  name: '読み込み中',
  args: { card: undefined, token: memberToken, backend: town([], { cards, delay: Number.POSITIVE_INFINITY }) },
};

export const Expired: Story = { name: '期限切れ', args: { now: Date.parse('2027-11-22T00:00:00+09:00') } };

export const LinkExpired: Story = {
  name: 'リンクが使えない',
  args: { card: undefined, token: memberToken, backend: town([]) },
};

export const NoNetwork: Story = {
  name: '通信できず、残っているものもない',
  args: { card: undefined, token: memberToken, backend: town([], { fail: () => 'network' }) },
};

/** 種類も特典もない町。 */
export const Bare: Story = {
  name: '番号と名前だけ',
  args: (() => {
    const { tier: _, memberTitle: __, ...card } = memberCard;
    return { card: { ...card, benefits: [] } };
  })(),
};

export const Long: Story = {
  name: '長い名前',
  args: {
    card: {
      ...memberCard,
      name: '寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末食う寝る処に住む処',
      title: '日本一長い名前のふるさと応援ファンクラブ・友の会・ふるさと市民の会',
      number: 4_294_967_295,
    },
  },
};

export const Sidebar: Story = { name: '幅280ピクセルの欄', decorators: on('page-sidebar') };
export const English: Story = { name: '英語', args: { lang: 'en' } };
export const Dark: Story = { name: '暗いページ', decorators: on('page-dark') };
export const Tokens: Story = { name: '色と角をページに合わせる', decorators: on('page-theme') };
