import { contact, type Program, place, program, programItem, session, town } from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { arbitraryProgram } from '../fixtures/arbitrary-program.ts';
import fc from '../fixtures/fast-check.ts';
import { fixturePrograms, fixtureTown, makeProgram } from '../fixtures/programs.ts';

/** The first field at fault, or `ok`. */
function fault(more: { [Key in keyof Program]?: unknown }): string {
  const result = program.safeParse({ ...makeProgram({ id: 'x' }), ...more });
  return result.success ? 'ok' : result.error.issues[0]!.path.join('.');
}

describe('a program', () => {
  it('takes all fixtures as they are', () => {
    for (const fixture of fixturePrograms) expect(program.parse(fixture)).toEqual(fixture);
  });

  it('needs no more than an id, a town, a kind and a title; the rest is unknown', () => {
    expect(program.parse({ id: 'x', town: '212172', kind: 'help', title: '収穫' })).toEqual({
      id: 'x',
      town: '212172',
      kind: 'help',
      title: '収穫',
      themes: [],
      mode: 'unknown',
      sessions: [],
      skills: [],
      languages: [],
      status: 'scheduled',
    });
    for (const name of ['id', 'town', 'kind', 'title']) expect(fault({ [name]: undefined })).toBe(name);
  });

  it('survives JSON', () => {
    fc.assert(
      fc.property(arbitraryProgram, (made) => {
        expect(program.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
      }),
    );
  });

  it('drops what it does not know', () => {
    expect(program.parse({ ...makeProgram({ id: 'x' }), html: '<b>' })).not.toHaveProperty('html');
  });

  it('as a card is the same without its long texts', () => {
    fc.assert(
      fc.property(arbitraryProgram, (made) => {
        const item = programItem.parse(made);
        expect(made).toMatchObject(item);
        for (const name of ['description', 'note', 'contact', 'apply', 'conditions'])
          expect(item).not.toHaveProperty(name);
      }),
    );
  });
});

describe('text', () => {
  it.each([
    ['nothing', ''],
    ['a null', 'a\u0000b'],
    ['a carriage return', 'a\r\nb'],
    ['an escape', '\u001b[31m'],
    ['a delete', 'a\u007f'],
    ['a C1 control', 'a\u0085b'],
    ['half of a pair', 'a\ud83d'],
    ['the other half', '\ude00a'],
    ['halves the wrong way round', '\ude00\ud83d'],
    ['too much', 'あ'.repeat(501)],
    ['a number', 12],
    ['null', null],
  ])('is not %s', (_, title) => {
    expect(fault({ title })).toBe('title');
  });

  it('is any other character, lines and tabs too', () => {
    for (const title of [
      'あ',
      'a\nb\tc',
      '😀',
      '👨‍👩‍👧‍👦',
      '葛󠄀',
      '<script>',
      "'; DROP",
      '\u200b',
      '　',
      'あ'.repeat(500),
    ])
      expect(fault({ title })).toBe('ok');
  });
});

describe('an address', () => {
  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://a.example',
    'mailto:a@b.example',
    '//a.example',
    '/a',
    'a.example',
    'http:a.example',
    'https://',
    'https://a b.example',
    'https://a.example/\u0000',
    'https://a.example/\ud800',
    `https://a.example/${'a'.repeat(2000)}`,
    '',
  ])('is not %j', (url) => {
    expect(fault({ url })).toBe('url');
    expect(fault({ image: { url } })).toBe('image.url');
    expect(fault({ apply: { url } })).toBe('apply.url');
    expect(contact.safeParse({ url }).success).toBe(false);
    expect(town.safeParse({ ...fixtureTown, url }).success).toBe(false);
  });

  it('is http or https, with any path', () => {
    for (const url of ['https://a.example', 'http://a.example:8080/x?y=z#w', 'https://町.example/催し/1?名=あ'])
      expect(fault({ url })).toBe('ok');
  });
});

describe('days, times and instants', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-01',
    '2026-04-31',
    '2026-1-1',
    '2026/01/01',
    '20260101',
    '令和8年1月1日',
    '',
  ])('know no day %j', (startDate) => {
    expect(session.safeParse({ startDate }).success).toBe(false);
    expect(fault({ deadline: { date: startDate } })).toBe('deadline.date');
  });

  it.each(['24:00', '9:30', '12:60', '12:00:00', '１２:００', '-1:00', ''])('know no time %j', (startTime) => {
    expect(session.safeParse({ startDate: '2026-11-28', startTime }).success).toBe(false);
  });

  it.each(['2026-11-21', '2026-11-21T12:00:00', '2026-02-30T12:00:00Z', '2026-11-21T24:00:00Z', 'now'])(
    'know no instant %j, since it lacks a zone or does not exist',
    (updatedAt) => {
      expect(fault({ updatedAt })).toBe('updatedAt');
    },
  );

  it('know leap days, midnight and zones', () => {
    expect(session.safeParse({ startDate: '2028-02-29', startTime: '00:00', endTime: '23:59' }).success).toBe(true);
    for (const updatedAt of ['2026-11-21T12:00:00+09:00', '2026-11-21T03:00:00Z', '2026-11-21T03:00:00.123Z'])
      expect(fault({ updatedAt })).toBe('ok');
  });
});

describe('numbers and words', () => {
  it.each<[keyof Program, unknown]>([
    ['fee', -1],
    ['fee', 0.5],
    ['fee', '0'],
    ['fee', Number.NaN],
    ['capacity', -1],
    ['placesLeft', 1e9],
    ['minimum', 0],
    ['minimumAge', 121],
    ['kind', 'party'],
    ['mode', 'offline'],
    ['status', 'open'],
    ['pay', 'free'],
    ['effort', 'easy'],
    ['town', '212173'],
    ['id', 'a b'],
    ['id', '../a'],
    ['id', 'あ'],
    ['id', ''],
    ['id', 'a'.repeat(101)],
    ['languages', ['日本語']],
    ['themes', ['']],
    ['themes', Array(31).fill('食')],
    ['sessions', Array(1001).fill({ startDate: '2026-11-28' })],
  ])('refuse %s %j', (name, value) => {
    expect(fault({ [name]: value }).split('.')[0]).toBe(name);
  });

  it('keep free apart from unknown', () => {
    expect(program.parse(makeProgram({ id: 'x', fee: 0 })).fee).toBe(0);
    expect(program.parse(makeProgram({ id: 'x' }))).not.toHaveProperty('fee');
  });

  it('take coordinates of this earth', () => {
    expect(place.safeParse({ latitude: 90, longitude: -180 }).success).toBe(true);
    for (const wrong of [{ latitude: 137.2 }, { longitude: 181 }, { latitude: Number.NaN }, { latitude: Infinity }])
      expect(place.safeParse(wrong).success).toBe(false);
  });
});

describe('a contact', () => {
  it('keeps telephone numbers as they were written', () => {
    for (const phone of ['(048)762-8334', '222-1400', '０５３－４５７－２１１１', '053-1 または 053-2'])
      expect(contact.parse({ phone })).toEqual({ phone });
  });

  it('refuses what is no mail address', () => {
    for (const email of ['a', 'a@b', 'a b@c.example', '@b.example', `${'a'.repeat(250)}@b.example`])
      expect(contact.safeParse({ email }).success, email).toBe(false);
  });
});

describe('a town', () => {
  it('needs a right code and a name', () => {
    expect(town.parse(fixtureTown)).toEqual(fixtureTown);
    expect(town.parse({ code: '212172', name: '飛騨市' })).toEqual({ code: '212172', name: '飛騨市' });
    expect(town.safeParse({ code: '212171', name: '飛騨市' }).success).toBe(false);
    expect(town.safeParse({ code: '212172', name: '' }).success).toBe(false);
  });
});
