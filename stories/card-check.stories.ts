import '@kankei/elements/card-check/define';
import type { Backend } from '@kankei/client';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { fixtureFanclub } from '../test/fixtures/every-question.ts';
import { cardKey, forgedStatement, goodStatement, memberCard, oldStatement } from '../test/fixtures/member-card.ts';
import { fixtureTown, now } from '../test/fixtures/programs.ts';
import { on, press, town } from './support.ts';

interface Args {
  statement: string;
  backend: Backend;
  now: number;
  headingLevel: number;
  lang: string;
}

const { code } = fixtureTown;
const known = {
  cardKeys: { [code]: [cardKey] },
  fanclubs: { [code]: { ...fixtureFanclub, tiers: [memberCard.tier!] } },
};

const meta: Meta<Args> = {
  title: '会員証の確認',
  component: 'kankei-card-check',
  args: { statement: '', backend: town([], known), now, headingLevel: 3, lang: '' },
  argTypes: {
    backend: { table: { disable: true } },
    lang: { control: 'inline-radio', options: ['', 'ja', 'en'] },
  },
  // A key that one story has learned would answer the next one’s question.
  loaders: [async () => localStorage.removeItem(`kankei-card-check ${code}`)],
  render: ({ statement, backend, now, headingLevel, lang }) => html`
    <kankei-card-check
      .statement=${statement}
      .backend=${backend}
      .now=${now}
      heading-level=${headingLevel}
      lang=${lang || nothing}
    ></kankei-card-check>
  `,
};
export default meta;
type Story = StoryObj<Args>;

/** QRコードを読み取るとこのページが開き、すぐに結果が出ます。読み取れないときは、文字を貼りつけます。 */
export const Empty: Story = { name: 'まだ何も確かめていない' };

export const Valid: Story = { name: '有効', args: { statement: goodStatement } };

export const Expired: Story = { name: '期限切れ', args: { statement: oldStatement } };

/** 一文字でも違えば、こう表示されます。書かれていた番号などは見せません。 */
export const Forged: Story = { name: '偽造の疑い', args: { statement: forgedStatement } };

/** 町の鍵をまだ受け取っていない端末で、通信もできないとき。 */
export const Unknown: Story = {
  name: 'いまは確かめられない',
  args: { statement: goodStatement, backend: town([], { fail: () => 'network' }) },
};

export const OtherTown: Story = {
  name: 'ここでは確かめられない町',
  args: { statement: goodStatement, backend: town([], { towns: [] }) },
};

export const Checking: Story = {
  name: '確かめている',
  args: { statement: goodStatement, backend: town([], { delay: Number.POSITIVE_INFINITY }) },
};

export const NothingPasted: Story = {
  name: '貼りつけずに押した',
  play: ({ canvasElement }) => press(canvasElement, '[part="submit"]', 'kankei-card-check'),
};

export const Sidebar: Story = {
  name: '幅280ピクセルの欄',
  args: { statement: goodStatement },
  decorators: on('page-sidebar'),
};
export const English: Story = { name: '英語', args: { statement: goodStatement, lang: 'en' } };
export const Dark: Story = { name: '暗いページ', args: { statement: forgedStatement }, decorators: on('page-dark') };
