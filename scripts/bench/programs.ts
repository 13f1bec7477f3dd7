import type { Program, Town } from '@kankei/core';

/** The instant the server is measured at: a Saturday noon in Tokyo. */
export const now = Date.parse('2026-11-21T12:00:00+09:00');

export const town: Town = {
  code: '999997',
  name: 'むすび野町',
  prefecture: '架空県',
  url: 'https://musubino.example/',
};

export const kinds = [
  'event',
  'help',
  'festival',
  'course',
  'tour',
  'online',
  'school',
  'work-stay',
  'side-job',
] as const;
export const things = ['大根', 'しめ縄', 'そば', '屋台', '里山', '和紙', '藍', 'みそ', '古民家', '星空', '川', '茶畑'];
const doings = ['の収穫を手伝う会', 'づくり講座', 'まつり', 'を歩く一日', 'の手入れ', 'を語る夕べ', '体験教室'];
export const areas = ['上野', '中野', '下野', '川上', '川下', '山田', '原', '港'];
export const themes = ['農業', '食', '祭り', '自然', '工芸', '子ども', '歴史', '福祉'];
const words = [
  '雪の前に',
  'みんなで',
  '畑いっぱいの',
  '昔ながらの',
  '手ぶらで',
  '親子で',
  '夜まで',
  '地元の人と',
  'ゆっくり',
];

/** Mulberry32: the same numbers in every run on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const day = 86_400_000;

/**
 * So many programs as a town would have them, the same each time: from `earliest` days after `now` on. Unless told
 * otherwise one in five is over.
 */
export function* makePrograms(count: number, { now: at = now, earliest = -60 } = {}): Generator<Program> {
  const next = random(count);
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)]!;
  const dateAt = (offset: number) => new Date(at + offset * day).toISOString().slice(0, 10);
  const sentence = (length: number) =>
    `${Array.from({ length }, () => pick(words) + pick(things)).join('、')}に触れます。`;
  for (let index = 0; index < count; index++) {
    const start = below(300) + earliest;
    const area = pick(areas);
    yield {
      id: `p${index}`,
      town: town.code,
      kind: pick(kinds),
      title: `${pick(areas)}の${pick(things)}${pick(doings)} 第${index + 1}回`,
      summary: sentence(3),
      description: `${sentence(8)}\n${sentence(8)}`,
      themes: [...new Set([pick(themes), pick(themes)])],
      mode: next() < 0.1 ? 'online' : 'onsite',
      sessions: [{ startDate: dateAt(start), startTime: '09:30', endTime: '12:00' }],
      deadline: { date: dateAt(start - 3) },
      place: { name: `${area}公民館`, area, address: `架空県むすび野町字${area}${below(99) + 1}` },
      capacity: 20,
      placesLeft: below(19) + 1,
      fee: below(4) * 500,
      effort: pick(['light', 'medium', 'hard'] as const),
      pay: pick(['volunteer', 'thanks'] as const),
      skills: [],
      languages: [],
      status: next() < 0.03 ? 'cancelled' : 'scheduled',
      updatedAt: new Date(at - below(400) * day).toISOString(),
    };
  }
}
