import { type Fanclub, fanclub } from '@kankei/core';

/** The fan club of the made-up town, as a town would write it. */
export const demoFanclub: Fanclub = fanclub.parse({
  title: { ja: 'むすび野ファンクラブ', en: 'Friends of Musubino' },
  memberTitle: { ja: 'むすびびと', en: 'musubibito' },
  intro: {
    ja:
      '遠くに住んでいても、むすび野のひとりになれます。会費はありません。\n' +
      '会員になった方には、会員番号の入った会員証と、町を紹介するための名刺をお渡しします。年に四回、町のたよりもお届けします。来られない年があってもかまいません。手紙だけの方も、名前だけの方も、みんな「むすびびと」です。',
    en:
      'However far away you live, you can be one of us. Membership is free.\n' +
      'You will get a member card with a number of your own, and name cards to tell others about the town. Four times a year we write to you, if you like. You need not come every year: those who only write letters, and those who only lend us their name, are musubibito too.',
  },
  fields: [
    { name: 'name' },
    { name: 'kana' },
    { name: 'email' },
    { name: 'postal' },
    { name: 'prefecture' },
    { name: 'municipality' },
    { name: 'birthYear' },
    {
      name: 'tie',
      label: { ja: 'むすび野とのご縁', en: 'Your ties to Musubino' },
    },
    { name: 'interests' },
    { name: 'languages' },
    { name: 'heard' },
  ],
  tiers: [
    {
      id: 'friend',
      label: { ja: 'たより会員', en: 'Letter friend' },
      detail: {
        ja: '町のたよりを読みながら、気が向いたときにお越しください。',
        en: 'Read our letters, and come whenever you feel like it.',
      },
    },
    {
      id: 'hands',
      label: { ja: 'お手伝い会員', en: 'Helping hand' },
      detail: {
        ja: '人手の足りないときに、お手伝いの募集を先にお知らせします。都合のつくときだけで十分です。',
        en: 'We tell you first when we need hands. Come only when it suits you.',
      },
    },
  ],
  questions: [
    {
      name: 'visits',
      kind: 'choice',
      label: { ja: 'むすび野に来たことはありますか', en: 'Have you been to Musubino?' },
      options: [
        { value: 'notYet', label: { ja: 'まだない', en: 'Not yet' } },
        { value: 'once', label: { ja: '一度ある', en: 'Once' } },
        { value: 'often', label: { ja: '何度もある', en: 'Several times' } },
        { value: 'lived', label: { ja: '住んでいた', en: 'I used to live there' } },
      ],
    },
    {
      name: 'memory',
      kind: 'long-text',
      maxLength: 400,
      label: { ja: '心に残っている風景や人', en: 'A view or a person you remember' },
      help: {
        ja: 'ひとことでもうれしいです。町の人と読ませていただきます。',
        en: 'A few words are enough. We will read them together with the people of the town.',
      },
      shownWhen: { field: 'visits', is: ['once', 'often', 'lived'] },
    },
    {
      name: 'hands',
      kind: 'choices',
      label: { ja: 'お手伝いできそうなこと', en: 'What you could lend a hand with' },
      help: { ja: 'はじめてのことでも大丈夫です。', en: 'No experience is needed.' },
      options: [
        { value: 'field', label: { ja: '畑や田んぼ', en: 'Fields and paddies' } },
        { value: 'snow', label: { ja: '雪かき', en: 'Clearing snow' } },
        { value: 'kitchen', label: { ja: '台所', en: 'In the kitchen' } },
        { value: 'photo', label: { ja: '写真や文章', en: 'Photos and writing' } },
        { value: 'words', label: { ja: '外国のことば', en: 'Foreign languages' } },
        { value: 'listening', label: { ja: '話を聞くこと', en: 'Listening' } },
      ],
      shownWhen: { field: 'tier', is: ['hands'] },
    },
  ],
  benefits: [
    {
      title: { ja: 'お茶と、その日のお菓子', en: 'Tea, and whatever sweets there are' },
      detail: {
        ja: '戸が開いていたら、声をかけてください。会員証を見せなくても出てきます。',
        en: 'If the door is open, call out. You will get some even without the card.',
      },
      place: { ja: '旧橋本呉服店', en: 'The old Hashimoto kimono shop' },
    },
    {
      title: { ja: '入浴料が町民と同じ200円', en: 'The bath for 200 yen, as for residents' },
      place: { ja: '湯の口共同浴場', en: 'Yunokuchi public bath' },
    },
    {
      title: { ja: '味噌汁を一杯', en: 'A bowl of miso soup' },
      detail: { ja: '店先で、三代目の味をどうぞ。', en: 'At the shop front, made by the third generation.' },
      place: { ja: '丸山味噌店', en: 'Maruyama Miso' },
    },
    {
      title: { ja: '年に一度の「橋の寄り合い」', en: 'The yearly gathering on the bridge' },
      detail: {
        ja: '五月の終わりの土曜日、三つ橋の上に長い机を並べて、みんなで夕飯を食べます。',
        en: 'On the last Saturday of May we set long tables on the bridge and have supper together.',
      },
    },
  ],
  notice: {
    version: '2026-11',
    collector: { ja: 'むすび野町（つながり係）', en: 'Musubino Town (Tsunagari desk)' },
    purpose: {
      ja: '会員証と名刺をお渡しするため、町のたよりを希望された方にお送りするため、どんな方が町とつながっているかを人数で知るためです。ほかのことには使いません。',
      en: 'To give you your card, to send you our letters if you want them, and to count how people are tied to the town. For nothing else.',
    },
    items: {
      ja: 'お名前は会員証に、メールアドレスは登録の確認とお知らせに使います。お住まい・生まれた年・ご縁は人数を数えるためで、都道府県のほかは空けておいてもかまいません。マイナンバーをお尋ねすることはありません。',
      en: 'Your name stands on the card, your email address is for confirming and for our letters. Where you live, your year of birth and your ties are counted only; all but the prefecture or country may be left empty. We never ask for your My Number.',
    },
    contractor: {
      ja: '委託はしていません。町の職員だけが見ます。',
      en: 'None. Only the staff of the town sees it.',
    },
    storedAt: { ja: '日本にある町のサーバー', en: 'On the town’s own server in Japan' },
    retention: {
      ja: '退会されるまで。三年ご連絡のない方には、メールでお尋ねしたうえで、すべて消します。',
      en: 'Until you leave. If we do not hear from you for three years we ask by mail, then delete everything.',
    },
    leaving: {
      ja: '会員のページの「退会の手続きへ」から、いつでも。すぐに消えます。',
      en: 'On your member page, at any time. Everything is deleted at once.',
    },
    contact: {
      ja: 'むすび野町役場 つながり係（野上）電話 000-000-0000（内線 214）',
      en: 'Midori Nogami, Tsunagari desk, Musubino town hall, phone 000-000-0000 (ext. 214)',
    },
  },
  next: {
    ja: '会員証と名刺は、会員のページからすぐにお使いいただけます。はじめての方は、一時間で終わる「橋の朝そうじ」か、家から送れる「絵はがき」からどうぞ。',
    en: 'Your card and name cards are ready on your member page. If you are new, sweep the bridge with us for an hour, or send a postcard from home.',
  },
  cardMonths: 12,
  retentionMonths: 36,
  nameCard: {
    background: '#fffdf7',
    ink: '#1a1a1c',
    accent: '#1b5e46',
    lines: ['架空県むすび野町', '橋を渡れば、誰かが手を振る町です'],
  },
});
