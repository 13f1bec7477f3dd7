import { type Program, programState, sessionSpan, toInstant } from '@kankei/core';
import { type JsonLd, serializeJsonLd, toJsonLd, toJsonLdList } from '@kankei/formats';
import { describe, expect, it } from 'vitest';
import { arbitraryProgram, arbitraryPrograms, arbitraryText } from '../fixtures/arbitrary-program.ts';
import { expandJsonLd as expand } from '../fixtures/expand-json-ld.ts';
import fc from '../fixtures/fast-check.ts';
import { fixturePrograms, makeProgram, now } from '../fixtures/programs.ts';
import { attendanceModes, availabilities, eventStatuses, properties } from '../fixtures/schema-org.ts';

/** Every node of a document, with its type's short name. */
function* nodes(value: unknown): Generator<[type: string, node: JsonLd]> {
  if (typeof value !== 'object' || value === null) return;
  if ('@type' in value) yield [String(value['@type']), value as JsonLd];
  for (const child of Object.values(value)) yield* nodes(child);
}

const fixture = (id: string) => fixturePrograms.find((program) => program.id === id)!;
const event = (more: Partial<Program>, at = now) =>
  toJsonLd(makeProgram({ id: 'one', sessions: [{ startDate: '2026-12-01' }], ...more }), { now: at })!;
const schema = (name: string) => `https://schema.org/${name}`;

it('is checked by a processor that refuses words schema.org does not have', async () => {
  await expect(expand({ '@context': 'https://schema.org', '@type': 'Event', feee: 1 })).rejects.toThrow();
});

describe('every program with a date', () => {
  it('becomes an Event that a JSON-LD processor takes without loss', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProgram, async (program) => {
        const made = toJsonLd(program, { now });
        expect(made === undefined).toBe(program.sessions.length === 0);
        if (!made) return;
        const [expanded] = (await expand(made)) as Record<string, { '@value': unknown }[]>[];
        expect(expanded?.['@type']).toEqual([schema('Event')]);
        expect(expanded?.[schema('name')]?.[0]?.['@value']).toBe(program.title);
        if (program.description) expect(expanded?.[schema('description')]?.[0]?.['@value']).toBe(program.description);
      }),
      { numRuns: 150 },
    );
  });

  it('uses only types, properties and words that schema.org defines', () => {
    fc.assert(
      fc.property(arbitraryProgram, (program) => {
        const { '@context': _, ...made } = toJsonLd(program, { now }) ?? {};
        for (const [type, node] of nodes(made)) {
          expect(properties[type], type).toBeDefined();
          for (const name of Object.keys(node)) if (name !== '@type') expect(properties[type]).toContain(name);
          if (type === 'Event') expect(eventStatuses.map(schema)).toContain(node.eventStatus);
          if (node.eventAttendanceMode) expect(attendanceModes.map(schema)).toContain(node.eventAttendanceMode);
          if (node.availability) expect(availabilities.map(schema)).toContain(node.availability);
          if (type === 'Offer') expect(node).toMatchObject({ price: program.fee, priceCurrency: 'JPY' });
        }
      }),
    );
  });

  it('says name and start of the whole and of each session, the ends never before the starts', () => {
    const instant = (date: unknown) => Date.parse(`${date}`.length === 10 ? `${date}T00:00:00+09:00` : `${date}`);
    fc.assert(
      fc.property(arbitraryProgram, (program) => {
        const made = toJsonLd(program, { now });
        if (!made) return;
        const parts = program.sessions.length > 1 ? (made.subEvent as JsonLd[]) : [made];
        expect(parts).toHaveLength(program.sessions.length);
        for (const part of [made, ...parts]) {
          expect(part.name).toBe(program.title);
          expect(part.startDate).toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:00\+09:00)?$/);
          if (part.endDate)
            expect(instant(part.endDate)).toBeGreaterThanOrEqual(instant(String(part.startDate).slice(0, 10)));
        }
        const starts = program.sessions.map((session) => sessionSpan(session).start);
        expect(parts.map((part) => instant(part.startDate))).toEqual(starts);
        expect(instant(made.startDate)).toBe(Math.min(...starts));
      }),
    );
  });
});

describe('what is not known', () => {
  it('is left out: no place, no mode, no price, no places', () => {
    expect(event({ mode: 'unknown' })).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: 'プログラムone',
      eventStatus: schema('EventScheduled'),
      startDate: '2026-12-01',
      endDate: '2026-12-01',
      identifier: 'one@999997.kankei',
    });
  });

  it('is no Event at all without a date', () => {
    expect(toJsonLd(fixture('letter'), { now })).toBeUndefined();
  });

  it('never makes a paid program free or an unpriced one paid', () => {
    expect(event({ fee: 0 })).toMatchObject({ isAccessibleForFree: true, offers: { price: 0 } });
    expect(event({ fee: 500 })).toMatchObject({ isAccessibleForFree: false, offers: { price: 500 } });
    expect(event({ feeNote: '実費' })).not.toHaveProperty('offers');
    expect(event({ feeNote: '実費' })).not.toHaveProperty('isAccessibleForFree');
  });
});

describe('times', () => {
  const dates = (...sessions: Program['sessions']) => {
    const { startDate, endDate } = event({ sessions });
    return [startDate, endDate];
  };

  it('carry the zone, and days stay days', () => {
    expect(dates({ startDate: '2026-11-28', startTime: '09:30', endTime: '12:00' })).toEqual([
      '2026-11-28T09:30:00+09:00',
      '2026-11-28T12:00:00+09:00',
    ]);
    expect(dates({ startDate: '2026-09-01', endDate: '2027-03-31' })).toEqual(['2026-09-01', '2027-03-31']);
  });

  it('leave an end open that nobody wrote or that lies before the start', () => {
    expect(dates({ startDate: '2026-12-01', startTime: '10:00' })[1]).toBeUndefined();
    expect(dates({ startDate: '2026-12-01', startTime: '10:00', endTime: '09:00' })[1]).toBeUndefined();
    expect(dates({ startDate: '2026-12-05', endDate: '2026-12-01' })[1]).toBeUndefined();
    expect(dates({ startDate: '2026-12-01', startTime: '10:00', endDate: '2026-12-03' })[1]).toBe('2026-12-03');
  });

  it('span all sessions of a series', () => {
    expect(
      dates(
        { startDate: '2026-11-14', startTime: '20:00', endTime: '21:00' },
        { startDate: '2026-12-12', startTime: '20:00' },
      ),
    ).toEqual(['2026-11-14T20:00:00+09:00', '2026-12-12']);
  });
});

it('takes the first start and the last end, in whatever order the sessions stand', () => {
  const sessions = [
    { startDate: '2026-12-12' },
    { startDate: '2026-11-14', endDate: '2026-12-31' },
    { startDate: '2026-12-24' },
  ];
  expect(event({ sessions })).toMatchObject({ startDate: '2026-11-14', endDate: '2026-12-31' });
});

describe('state', () => {
  it('says what was called off', () => {
    expect(event({ status: 'cancelled' }).eventStatus).toBe(schema('EventCancelled'));
    expect(event({ status: 'postponed' }).eventStatus).toBe(schema('EventPostponed'));
    expect(event({ status: 'full' }).eventStatus).toBe(schema('EventScheduled'));
  });

  it('offers only what one can still have', () => {
    const availability = (more: Partial<Program>, at = now) =>
      (event({ fee: 0, ...more }, at).offers as JsonLd).availability;
    expect(availability({})).toBe(schema('InStock'));
    expect(availability({ placesLeft: 2, capacity: 10 })).toBe(schema('LimitedAvailability'));
    expect(availability({ placesLeft: 0 })).toBe(schema('SoldOut'));
    expect(availability({ status: 'closed' })).toBeUndefined();
    expect(availability({ status: 'cancelled' })).toBeUndefined();
    expect(availability({}, toInstant('2026-12-02'))).toBeUndefined();
    fc.assert(
      fc.property(arbitraryProgram, fc.integer({ min: 0, max: 3e12 }), (program, at) => {
        const open = ['open', 'few', 'full'].includes(programState(program, at));
        const offer = toJsonLd({ ...program, fee: 1 }, { now: at })?.offers as JsonLd | undefined;
        if (offer) expect('availability' in offer).toBe(open);
      }),
    );
  });

  it('ends an offer with the deadline', () => {
    const valid = (deadline: Program['deadline']) =>
      (event({ fee: 0, ...(deadline ? { deadline } : {}) }).offers as JsonLd).validThrough;
    expect(valid({ date: '2026-11-26' })).toBe('2026-11-26');
    expect(valid({ date: '2026-11-26', time: '17:00' })).toBe('2026-11-26T17:00:00+09:00');
    expect(valid(undefined)).toBeUndefined();
  });
});

describe('place', () => {
  it('is the place with its address and coordinates, on site', () => {
    expect(toJsonLd(fixture('harvest'), { now })?.location).toEqual({
      '@type': 'Place',
      name: '佐和さんの畑',
      address: { '@type': 'PostalAddress', addressLocality: 'むすび野町', streetAddress: '架空県むすび野町字上野12' },
      geo: { '@type': 'GeoCoordinates', latitude: 36.2, longitude: 137.2 },
    });
  });

  it('is the address to go to, online, and both when mixed', () => {
    const apply = { url: 'https://musubino.example/room' };
    const virtual = { '@type': 'VirtualLocation', url: apply.url };
    const place = { name: '町民館' };
    expect(event({ mode: 'online', apply, place }).location).toEqual(virtual);
    expect(event({ mode: 'mixed', apply, place }).location).toEqual([{ '@type': 'Place', name: '町民館' }, virtual]);
    expect(event({ mode: 'online' })).not.toHaveProperty('location');
  });

  it('is where people meet when nothing else is known, and never half a coordinate', () => {
    expect(event({ meetingPlace: '駅前' }).location).toEqual({ '@type': 'Place', name: '駅前' });
    expect(event({ place: { latitude: 36 } })).not.toHaveProperty('location');
  });
});

describe('the rest of what is known', () => {
  it('stands where search engines look for it', () => {
    expect(
      event({
        languages: ['ja', 'en'],
        minimumAge: 6,
        maximumAge: 12,
        capacity: 10,
        placesLeft: 3,
        organizer: { name: '野上 花', type: 'person' },
        contact: { url: 'https://musubino.example/contact' },
        image: { url: 'https://musubino.example/写真.jpg', alt: '畑', credit: '町' },
      }),
    ).toMatchObject({
      inLanguage: ['ja', 'en'],
      typicalAgeRange: '6-12',
      maximumAttendeeCapacity: 10,
      remainingAttendeeCapacity: 3,
      organizer: { '@type': 'Person', name: '野上 花', url: 'https://musubino.example/contact' },
      image: {
        '@type': 'ImageObject',
        url: 'https://musubino.example/%E5%86%99%E7%9C%9F.jpg',
        caption: '畑',
        creditText: '町',
      },
    });
    expect(event({ minimumAge: 18 }).typicalAgeRange).toBe('18-');
    expect(event({ organizer: { name: '上野集落', type: 'community' } }).organizer).toEqual({
      '@type': 'Organization',
      name: '上野集落',
    });
  });

  it("takes the page the caller names before the source's own", () => {
    const program = { ...fixture('exhibition'), url: 'https://a.example/' };
    expect(toJsonLd(program, { now, url: 'https://b.example/x' })?.url).toBe('https://b.example/x');
    expect(toJsonLd(program, { now })?.url).toBe('https://a.example/');
  });
});

describe('a list', () => {
  it('is one document with an Event for each program that has a date', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPrograms({ maxLength: 5 }), async (programs) => {
        const list = toJsonLdList(programs, { now, url: ({ id }) => `https://a.example/${id}` });
        const dated = programs.filter((program) => program.sessions.length);
        const expanded = (await expand(list)) as Record<string, { '@id': string }[]>[];
        expect(expanded.map((one) => one[schema('url')]?.[0]?.['@id'])).toEqual(
          dated.map(({ id }) => `https://a.example/${id}`),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('may be empty', async () => {
    expect(await expand(toJsonLdList([], { now }))).toEqual([]);
  });
});

describe('inside a script element', () => {
  it('nothing can close the element, and a reader gets the same value back', () => {
    fc.assert(
      fc.property(arbitraryText(), (text) => {
        const written = serializeJsonLd({ text, hostile: `</script><!--<script>${text}\u2028\u2029]]>&` });
        expect(written).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(written).text).toBe(text);
      }),
    );
    expect(serializeJsonLd('</script>')).toBe('"\\u003c/script\\u003e"');
  });
});
