import type { Program, Town } from '@kankei/core';

/** A town that does not exist: its code is given to nobody, its prefecture's name says so (架空 is "made up"). */
export const demoTown: Town = {
  code: '999997',
  name: 'むすび野町',
  nameKana: 'むすびのちょう',
  prefecture: '架空県',
  url: 'https://musubino.example/',
  greeting: '橋を渡れば、誰かが手を振る町です。遠くにいても、むすび野のひとりに。',
  supporterTitle: 'むすびびと',
  contact: {
    name: 'むすび野町役場 つながり係',
    phone: '000-000-0000',
    extension: '214',
    email: 'tsunagari@musubino.example',
  },
};

/** Where the made-up town hall is said to stand, for the foot of its page. */
export const demoTownHall = {
  postalCode: '000-0000',
  address: '架空県むすび野町三つ橋100番地',
  phone: '000-000-0000',
  hours: '平日 8時30分〜17時15分',
};

type Source = Pick<Program, 'organizer' | 'contact'>;

/** Those who call people together, each with whom to ask. */
export const by = {
  council: {
    organizer: { name: 'むすび野町', type: 'council' },
    contact: demoTown.contact!,
  },
  education: {
    organizer: { name: 'むすび野町教育委員会', type: 'council' },
    contact: { name: '教育委員会 学びの係', phone: '000-000-0000', extension: '331' },
  },
  hands: {
    organizer: { name: 'NPO法人むすびの手', type: 'npo' },
    contact: { name: 'むすびの手 事務局', phone: '000-000-0120', email: 'te@musubino.example' },
  },
  kamino: {
    organizer: { name: '上野集落', type: 'community' },
    contact: demoTown.contact!,
  },
  tanahara: {
    organizer: { name: '棚原百枚田の会', type: 'community' },
    contact: { name: '百枚田の会 久保田', phone: '000-000-0131' },
  },
  okudaira: {
    organizer: { name: '奥平九軒の会', type: 'community' },
    contact: { name: '九軒の会 大平', phone: '000-000-0149（夜7時以降）' },
  },
  watase: {
    organizer: { name: '渡瀬川まもりの会', type: 'community' },
    contact: { name: '川まもりの会 瀬川', phone: '000-000-0153' },
  },
  street: {
    organizer: { name: '三つ橋通り商い会', type: 'other' },
    contact: { name: '商い会 事務所（丸山味噌店の中）', phone: '000-000-0160' },
  },
  cooperator: {
    organizer: { name: 'むすび野町地域おこし協力隊', type: 'cooperator' },
    contact: { name: '協力隊 井上カナ', email: 'kyoryokutai@musubino.example' },
  },
  brewery: {
    organizer: { name: '結川酒造株式会社', type: 'company' },
    contact: { name: '結川酒造 売店', phone: '000-000-0171', url: 'https://musubigawa-shuzo.example/' },
  },
  miso: {
    organizer: { name: '丸山味噌店', type: 'company' },
    contact: { name: '丸山味噌店', phone: '000-000-0172' },
  },
  orchard: {
    organizer: { name: '林りんご園', type: 'company' },
    contact: { name: '林りんご園', phone: '000-000-0183', email: 'hayashi@musubino.example' },
  },
  highSchool: {
    organizer: { name: '架空県立むすび野高等学校', type: 'school' },
    contact: { name: 'むすび野高校 地域留学係', phone: '000-000-0190' },
  },
  paper: {
    organizer: { name: '和田しの（和田和紙工房）', type: 'person' },
    contact: { name: '和田和紙工房', phone: '000-000-0154' },
  },
} as const satisfies Record<string, Source>;
