import { type Furusato, type FurusatoInput, furusato } from '@kankei/core';
import { calendarAt } from './calendar.ts';
import { type PictureName, pictures } from './pictures.ts';
import { demoTown } from './town.ts';

interface DemoOptions {
  /** The instant (ms since 1970) the dates are reckoned from. */
  now: number;
  /** Where the server is reached, without a slash at the end. */
  publicUrl: string;
}

/** What the made-up town says of furusato nozei, as a town would write it: figures of yesterday, days as seen from `now`. */
export function demoFurusato({ now, publicUrl }: DemoOptions): Furusato {
  const { day } = calendarAt(now);
  const picture = (name: PictureName, en: string) => ({
    url: `${publicUrl}/assets/demo/${name}.svg`,
    alt: { ja: pictures[name], en },
    licence: 'CC0 1.0',
  });
  return furusato.parse({
    title: { ja: 'むすび野町へのふるさと納税', en: 'Donate to Musubino' },
    intro: {
      ja: 'いただいたお金は、町に残したいものと、町で育つ人のために使います。使い道は、寄付をなさる方にお選びいただけます。',
      en: 'Your money goes to what the town wants to keep and to those who grow up in it. You choose what it is used for.',
    },
    uses: uses(picture),
    projects: projects(picture, day),
    button: { ja: '使い道を選んで寄付する', en: 'Choose a cause and donate' },
    form: {
      url: `${publicUrl}/?town=${demoTown.code}#sample`,
      name: { ja: '町の寄付申込フォーム', en: 'The town’s own form' },
    },
    corporate: {
      text: {
        ja: '本社が町の外にある会社の方へ。水源の森と三つの橋を守る事業に、ご寄付をお願いしています。',
        en: 'For companies with their head office elsewhere: we ask for help with the forest at the springs and the three bridges.',
      },
      contact: { ...demoTown.contact, name: 'むすび野町役場 企画係' },
    },
    invitation: {
      text: {
        ja: '寄付のあとも、ファンクラブで町とつながっていてください。会費はありません。',
        en: 'Stay with us after your donation: the fan club is free.',
      },
    },
    registration: {},
    updated: day(-1),
  } satisfies FurusatoInput);
}

type Picture = (name: PictureName, en: string) => NonNullable<Furusato['uses'][number]['image']>;

function uses(picture: Picture): FurusatoInput['uses'] {
  return [
    {
      id: 'bridges',
      title: { ja: '三つの橋を守る', en: 'Keep the three bridges' },
      text: {
        ja: '百年前に町の人が石を積んだ橋です。毎年ひとつずつ、石の継ぎ目と欄干を直しています。',
        en: 'The people of the town built them a hundred years ago. Every year we mend the joints and railings of one.',
      },
      image: picture('bridge', 'A stone bridge with three arches and houses along the river'),
      done: {
        ja: '昨年度は412人の方の寄付で、中の橋の欄干を42メートル直しました。',
        en: 'Last year 412 people helped us mend 42 metres of railing on the middle bridge.',
      },
    },
    {
      id: 'school',
      title: { ja: '子どもと学校', en: 'Children and the school' },
      text: {
        ja: '全校38人の学校に、図書と楽器をそろえ、放課後の学びの部屋を開いています。',
        en: 'Books and instruments for a school of 38, and a room to study in after lessons.',
      },
      image: picture('school', 'A wooden school below the mountains, and a great tree'),
      done: {
        ja: '昨年度は本を310冊とバイオリンを4本入れ、学びの部屋を週3日開きました。',
        en: 'Last year: 310 books, four violins, and the study room open three days a week.',
      },
    },
    {
      id: 'terraces',
      title: { ja: '棚田と水源の森', en: 'Terraces and the forest at the springs' },
      text: {
        ja: '百枚の棚田の水路をさらい、その水を生む森の手入れをします。',
        en: 'We clear the channels of the hundred paddies, and look after the forest their water comes from.',
      },
      image: picture('terraces', 'Rice terraces on a hillside, sheaves drying on racks'),
      done: {
        ja: '昨年度は水路を2.4キロさらい、9枚の田んぼに水が戻りました。',
        en: 'Last year we cleared 2.4 km of channels, and water came back to nine paddies.',
      },
    },
  ];
}

function projects(picture: Picture, day: (days: number) => string): FurusatoInput['projects'] {
  const asOf = day(-1);
  return [
    {
      id: 'bath-boiler',
      title: { ja: '湯の口共同浴場の釜を入れ替える', en: 'A new boiler for the Yunokuchi bath' },
      text: {
        ja: '昭和の釜が止まると、一日60人の湯がなくなります。薪の釜に替えて、山の間伐材で沸かします。',
        en: 'If the old boiler stops, sixty people a day lose their bath. The new one burns wood from thinning our forest.',
      },
      image: picture('bath', 'A small public bath in steam, a curtain at its door'),
      goal: 4_800_000,
      raised: 3_126_000,
      donors: 284,
      asOf,
      start: day(-52),
      end: day(39),
    },
    {
      id: 'last-bus',
      title: { ja: '夜の最終バスを一年走らせる', en: 'Keep the last bus running for a year' },
      text: {
        ja: '部活動の帰りの高校生と、町の外で働く人が乗っています。',
        en: 'It takes home pupils after their clubs, and those who work out of town.',
      },
      image: picture('station', 'A train of one car at the platform of a small wooden station'),
      goal: 2_400_000,
      raised: 412_000,
      donors: 57,
      asOf,
      start: day(-9),
      end: day(81),
    },
    {
      id: 'festival-float',
      title: { ja: '三つ橋まつりの神輿を直す', en: 'Mend the float of the Mitsuhashi festival' },
      text: {
        ja: '漆と金具を直し、来年も担ぎます。目標をこえた分は、担ぎ手の法被に使います。',
        en: 'New lacquer and fittings, so that it is carried next year too. What is beyond the goal goes into coats for the bearers.',
      },
      image: picture('festival', 'A float carried down a street of lanterns'),
      goal: 1_500_000,
      raised: 1_684_000,
      donors: 203,
      asOf,
      start: day(-74),
      end: day(16),
    },
  ];
}
