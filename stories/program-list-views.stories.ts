import '@kankei/elements/program-list/define';
import type { Backend } from '@kankei/client';
import type { Program } from '@kankei/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { longProgram } from '../test/fixtures/long-program.ts';
import { kindPrograms } from '../test/fixtures/program-kinds.ts';
import { fixturePrograms, fixtureTown, makeProgram } from '../test/fixtures/programs.ts';
import { on, press, searchFor, town } from './support.ts';

interface Args {
  backend: Backend;
  town: string;
  past: 'exclude' | 'include' | 'only';
  view: 'cards' | 'list' | 'calendar';
  views: string;
  lang: string;
}

const meta: Meta<Args> = {
  title: '募集の一覧/見せ方',
  component: 'kankei-program-list',
  args: { town: fixtureTown.code, past: 'exclude', view: 'calendar', views: 'cards,list,calendar', lang: '' },
  argTypes: {
    backend: { table: { disable: true } },
    view: { control: 'inline-radio', options: ['cards', 'list', 'calendar'] },
    lang: { control: 'inline-radio', options: ['', 'ja', 'en'] },
  },
  render: ({ backend, town, past, view, views, lang }) => html`
    <kankei-program-list
      .backend=${backend}
      town=${town}
      past=${past}
      view=${view}
      views=${views}
      lang=${lang || nothing}
    >
      <a href="https://musubino.example/programs/">むすび野町の募集を見る</a>
    </kankei-program-list>
  `,
};
export default meta;
type Story = StoryObj<Args>;

const event = (id: string, title: string, sessions: Program['sessions']) => makeProgram({ id, title, sessions });
/** 何日か続くもの、毎週くり返すもの、ひと月を超えるもの。 */
const everyLength = [
  event('camp', '里山キャンプと焚き火の三日間', [
    { startDate: '2026-11-22', startTime: '13:00', endDate: '2026-11-24', endTime: '11:00' },
  ]),
  event('weekend', '土日の朝市', [{ startDate: '2026-11-14', endDate: '2026-11-15' }]),
  event(
    'weekly',
    '毎週水曜のこども食堂',
    ['04', '11', '18', '25'].map((day) => ({ startDate: `2026-11-${day}`, startTime: '17:00' })),
  ),
  ...fixturePrograms,
];
const many = [
  ...Array.from({ length: 60 }, (_, index) =>
    event(`many-${index}`, `朝の里山歩き 第${index + 1}回`, [
      { startDate: `2026-11-${String(1 + ((index * 7) % 12) * 2).padStart(2, '0')}`, startTime: '09:00' },
    ]),
  ),
  ...everyLength,
];

const list: Partial<Args> = { view: 'list' };
export const List: Story = { name: '一覧', args: { ...list, backend: town(kindPrograms.concat(fixturePrograms)) } };
export const ListMany: Story = { name: '一覧：たくさん', args: { ...list, backend: town(many) } };
export const ListSidebar: Story = {
  name: '一覧：幅280ピクセル',
  args: { ...list, backend: town() },
  decorators: on('page-sidebar'),
};
export const ListEnglish: Story = { name: '一覧：英語', args: { ...list, backend: town(), lang: 'en' } };
export const ListDark: Story = {
  name: '一覧：暗いページ',
  args: { ...list, backend: town() },
  decorators: on('page-dark'),
};

/** 幅が広ければ週の表、狭ければ予定のある日の一覧です。読み上げではいつも日の一覧です。 */
export const Calendar: Story = { name: 'カレンダー', args: { backend: town(everyLength) } };
export const CalendarMany: Story = { name: 'カレンダー：たくさん', args: { backend: town(many) } };
export const CalendarUnfolded: Story = {
  name: 'カレンダー：1日のすべて',
  args: { backend: town(many) },
  play: ({ canvasElement }) => press(canvasElement, '[part="more-of-day"]'),
};
export const CalendarSidebar: Story = {
  name: 'カレンダー：幅280ピクセル',
  args: { backend: town(everyLength) },
  decorators: on('page-sidebar'),
};
/** 予定のない月は、次に予定がある月へ案内します。 */
export const CalendarEmptyMonth: Story = {
  name: 'カレンダー：予定のない月',
  args: {
    backend: town([event('spring', '春の山菜採り', [{ startDate: '2027-04-20' }]), event('some-day', '農作業', [])]),
  },
};
export const CalendarYearEnd: Story = {
  name: 'カレンダー：年をまたぐ',
  args: {
    backend: town([
      event('eve', '年越しの鐘つき', [
        { startDate: '2026-12-31', startTime: '23:00', endDate: '2027-01-01', endTime: '01:00' },
      ]),
      ...everyLength,
    ]),
  },
  play: ({ canvasElement }) => press(canvasElement, '[part="next"]'),
};
export const CalendarFailed: Story = {
  name: 'カレンダー：読み込みの失敗',
  args: {
    backend: (() => {
      let asked = 0;
      return town(everyLength, { fail: () => (asked++ ? 'network' : undefined) });
    })(),
  },
};
export const CalendarEnglish: Story = { name: 'カレンダー：英語', args: { backend: town(everyLength), lang: 'en' } };
export const CalendarDark: Story = {
  name: 'カレンダー：暗いページ',
  args: { backend: town(everyLength) },
  decorators: on('page-dark'),
};
/** 500件より多い月は、そこまでを見せて、絞り込みを勧めます。 */
export const CalendarFull: Story = {
  name: 'カレンダー：多すぎる月',
  args: {
    backend: town(
      Array.from({ length: 520 }, (_, index) =>
        event(`full-${index}`, `朝の里山歩き 第${index + 1}回`, [
          { startDate: `2026-11-${String(1 + (index % 30)).padStart(2, '0')}` },
        ]),
      ),
    ),
  },
};

// What both have in common with the cards, in every state.
const over = town(fixturePrograms.filter(({ id }) => id === 'over'));
const failing = town([], { fail: () => 'network' });
const longTexts = town([longProgram, ...everyLength]);
const failsLater = (): Backend => {
  let asked = 0;
  return town(fixturePrograms, { fail: () => (asked++ > 3 ? 'network' : undefined) });
};
const severalTowns: Partial<Args> = {
  town: `${fixtureTown.code} 999989`,
  backend: town(
    [
      ...fixturePrograms,
      makeProgram({
        id: 'apple',
        town: '999989',
        title: 'となり町のりんご狩り',
        sessions: [{ startDate: '2026-11-29' }],
      }),
    ],
    { towns: [fixtureTown, { code: '999989', name: 'あさぎり村' }] },
  ),
};
const search =
  (words: string): NonNullable<Story['play']> =>
  ({ canvasElement }) =>
    searchFor(canvasElement, words);

export const ListLong: Story = { name: '一覧：長い文', args: { ...list, backend: longTexts } };
export const ListEmpty: Story = { name: '一覧：何もない', args: { ...list, backend: town([]) } };
export const ListNothingUpcoming: Story = { name: '一覧：過去の募集だけ', args: { ...list, backend: over } };
export const ListPast: Story = { name: '一覧：過去の募集', args: { ...list, backend: town(), past: 'only' } };
export const ListNothingFound: Story = {
  name: '一覧：見つからない',
  args: { ...list, backend: town() },
  play: search('くじらの背中'),
};
export const ListFailed: Story = { name: '一覧：読み込みの失敗', args: { ...list, backend: failing } };
export const ListStale: Story = {
  name: '一覧：少し前の情報',
  args: {
    ...list,
    backend: (() => {
      let asked = 0;
      return town(fixturePrograms, { fail: () => (asked++ ? 'network' : undefined) });
    })(),
  },
  play: search('大根'),
};
export const ListTowns: Story = { name: '一覧：いくつかの町', args: { ...list, ...severalTowns } };

export const CalendarLong: Story = { name: 'カレンダー：長い文', args: { backend: longTexts } };
export const CalendarEmpty: Story = { name: 'カレンダー：何もない', args: { backend: town([]) } };
export const CalendarPast: Story = { name: 'カレンダー：過去の募集', args: { backend: town(), past: 'only' } };
export const CalendarNothingFound: Story = {
  name: 'カレンダー：見つからない',
  args: { backend: town() },
  play: search('くじらの背中'),
};
export const CalendarListFailed: Story = { name: 'カレンダー：はじめから読み込めない', args: { backend: failing } };
export const CalendarStale: Story = {
  name: 'カレンダー：少し前の情報',
  args: { backend: failsLater() },
  play: search('大根'),
};
export const CalendarTowns: Story = { name: 'カレンダー：いくつかの町', args: severalTowns };

/** ページが1つだけに決めると、切り替えは出ません。 */
export const OneView: Story = { name: '見せ方がひとつだけ', args: { backend: town(), view: 'list', views: 'list' } };
