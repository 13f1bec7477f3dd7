import {
  type Answers,
  answers,
  checkField,
  checkForm,
  type Field,
  fieldKinds,
  isShown,
  tidyAnswer,
} from '@kankei/core';
import { describe, expect, it } from 'vitest';
import fc from '../fixtures/fast-check.ts';

const today = '2026-11-22';
const options = [{ value: 'a' }, { value: 'b' }, { value: 'c' }];
const of = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({ name: 'it', kind, ...more });
const read = (kind: Field['kind'], input: Answers[string] | undefined, more: Partial<Field> = {}) =>
  checkField(of(kind, more), input, today);

describe('what a person typed', () => {
  it.each([
    ['text', '　山田\u3000 花子 ', '山田 花子'],
    ['text', 'ﾔﾏﾀﾞ ﾊﾅｺ', 'ヤマダ ハナコ'],
    ['text', '神\ufa19社', '神\ufa19社'],
    ['text', 'か\u3099き', 'がき'],
    ['text', 'a\u202eb\u0000c\ud800d', 'abcd'],
    ['kana', 'やまだ　はなこ', 'ヤマダ ハナコ'],
    ['kana', 'らーめん', 'ラーメン'],
    ['kana', 'ラ－メン', 'ラーメン'],
    ['kana', 'Anna-Lena', 'Anna-Lena'],
    ['email', ' ｈａｎａ＠Ｅｘａｍｐｌｅ。ｊｐ ', 'hana@example.jp'],
    ['email', 'Hana.Y+town@EXAMPLE.JP', 'Hana.Y+town@example.jp'],
    ['email', 'a..b.@docomo.ne.jp', 'a..b.@docomo.ne.jp'],
    ['email', 'hana@例え.jp', 'hana@例え.jp'],
    ['tel', '０９０ー１２３４ー５６７８', '090-1234-5678'],
    ['tel', '(0577)73-2111', '0577-73-2111'],
    ['tel', '03 1234 5678', '03-1234-5678'],
    ['tel', '＋８１ 577 73 2111', '+81-577-73-2111'],
    ['postal', '〒５０９−４２９２', '509-4292'],
    ['postal', '5094292', '509-4292'],
    ...[...'⸺﹘゠⁃'].map((hyphen) => ['postal', `509${hyphen}4292`, '509-4292'] as const),
    ['postal', '509\u00ad4292', '509-4292'],
    ['tel', '\u200e0577-73-2111\u200e', '0577-73-2111'],
    ['email', '\u200bhana@example.jp\u200b', 'hana@example.jp'],
    ['prefecture', '岐阜', '岐阜県'],
    ['prefecture', '京都', '京都府'],
    ['prefecture', 'overseas', 'overseas'],
    ['municipality', '飛騨市　古川町', '飛騨市 古川町'],
    ['date', '２０２６年１月５日', '2026-01-05'],
    ['date', '2026/1/5', '2026-01-05'],
    ['birth-year', '昭和５５年', 1980],
    ['birth-year', 's55', 1980],
    ['birth-year', '平成元年生まれ', 1989],
    ['birth-year', '1980', 1980],
    ['number', '１，２００', 1200],
    ['long-text', 'a\r\n\r\nb \t\n', 'a\n\nb'],
    ['consent', 'on', true],
  ] as const)('is understood as it was meant: %s %j', (kind, typed, meant) => {
    expect(read(kind, typed)).toEqual({ value: meant });
  });

  it.each([
    ['kana', '山田', 'kana'],
    ['email', 'hana', 'email-without-at'],
    ['email', 'hana@example', 'email-without-domain'],
    ['email', 'ha na@@example.jp', 'email'],
    ['email', 'hana@-example.jp', 'email'],
    ['email', 'hana\r\nBcc: all@example.jp', 'email'],
    ['tel', '1234', 'tel'],
    ['tel', 'なし', 'tel'],
    ['postal', '509-429', 'postal'],
    ['prefecture', '東京県', 'prefecture'],
    ['date', '2026-02-30', 'date'],
    ['birth-year', '1899', 'year'],
    ['birth-year', '2027', 'year'],
    ['number', '1.5', 'number'],
    ['text', ['a'], 'unreadable'],
    ['choices', true, 'unreadable'],
  ] as const)('is refused with a code that says why: %s %j', (kind, typed, code) => {
    expect(read(kind, typed as Answers[string])).toEqual({ code });
  });

  it('is bounded as the field says', () => {
    expect(read('text', 'あいう', { maxLength: 2 })).toEqual({ code: 'too-long' });
    expect(read('text', '𠮷𠮷', { maxLength: 2 })).toEqual({ value: '𠮷𠮷' });
    expect(read('text', 'あ', { minLength: 2 })).toEqual({ code: 'too-short' });
    expect(read('number', '3', { min: 4 })).toEqual({ code: 'too-small' });
    expect(read('number', '5', { max: 4 })).toEqual({ code: 'too-big' });
    expect(read('date', '2026-01-01', { from: '2026-01-02' })).toEqual({ code: 'too-early' });
    expect(read('date', '2026-01-03', { to: '2026-01-02' })).toEqual({ code: 'too-late' });
    expect(read('choices', ['a'], { options, minLength: 2 })).toEqual({ code: 'too-few' });
    expect(read('choices', ['a', 'b'], { options, maxLength: 1 })).toEqual({ code: 'too-many' });
    expect(read('choices', ['c', 'a', 'c'], { options })).toEqual({ value: ['a', 'c'] });
    expect(read('choice', 'd', { options })).toEqual({ code: 'not-an-option' });
  });

  it('is asked for where it is required, whatever stands for nothing', () => {
    for (const kind of fieldKinds)
      for (const nothing of [
        undefined,
        ...(kind === 'choices' ? [[]] : kind === 'consent' ? [false] : ['', ' 　\u0000']),
      ])
        expect(kind === 'choice' && nothing ? null : read(kind, nothing, { required: true, options }), kind).toEqual(
          kind === 'choice' && nothing ? null : { code: 'required' },
        );
  });

  it('reads the same once it has been tidied, for every kind and any text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fieldKinds), fc.string({ unit: 'binary', maxLength: 60 }), (kind, typed) => {
        const once = tidyAnswer(kind, typed);
        expect(tidyAnswer(kind, once)).toBe(once);
      }),
      { seed: 4, numRuns: 3000 },
    );
  });

  it('never makes the judge throw, and what is kept is kept again', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.boolean(),
      fc.double(),
      fc.array(fc.string({ unit: 'binary' })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...fieldKinds), anything, (kind, input) => {
        const checked = read(kind, input, { options });
        if (!('value' in checked) || checked.value === undefined) return;
        expect(answers.safeParse({ it: checked.value }).success).toBe(true);
        expect(read(kind, checked.value, { options })).toEqual(checked);
      }),
      { seed: 5, numRuns: 3000 },
    );
  });
});

describe('a form', () => {
  const fields: Field[] = [
    of('choice', { name: 'lives', options, required: true }),
    of('text', { name: 'where', required: true, shownWhen: { field: 'lives', is: ['b', 'c'] } }),
    of('consent', { name: 'news', shownWhen: { field: 'where', is: ['here'] } }),
    of('email', { name: 'mail', required: true, shownWhen: { field: 'news', is: ['yes'] } }),
  ];

  it('asks only what is shown, and passes over answers to what is not', () => {
    expect(checkForm(fields, { lives: 'a', where: 'x', mail: 'bad' }, today)).toEqual({
      values: { lives: 'a' },
      faults: [],
    });
    expect(checkForm(fields, { lives: 'b' }, today).faults).toEqual([{ name: 'where', code: 'required' }]);
    expect(checkForm(fields, { lives: 'b', where: ' here ', news: true }, today).faults).toEqual([
      { name: 'mail', code: 'required' },
    ]);
  });

  it('closes a chain of conditions from its first link', () => {
    expect(isShown(fields[3]!, fields, { lives: 'a', where: 'here', news: true })).toBe(false);
    expect(isShown(fields[3]!, fields, { lives: 'b', where: 'here', news: true })).toBe(true);
  });

  it('asks what hangs on a number in whatever width it was typed, as the check does', () => {
    const asked = [
      of('number', { name: 'people' }),
      of('text', { name: 'members', required: true, shownWhen: { field: 'people', is: ['2'] } }),
    ];
    for (const people of ['2', '２', ' ２ ', 2]) {
      expect(isShown(asked[1]!, asked, { people })).toBe(true);
      expect(checkForm(asked, { people }, '2026-11-21').faults).toEqual([{ name: 'members', code: 'required' }]);
    }
    expect(isShown(asked[1]!, asked, { people: '１' })).toBe(false);
  });

  it('never shows what hangs on a field that stands after it or nowhere', () => {
    const odd = [of('text', { name: 'a', shownWhen: { field: 'b', is: ['x'] } }), of('text', { name: 'b' })];
    expect(isShown(odd[0]!, odd, { b: 'x' })).toBe(false);
  });

  it('names every fault by its field, also names it does not know', () => {
    expect(checkForm(fields, { lives: 'z', constructor: 'x' }, today).faults).toEqual([
      { name: 'lives', code: 'not-an-option' },
      { name: 'constructor', code: 'unknown' },
    ]);
  });
});
