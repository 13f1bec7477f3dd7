import { fromSearchParams, readCursor, writeCursor } from '@kankei/core';
import { expect, it } from 'vitest';

it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('knows no parameter %s', (name) => {
  expect(fromSearchParams([[name, 'x']])).toEqual({ errors: [{ name, reason: 'unknown' }] });
});

it('takes no cursor whose instant a page could not say', () => {
  const cursor = { group: 0, key: 1, town: '999997', id: 'a' };
  const read = (asOf: number) => readCursor(writeCursor({ ...cursor, asOf }));
  expect(read(Date.parse('9999-12-31T23:59:59Z'))).toEqual({ ...cursor, asOf: 253402300799000 });
  expect(read(Date.parse('9999-12-31T23:59:59Z') + 1000)).toBeUndefined();
  expect(read(8.64e15)).toBeUndefined();
  expect(read(Date.parse('0000-01-01T00:00:00Z') - 1)).toBeUndefined();
});
