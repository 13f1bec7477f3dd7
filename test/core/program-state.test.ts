import { programState, toInstant } from '@kankei/core';
import { expect, it } from 'vitest';

const now = toInstant('2026-11-21', '12:00');

it('stays open while nothing is known', () => {
  expect(programState({ status: 'scheduled', sessions: [] }, now)).toBe('open');
});
