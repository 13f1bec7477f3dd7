import { dayLength, type Program, sessionSpan, toInstant } from '@kankei/core';
import { toICalendar } from '@kankei/formats';
import { convertIcsCalendar, type IcsEvent } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { arbitraryPrograms } from '../fixtures/arbitrary-program.ts';
import fc from '../fixtures/fast-check.ts';
import { fixturePrograms, makeProgram, now } from '../fixtures/programs.ts';

/** Reads a calendar with a parser that is not ours. */
function read(calendar: string): IcsEvent[] {
  return convertIcsCalendar(undefined, calendar).events ?? [];
}

function write(...programs: Program[]): string {
  return toICalendar(programs, { now });
}

function readOne(more: Partial<Program>): IcsEvent {
  return read(write(makeProgram({ id: 'one', sessions: [{ startDate: '2026-12-01' }], ...more })))[0]!;
}

const fixture = (id: string) => fixturePrograms.find((program) => program.id === id)!;

// The parser drops these words even inside a text; that they are written as text is checked by the line.
const parserProof = arbitraryPrograms({ maxLength: 5 }).map(
  (programs) => JSON.parse(JSON.stringify(programs).replaceAll('BEGIN:VEVENT', 'BEGIN')) as Program[],
);

describe('the lines of a calendar', () => {
  it('end in CRLF and are at most 75 octets of whole characters, whatever the texts hold', () => {
    fc.assert(
      fc.property(arbitraryPrograms({ maxLength: 5 }), (programs) => {
        const bytes = new TextEncoder().encode(write(...programs));
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        expect(text.endsWith('\r\n')).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        let length = 0;
        let start = 0;
        for (const [index, byte] of bytes.entries()) {
          length = byte === 0x0d ? length : byte === 0x0a ? 0 : length + 1;
          if (length > 75) expect.fail(`a line of more than 75 octets at ${index}`);
          if (length === 1) start = index;
          // A line that began inside a character would begin with a continuation byte, here or after the fold's space.
          const first = bytes[start] === 0x20 ? start + 1 : start;
          if (index === first) expect(byte & 0xc0).not.toBe(0x80);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('fold a text that has no space to fold at, and unfold to what it was', () => {
    const title = '関係😀'.repeat(60);
    const calendar = write(makeProgram({ id: 'long', title, sessions: [{ startDate: '2026-12-01' }] }));
    expect(calendar.replaceAll('\r\n ', '')).toContain(`\r\nSUMMARY:${title}\r\n`);
    expect(calendar.split('\r\n').length).toBeGreaterThan(20);
  });

  it('never hold a component that a text pretends to be', () => {
    const title = 'あ\nEND:VEVENT\r\nBEGIN:VALARM'.replace('\r', '');
    const calendar = write(makeProgram({ id: 'x', title, sessions: [{ startDate: '2026-12-01' }] }));
    expect(calendar.match(/^END:VEVENT/gm)).toHaveLength(1);
    expect(calendar).not.toMatch(/^BEGIN:VALARM/m);
    expect(calendar).toContain('SUMMARY:あ\\nEND:VEVENT\\nBEGIN:VALARM');
  });
});

describe('what another program reads', () => {
  it('has one event for each session, with the instants, words and names that went in', () => {
    fc.assert(
      fc.property(parserProof, (programs) => {
        const events = read(write(...programs));
        const sessions = programs.flatMap((program) => program.sessions.map((session) => ({ program, session })));
        expect(events).toHaveLength(sessions.length);
        expect(new Set(events.map((event) => event.uid)).size).toBe(events.length);
        for (const [index, { program, session }] of sessions.entries()) {
          const event = events[index]!;
          expect(event.uid).toMatch(new RegExp(`^${program.id}(\\.[0-9T.]+)?@${program.town}\\.kankei$`));
          expect(event.summary.endsWith(program.title)).toBe(true);
          if (program.description) expect(event.description).toContain(program.description);
          if (program.place?.name) expect(event.location).toContain(program.place.name);
          expect(event.stamp.date.getTime()).toBe(seconds(program.updatedAt ? Date.parse(program.updatedAt) : now));
          expect(event.status).toBe(
            { cancelled: 'CANCELLED', postponed: 'TENTATIVE' }[program.status as string] ?? 'CONFIRMED',
          );
          if (session.startTime) {
            expect(event.start.date.getTime()).toBe(sessionSpan(session).start);
            expect(event.start.local?.timezone).toBe('Asia/Tokyo');
            if (session.endTime && event.end) expect(event.end.date.getTime()).toBe(sessionSpan(session).end);
          } else {
            expect(event.start.type).toBe('DATE');
            expect(event.start.date.toISOString().slice(0, 10)).toBe(session.startDate);
            const days = (toInstant(session.endDate ?? session.startDate) - toInstant(session.startDate)) / dayLength;
            expect(event.end!.date.getTime() - event.start.date.getTime()).toBe((days + 1) * dayLength);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('leaves programs without dates out and is a whole calendar even so', () => {
    const calendar = write(fixture('bare'), fixture('letter'));
    expect(read(calendar)).toEqual([]);
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:[^\r]+\r\n/);
    // RFC 5545 3.6 asks for at least one component.
    expect(calendar).toContain('BEGIN:VTIMEZONE');
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(convertIcsCalendar(undefined, calendar).timezones?.[0]?.id).toBe('Asia/Tokyo');
  });

  it('takes any iterable, a generator too', () => {
    function* one() {
      yield fixture('harvest');
    }
    expect(read(toICalendar(one(), { now }))).toHaveLength(1);
  });

  it('carries the fixture as a calendar shows it', () => {
    const [event] = read(write(fixture('harvest')));
    expect(event).toMatchObject({
      uid: 'harvest@999997.kankei',
      summary: '大根の収穫と、たくあんの仕込み',
      location: '佐和さんの畑 架空県むすび野町字上野12',
      geo: '36.200000;137.200000',
      url: 'https://musubino.example/programs/harvest',
      categories: ['農業', '食'],
      status: 'CONFIRMED',
    });
    expect(event!.start.date.toISOString()).toBe('2026-11-28T00:30:00.000Z');
    expect(event!.end!.date.toISOString()).toBe('2026-11-28T03:00:00.000Z');
    expect(event!.lastModified?.date.toISOString()).toBe('2026-11-10T00:00:00.000Z');
    expect(event!.stamp.date.toISOString()).toBe('2026-11-10T00:00:00.000Z');
    expect(event!.description).toContain('持ち物：長靴、軍手、飲み物');
    expect(event!.description).toContain('申し込みの締め切り：2026年11月26日（木）');
    expect(event!.description).toContain('料金：無料');
  });

  it('says a summary that begins the description once', () => {
    const text = (summary: string) => readOne({ summary, description: '畑で大根を抜きます。\n昼食つき。' }).description;
    expect(text('畑で大根を抜きます。')).toBe('畑で大根を抜きます。\n昼食つき。');
    expect(text('雪の前に。')).toBe('雪の前に。\n\n畑で大根を抜きます。\n昼食つき。');
  });

  it('separates categories by bare commas and escapes those inside', () => {
    // By its line: the parser reads categories as they stand.
    const calendar = write(
      makeProgram({ id: 'x', themes: ['食, 酒', 'a;b', 'c\\d'], sessions: [{ startDate: '2026-12-01' }] }),
    );
    expect(calendar).toContain('\r\nCATEGORIES:食\\, 酒,a\\;b,c\\\\d\r\n');
  });

  it("says the calendar's name in both properties that readers know", () => {
    const calendar = toICalendar([], { now, name: 'むすび野町, 催し' });
    expect(calendar).toContain('\r\nNAME:むすび野町\\, 催し\r\n');
    expect(calendar).toContain('\r\nX-WR-CALNAME:むすび野町\\, 催し\r\n');
  });
});

describe('times', () => {
  it("end a whole day on the next, exclusive, also over a year's end and in a leap year", () => {
    const end = (startDate: string, endDate?: string) =>
      readOne({ sessions: [{ startDate, ...(endDate ? { endDate } : {}) }] })
        .end?.date.toISOString()
        .slice(0, 10);
    expect(end('2026-12-31')).toBe('2027-01-01');
    expect(end('2028-02-28')).toBe('2028-02-29');
    expect(end('2026-09-01', '2027-03-31')).toBe('2027-04-01');
    expect(end('2026-09-05', '2026-09-01')).toBe('2026-09-06');
  });

  it('write the last day there is without an end, which would need a fifth digit', () => {
    const calendar = write(makeProgram({ id: 'x', sessions: [{ startDate: '9999-12-31' }] }));
    expect(calendar).toContain('DTSTART;VALUE=DATE:99991231\r\n');
    expect(calendar).not.toContain('DTEND');
  });

  it('give a start without an end no length, which would be a guess', () => {
    expect(readOne({ sessions: [{ startDate: '2026-12-01', startTime: '10:00' }] }).end).toBeUndefined();
  });

  it('end several days of unknown end time with the last day', () => {
    const event = readOne({ sessions: [{ startDate: '2026-12-01', startTime: '10:00', endDate: '2026-12-03' }] });
    expect(event.end?.date.toISOString()).toBe('2026-12-03T15:00:00.000Z');
  });

  it('leave out an end that is not after its start, which calendars refuse', () => {
    const at = (endTime: string) => readOne({ sessions: [{ startDate: '2026-12-01', startTime: '10:00', endTime }] });
    expect(at('09:00').end).toBeUndefined();
    expect(at('10:00').end).toBeUndefined();
    expect(at('10:01').end?.date.toISOString()).toBe('2026-12-01T01:01:00.000Z');
  });

  it('of whole days leave a calendar free, those with hours do not', () => {
    const calendar = (startTime?: string) =>
      write(makeProgram({ id: 'x', sessions: [{ startDate: '2026-12-01', ...(startTime ? { startTime } : {}) }] }));
    expect(calendar()).toContain('\r\nTRANSP:TRANSPARENT\r\n');
    expect(calendar('10:00')).not.toContain('TRANSP');
  });

  it('treat an end time without a start time as whole days', () => {
    const event = readOne({ sessions: [{ startDate: '2026-12-01', endTime: '16:00' }] });
    expect(event.start.type).toBe('DATE');
  });
});

describe('UIDs', () => {
  const dates = (...days: string[]) =>
    makeProgram({ id: 'series', sessions: days.map((startDate) => ({ startDate })) });
  const names = (program: Program) => read(write(program)).map((event) => event.uid);

  it('stay with a single date that moves', () => {
    expect(names(dates('2026-12-01'))).toEqual(names(dates('2026-12-08')));
  });

  it('stay with the dates of a series when one is added behind or taken away', () => {
    const all = names(dates('2026-12-01', '2026-12-08', '2026-12-15'));
    expect(names(dates('2026-12-01', '2026-12-15'))).toEqual([all[0], all[2]]);
    expect(names(dates('2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22')).slice(0, 3)).toEqual(all);
  });

  it('do not depend on the clock', () => {
    const uids = (at: number) => read(toICalendar(fixturePrograms, { now: at })).map((event) => event.uid);
    expect(uids(0)).toEqual(uids(now));
  });

  it('differ for two sessions that begin together', () => {
    expect(new Set(names(dates('2026-12-01', '2026-12-01', '2026-12-01'))).size).toBe(3);
  });
});

describe('what was called off', () => {
  it('is said in the status and in the title, which is all that many calendars show', () => {
    expect(readOne({ title: '夜市', status: 'cancelled' })).toMatchObject({
      status: 'CANCELLED',
      summary: '【中止】夜市',
    });
    expect(readOne({ title: '夜市', status: 'postponed' })).toMatchObject({
      status: 'TENTATIVE',
      summary: '【延期】夜市',
    });
  });

  it('is not said twice', () => {
    expect(readOne({ title: '（中止）夜市', status: 'cancelled' }).summary).toBe('（中止）夜市');
  });
});

describe('place and address', () => {
  it('take half a coordinate for none', () => {
    expect(readOne({ place: { latitude: 36 } }).geo).toBeUndefined();
  });

  it('say the area or the meeting place where no name is known, and nothing where nothing is', () => {
    expect(readOne({ place: { area: '北の沢地区' } }).location).toBe('北の沢地区');
    expect(readOne({ meetingPlace: '駅前' }).location).toBe('駅前');
    expect(readOne({ mode: 'online' }).location).toBe('オンライン');
    expect(readOne({ mode: 'unknown' }).location).toBeUndefined();
  });

  it('prefer the page the caller names and write it in ASCII, unescaped', () => {
    const program = makeProgram({ id: 'x', url: 'https://a.example/x', sessions: [{ startDate: '2026-12-01' }] });
    const calendar = toICalendar([program], { now, url: () => 'https://b.example/催し?a=1,2;3' });
    expect(calendar.replaceAll('\r\n ', '')).toContain('\r\nURL:https://b.example/%E5%82%AC%E3%81%97?a=1,2;3\r\n');
    expect(toICalendar([program], { now, url: () => undefined })).toContain('URL:https://a.example/x\r\n');
  });
});

/** iCalendar counts whole seconds. */
function seconds(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}
