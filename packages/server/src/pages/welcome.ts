import type { Language } from './words.ts';

interface Welcome {
  lead: string;
  text: string;
  stepsTitle: string;
  steps: { title: string; text: string }[];
}

/** What the made-up town says to those who read of it for the first time. */
export const welcome: Record<Language, Welcome> = {
  ja: {
    lead: '橋を渡れば、誰かが手を振る町です。遠くにいても、むすび野のひとりに。',
    text: '山と川にはさまれた、四千二百人の町です。春は水路の泥を上げ、秋ははざに稲を掛け、冬は隣の屋根の雪を見ます。そのたびに遠くから来てくれる人を、町では「むすびびと」と呼んでいます。住まなくても、手紙を一通書くところからでも、どうぞ。',
    stepsTitle: 'はじめての方へ',
    steps: [
      { title: 'さがす', text: '迷ったら、一時間で終わる「橋の朝そうじ」か、家から送れる「絵はがき」を。' },
      { title: '申し込む', text: '気になることは何でも、つながり係の野上みどりにお尋ねください。' },
      { title: '会う', text: 'はじめての日は、駅までお迎えに行きます。帰りの列車も一緒に確かめます。' },
    ],
  },
  en: {
    lead: 'Cross the bridge and somebody will wave. However far away you live, you can be one of us.',
    text: 'We are 4,200 people between the mountains and a river. In spring we clear the water channels, in autumn we hang the rice to dry, in winter we look after our neighbours’ roofs, and each time somebody comes from far away to help. We call them musubibito. You need not move here; a single letter is a fine beginning.',
    stepsTitle: 'New here?',
    steps: [
      { title: 'Find', text: 'Not sure? Sweep the bridge for an hour, or send a postcard from home.' },
      { title: 'Apply', text: 'Midori Nogami at the town hall answers every question, in plain Japanese or English.' },
      { title: 'Meet', text: 'On your first day we meet you at the station, and make sure you catch your train home.' },
    ],
  },
};
