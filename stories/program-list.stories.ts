import '@kankei/elements/program-list/define';
import type { Backend } from '@kankei/client';
import type { ProgramKind } from '@kankei/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { longProgram } from '../test/fixtures/long-program.ts';
import { kindPrograms } from '../test/fixtures/program-kinds.ts';
import { fixturePrograms, fixtureTown, makeProgram } from '../test/fixtures/programs.ts';
import { on, press, searchFor, town } from './support.ts';

interface Args {
  backend: Backend;
  town: string;
  kind: string;
  theme: string;
  past: 'exclude' | 'include' | 'only';
  limit: number;
  headingLevel: number;
  era: boolean;
  lang: string;
  accent: string;
}

const meta: Meta<Args> = {
  title: '募集の一覧',
  component: 'kankei-program-list',
  args: {
    town: fixtureTown.code,
    kind: '',
    theme: '',
    past: 'exclude',
    limit: 20,
    headingLevel: 3,
    era: false,
    lang: '',
    accent: '',
  },
  argTypes: {
    backend: { table: { disable: true } },
    past: { control: 'inline-radio', options: ['exclude', 'include', 'only'] },
    lang: { control: 'inline-radio', options: ['', 'ja', 'en'] },
    accent: { control: 'color' },
  },
  render: ({ backend, town, kind, theme, past, limit, headingLevel, era, lang, accent }) => html`
    <kankei-program-list
      .backend=${backend}
      town=${town}
      kind=${kind || nothing}
      theme=${theme || nothing}
      past=${past}
      limit=${limit}
      heading-level=${headingLevel}
      ?era=${era}
      lang=${lang || nothing}
      accent=${accent || nothing}
    >
      <a href="https://musubino.example/programs/">むすび野町の募集を見る</a>
    </kankei-program-list>
  `,
};
export default meta;
type Story = StoryObj<Args>;

/** 募集中、残りわずか、満員、受付終了、中止、延期と、日付も場所も分からないもの。 */
export const Ready: Story = { name: '一覧', args: { backend: town() } };

export const EveryKind: Story = { name: '種類いろいろ', args: { backend: town(kindPrograms) } };

const picture = (color: string) =>
  makeProgram({
    id: `picture-${color}`,
    title: '写真のある募集',
    kind: 'tour',
    image: {
      url: new URL(`/${color}.svg`, location.href).href,
      alt: '橋と川',
      licence: 'CC BY 4.0',
      credit: 'むすび野町',
    },
    sessions: [{ startDate: '2026-11-30' }],
  });
/** 片方の写真はあり、もう片方は読み込めません。読み込めない写真は場所を取りません。 */
export const Pictures: Story = {
  name: '写真',
  args: { backend: town([picture('bridge'), picture('missing'), ...fixturePrograms.slice(0, 3)]) },
};

/** 0.3秒までは何も見せず、その後も静かに待ちます。タグの中のリンクは見えています。8秒たつと、時間がかかっていると伝えます。 */
export const Loading: Story = {
  name: '読み込み中（遅い）',
  args: { backend: town(fixturePrograms, { delay: Number.POSITIVE_INFINITY }) },
};

export const Empty: Story = { name: '何もない', args: { backend: town([]) } };

export const PastOnly: Story = {
  name: '過去の募集だけ',
  args: { backend: town(fixturePrograms.filter(({ id }) => id === 'over')) },
};

export const PastShown: Story = {
  name: '過去の募集を見る',
  args: { backend: town() },
  play: ({ canvasElement }) => press(canvasElement, '[part="past"]'),
};

export const NothingFound: Story = {
  name: '見つからない',
  args: { backend: town() },
  play: ({ canvasElement }) => searchFor(canvasElement, 'くじらの背中'),
};

export const Narrowed: Story = {
  name: '種類で絞り込む',
  args: { backend: town() },
  play: ({ canvasElement }) => press(canvasElement, '[part="kind"] input'),
};

/** 場所・時期・体への負担などは、データに違いがあるものだけが出ます。 */
export const Filters: Story = {
  name: 'くわしく絞り込む',
  args: { backend: town() },
  play: ({ canvasElement }) => press(canvasElement, '[part="more-filters"]'),
};

const manyThemes = Array.from({ length: 30 }, (_, index) =>
  makeProgram({ id: `theme-${index}`, title: `第${index + 1}回 町の学校`, themes: [`テーマ${index + 1}`, '農業'] }),
);
/** 選べるものが多いときは、募集の多い順に10個まで見せます。 */
export const ManyChoices: Story = {
  name: '絞り込みの選択肢が多い',
  args: { backend: town(manyThemes) },
  play: ({ canvasElement }) => press(canvasElement, '[part="more-filters"]'),
};

/** 選んだ条件は札になり、ひとつずつ外せます。 */
export const Chips: Story = {
  name: '選んだ条件',
  args: { backend: town() },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[part="more-filters"]');
    await press(canvasElement, '[part="choice"] input[name="effort"]');
    await press(canvasElement, '[part="choice"] input[name="open"]');
  },
};

export const OneProgram: Story = {
  name: '募集ひとつだけ',
  args: { backend: town() },
  render: ({ backend, town }) => html`
    <kankei-program-list .backend=${backend} town=${town} program="harvest"></kankei-program-list>
  `,
};

export const OneProgramGone: Story = {
  name: '募集ひとつだけ（掲載が終わった）',
  args: { backend: town() },
  render: ({ backend, town }) => html`
    <kankei-program-list .backend=${backend} town=${town} program="gone">
      <a href="https://musubino.example/programs/">むすび野町の募集を見る</a>
    </kankei-program-list>
  `,
};

const many = Array.from({ length: 45 }, (_, index) =>
  makeProgram({
    id: `many-${index}`,
    title: `朝の里山歩き 第${index + 1}回`,
    kind: 'tour',
    sessions: [{ startDate: `2027-0${1 + Math.floor(index / 20)}-${String(1 + (index % 20)).padStart(2, '0')}` }],
  }),
);
export const Many: Story = { name: 'もっと見る', args: { backend: town(many) } };

export const NetworkFailed: Story = {
  name: '通信の失敗',
  args: { backend: town([], { fail: () => 'network' }) },
};

/** つながり直すと、自動でもう一度読み込みます。 */
export const Offline: Story = {
  name: 'インターネットにつながっていない',
  args: { backend: town([], { fail: () => 'network' }) },
  beforeEach: () => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    return () => Reflect.deleteProperty(navigator, 'onLine');
  },
};

export const TownNotFound: Story = { name: '町が見つからない', args: { backend: town(), town: '011002' } };

export const TownMissing: Story = { name: 'town が書かれていない', args: { backend: town(), town: '' } };

export const MoreFailed: Story = {
  name: '続きの読み込みの失敗',
  args: {
    backend: (() => {
      let asked = 0;
      return town(many, { fail: () => (asked++ ? 'timeout' : undefined) });
    })(),
  },
  play: ({ canvasElement }) => press(canvasElement, '[part="more"]'),
};

/** 新しい条件の返事が届かなくても、いまある募集は消さず、いつの情報かを伝えます。 */
export const Stale: Story = {
  name: '少し前の情報',
  args: {
    backend: (() => {
      let asked = 0;
      return town(fixturePrograms, { fail: () => (asked++ ? 'network' : undefined) });
    })(),
  },
  play: ({ canvasElement }) => searchFor(canvasElement, '大根'),
};

/** 読み取れない募集がひとつあっても、ほかの募集はそのまま見えます。 */
export const Malformed: Story = {
  name: '読み取れない募集がある',
  args: {
    backend: {
      ...town(),
      async programs(...question) {
        const page = await town().programs(...question);
        const broken = { id: 'broken', title: '項目が壊れている募集' } as unknown as (typeof page.programs)[number];
        return { ...page, programs: page.programs.toSpliced(1, 0, broken) };
      },
    },
  },
};

/** 市区町村コードを2つ並べると、町の名前がつきます。 */
export const SeveralTowns: Story = {
  name: 'いくつかの町',
  args: {
    town: `${fixtureTown.code} 999989`,
    backend: town(
      [
        ...fixturePrograms.slice(0, 4),
        makeProgram({
          id: 'neighbour',
          town: '999989',
          title: 'となり町のりんご狩り',
          sessions: [{ startDate: '2026-11-29' }],
        }),
      ],
      { towns: [fixtureTown, { code: '999989', name: 'あさぎり村' }] },
    ),
  },
};

/** 題名は2行まで、長いアドレスは途中で折り返します。 */
export const LongTexts: Story = { name: '長い文', args: { backend: town([longProgram, ...fixturePrograms]) } };

/** `era` をつけると、年を元号で書きます。 */
export const Era: Story = { name: '元号', args: { backend: town(), era: true } };

/** 押せるところの色。濃さは、埋め込みを作るページで確かめられます。 */
export const Accent: Story = { name: 'アクセントの色', args: { backend: town(), accent: '#0b6b3a' } };

export const Sidebar: Story = { name: '幅280ピクセルの欄', args: { backend: town() }, decorators: on('page-sidebar') };

export const English: Story = { name: '英語', args: { backend: town(), lang: 'en' } };

/** ページの文字が明るければ、押せるところの色も明るくなります。 */
export const Dark: Story = { name: '暗いページ', args: { backend: town() }, decorators: on('page-dark') };

export const Tokens: Story = {
  name: '色と角をページに合わせる',
  args: { backend: town() },
  decorators: on('page-theme'),
};

const detailOf = (kind: ProgramKind): Story => ({
  args: { backend: town(kindPrograms) },
  play: ({ canvasElement }) => press(canvasElement, `[data-program$="/kind-${kind}"]`),
});
export const DetailHelp: Story = { ...detailOf('help'), name: 'くわしく：お手伝い' };
export const DetailEvent: Story = { ...detailOf('event'), name: 'くわしく：イベント' };
export const DetailTour: Story = { ...detailOf('tour'), name: 'くわしく：ツアー・体験' };
export const DetailWorkStay: Story = { ...detailOf('work-stay'), name: 'くわしく：働きながら滞在' };
export const DetailSideJob: Story = { ...detailOf('side-job'), name: 'くわしく：副業・兼業' };
export const DetailCourse: Story = { ...detailOf('course'), name: 'くわしく：講座' };
export const DetailSchool: Story = { ...detailOf('school'), name: 'くわしく：地域留学' };
export const DetailOnline: Story = { ...detailOf('online'), name: 'くわしく：オンライン交流' };
export const DetailLetter: Story = { ...detailOf('letter'), name: 'くわしく：お便り' };
export const DetailOwnership: Story = { ...detailOf('ownership'), name: 'くわしく：オーナー制度' };
export const DetailFestival: Story = { ...detailOf('festival'), name: 'くわしく：祭り' };

export const DetailBare: Story = {
  name: 'くわしく：名前のほかは何も分からない',
  args: { backend: town() },
  play: ({ canvasElement }) => press(canvasElement, '[data-program$="/bare"]'),
};

export const DetailCancelled: Story = {
  name: 'くわしく：中止',
  args: { backend: town() },
  play: ({ canvasElement }) => press(canvasElement, '[data-program$="/cancelled"]'),
};

const openHarvest: Story['play'] = ({ canvasElement }) => press(canvasElement, '[data-program$="/harvest"]');
const neverAnswers: Backend = { ...town(), program: () => new Promise(() => {}) };

/** 題名はすぐに出ます。8秒たつと、時間がかかっていると伝え、一覧にあった内容を見せます。 */
export const DetailLoading: Story = {
  name: 'くわしく：読み込み中（遅い）',
  args: { backend: neverAnswers },
  play: openHarvest,
};

export const DetailGone: Story = {
  name: 'くわしく：掲載が終わった',
  args: {
    backend: town(fixturePrograms, { fail: (question) => (question === 'program' ? 'program-not-found' : undefined) }),
  },
  play: openHarvest,
};

/** 長い説明は、日時や場所の後に置きます。 */
export const DetailLong: Story = {
  name: 'くわしく：長い文',
  args: { backend: town([longProgram, ...fixturePrograms]) },
  play: ({ canvasElement }) => press(canvasElement, '[data-program$="/long"]'),
};

const daily = makeProgram({
  id: 'daily',
  title: '毎日の雪かき隊',
  kind: 'help',
  sessions: Array.from({ length: 20 }, (_, index) => ({ startDate: `2027-01-${index + 11}`, startTime: '08:00' })),
});
/** 13回目からの日程は、畳んであります。 */
export const DetailDates: Story = {
  name: 'くわしく：日程が多い',
  args: { backend: town([daily, ...fixturePrograms]) },
  play: ({ canvasElement }) => press(canvasElement, '[data-program$="/daily"]'),
};

export const DetailPicture: Story = {
  name: 'くわしく：写真',
  args: { backend: town([picture('bridge'), ...fixturePrograms]) },
  play: ({ canvasElement }) => press(canvasElement, '[data-program$="/picture-bridge"]'),
};

export const DetailFull: Story = {
  name: 'くわしく：満員',
  args: { backend: town() },
  play: ({ canvasElement }) => press(canvasElement, '[data-program$="/full"]'),
};

export const DetailOver: Story = {
  name: 'くわしく：終わった募集',
  args: { backend: town(), past: 'only' },
  play: ({ canvasElement }) => press(canvasElement, '[data-program$="/over"]'),
};

/** カレンダーに入れる、募集をまとめて受け取る、といったことはサーバーがあるときにできます。 */
export const DetailWithServer: Story = {
  name: 'くわしく：サーバーがあるとき',
  args: {
    backend: {
      ...town(),
      links: {
        programCalendar: (code, id) => `https://musubino.example/v1/towns/${code}/programs/${id}.ics`,
        calendar: () => 'https://musubino.example/v1/programs.ics',
      },
    },
  },
  play: openHarvest,
};

export const DetailSidebar: Story = {
  name: 'くわしく：幅280ピクセルの欄',
  args: { backend: town() },
  decorators: on('page-sidebar'),
  play: openHarvest,
};
export const DetailEnglish: Story = {
  name: 'くわしく：英語',
  args: { backend: town(), lang: 'en' },
  play: openHarvest,
};
export const DetailDark: Story = {
  name: 'くわしく：暗いページ',
  args: { backend: town() },
  decorators: on('page-dark'),
  play: openHarvest,
};

/** 読めるのは一覧にあった内容だけで、そのことも伝えます。 */
export const DetailFailed: Story = {
  name: 'くわしく：読み込みの失敗',
  args: { backend: town(fixturePrograms, { fail: (question) => (question === 'program' ? 'network' : undefined) }) },
  play: ({ canvasElement }) => press(canvasElement, '[data-program$="/harvest"]'),
};
