import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ProgramIndex } from '../../packages/server/src/storage/program-index.ts';
import { joinItems, ProgramItems } from '../../packages/server/src/storage/program-items.ts';
import '../fixtures/seed.ts';

/** Items are told apart by the index alone; nothing of it is asked. */
const indexes = [{}, {}] as ProgramIndex[];

it('items are given back as they were kept, or not at all, however often the room is written over', () => {
  const step = fc.record({
    index: fc.constantFrom(...indexes),
    place: fc.nat(4),
    item: fc.uint8Array({ minLength: 1, maxLength: 9 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 5, max: 40 }), (steps, room) => {
      const items = new ProgramItems(room);
      const last = new Map<string, Uint8Array>();
      for (const { index, place, item } of steps) {
        items.keep({ index, place }, item);
        last.set(`${indexes.indexOf(index)} ${place}`, item);
        if (item.length <= room) expect(items.join([{ index, place }])).toEqual(item);
        const found = indexes.flatMap((one, at) =>
          [0, 1, 2, 3, 4].flatMap((where) => {
            const kept = items.join([{ index: one, place: where }]);
            return kept ? [{ kept, wanted: last.get(`${at} ${where}`)!, index: one, place: where }] : [];
          }),
        );
        for (const { kept, wanted } of found) if (wanted.length <= room) expect(kept).toEqual(wanted);
        expect(items.join(found)).toEqual(joinItems(found.map(({ kept }) => kept)));
      }
      expect(items.join([{ index: indexes[0]!, place: 9 }])).toBeUndefined();
    }),
  );
});

it('items stand with a comma between them', () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  const joined = (texts: string[]) => new TextDecoder().decode(joinItems(texts.map(encode)));
  expect([joined([]), joined(['{}']), joined(['{"a":1}', '"縄"', '[]'])]).toEqual(['', '{}', '{"a":1},"縄",[]']);
});
