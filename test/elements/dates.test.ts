import type { Program } from '@kankei/core';
import { expect } from '@open-wc/testing';
import { makeProgram, now } from '../fixtures/programs.ts';
import { mount, town, words } from './support.ts';

/** What the card of one program says of its date, at noon of Saturday, 21 November 2026 in Tokyo unless told. */
async function when(program: Partial<Program>, at = now, lang = 'ja'): Promise<string> {
  const backend = town([makeProgram({ id: 'one', ...program })], { now: () => at });
  return words(await mount(backend, { lang, past: 'include' }), 'when')[0] ?? '';
}

const cases: [Partial<Program>, ja: string, en: string][] = [
  [{ sessions: [{ startDate: '2026-12-01' }] }, '12月1日（火） あと10日', 'Tue, Dec 1 in 10 days'],
  [
    { sessions: [{ startDate: '2026-11-22', startTime: '09:30', endTime: '12:00' }] },
    '11月22日（日）9:30〜12:00 あす',
    'Sun, Nov 22, 9:30 – 12:00 tomorrow',
  ],
  [
    { sessions: [{ startDate: '2026-11-21', startTime: '18:00' }] },
    '11月21日（土）18:00から きょう',
    'Sat, Nov 21, from 18:00 today',
  ],
  [
    { sessions: [{ startDate: '2026-11-23', endTime: '17:00' }] },
    '11月23日（月）17:00まで あと2日',
    'Mon, Nov 23, until 17:00 in 2 days',
  ],
  [
    { sessions: [{ startDate: '2026-09-01', endDate: '2027-03-31' }] },
    '9月1日（火）〜2027年3月31日（水） 開催中',
    'Tue, Sep 1 – Wed, Mar 31, 2027 on now',
  ],
  [
    { sessions: [{ startDate: '2026-11-01', endDate: '2026-11-21' }] },
    '11月1日（日）〜11月21日（土） きょうまで',
    'Sun, Nov 1 – Sat, Nov 21 last day today',
  ],
  [
    { sessions: [{ startDate: '2026-11-01', endDate: '2026-11-22' }] },
    '11月1日（日）〜11月22日（日） あすまで',
    'Sun, Nov 1 – Sun, Nov 22 until tomorrow',
  ],
  [
    { sessions: [{ startDate: '2025-12-01', endDate: '2026-12-31' }] },
    '2025年12月1日（月）〜2026年12月31日（木） 開催中',
    'Mon, Dec 1, 2025 – Thu, Dec 31, 2026 on now',
  ],
  [
    { sessions: [{ startDate: '2026-12-04', startTime: '13:00', endDate: '2026-12-05', endTime: '11:00' }] },
    '12月4日（金）13:00〜12月5日（土）11:00 あと13日',
    'Fri, Dec 4, 13:00 – Sat, Dec 5, 11:00 in 13 days',
  ],
  [{ sessions: [{ startDate: '2026-12-21' }] }, '12月21日（月） あと30日', 'Mon, Dec 21 in 30 days'],
  [{ sessions: [{ startDate: '2026-12-22' }] }, '12月22日（火）', 'Tue, Dec 22'],
  [{ sessions: [{ startDate: '2027-04-01' }] }, '2027年4月1日（木）', 'Thu, Apr 1, 2027'],
  [
    {
      sessions: [
        { startDate: '2026-11-07' },
        { startDate: '2026-11-28' },
        { startDate: '2026-12-05' },
        { startDate: '2026-12-12' },
      ],
    },
    '11月28日（土） ほか2回 あと7日',
    'Sat, Nov 28 and 2 more dates in 7 days',
  ],
  [{ sessions: [{ startDate: '2026-11-07' }] }, '11月7日（土）', 'Sat, Nov 7'],
  [{ sessions: [{ startDate: '2026-12-01' }], status: 'postponed' }, '12月1日（火）', 'Tue, Dec 1'],
  // An end before the start is no end.
  [
    { sessions: [{ startDate: '2026-12-03', endDate: '2026-12-01' }] },
    '12月3日（木） あと12日',
    'Thu, Dec 3 in 12 days',
  ],
  [{ dateNote: '毎週土曜の朝' }, '毎週土曜の朝', '毎週土曜の朝'],
  [{}, '日程は要確認', 'Date to be confirmed'],
  [{ kind: 'letter' }, '', ''],
];

describe('dates in words', () => {
  for (const [program, ja, en] of cases)
    it(`reads ${ja || 'nothing for a letter without a date'}`, async () => {
      expect(await when(program)).to.equal(ja);
      expect(await when(program, now, 'en')).to.equal(en);
    });

  it('turns with midnight in Tokyo, wherever the visitor is', async () => {
    const program = { sessions: [{ startDate: '2027-01-01' }] };
    const midnight = Date.parse('2027-01-01T00:00:00+09:00');
    expect(await when(program, midnight - 1)).to.equal('2027年1月1日（金） あす');
    expect(await when(program, midnight)).to.equal('1月1日（金） きょう');
  });

  it('tells a visitor whose clock is not Japan’s that times are Japan’s', async () => {
    const list = await mount(town());
    const abroad = new Date().getTimezoneOffset() !== -540;
    expect(words(list, 'zone')).to.deep.equal(abroad ? ['日時はすべて日本時間です。'] : []);
  });
});
