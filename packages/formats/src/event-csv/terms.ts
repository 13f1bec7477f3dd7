import { program } from '@kankei/core';
import { readPeople, readYen } from './amounts.ts';
import type { Draft } from './draft.ts';
import { readList } from './lists.ts';
import { ifValid, known, type Row } from './row.ts';
import { longestList } from './take.ts';
import { isNothing, readLanguage } from './words.ts';

const shape = program.shape;

/** How many may come: a number where it says it all, and the organiser's words where it does not. */
export function readCapacity(row: Row, exact: boolean): Pick<Draft, 'capacity' | 'capacityNote'> {
  const text = row.text('capacity');
  const capacity = ifValid(shape.capacity, readPeople(text));
  const isZero = capacity === 0 && !exact;
  if (isZero) row.report('zero-capacity', 'capacity');
  const isNumber = capacity !== undefined && /^\d+[人名]?$/.test(text.normalize('NFKC'));
  const words = [isNumber ? '' : text, row.text('capacityNote')].filter(Boolean).join('\n');
  return known({
    capacity: isZero ? undefined : capacity,
    capacityNote: row.take(shape.capacityNote, 'capacity', words),
  });
}

const yenOf = (text: string) => ifValid(shape.fee, readYen(text));

/** An empty fee is unknown; it is free only where some column says so. */
export function readFee(row: Row, exact: boolean): Pick<Draft, 'fee' | 'feeNote'> {
  const [basic, detail] = [row.text('fee'), row.text('feeNote')];
  const type = row.text('feeType');
  const amount = isNothing(basic) ? 0 : yenOf(basic);
  if (basic && amount === undefined) row.report('fee', 'fee');
  const detailed = basic || exact ? undefined : yenOf(detail);
  const declared = !basic && !detail && !exact && /^無料/.test(type) ? 0 : undefined;
  const notes = [
    amount === undefined ? basic : '',
    detailed === undefined ? detail : '',
    declared === undefined && type !== '有料' ? row.named('feeType') : '',
    row.named('payment'),
  ];
  return known({
    fee: amount ?? detailed ?? declared,
    feeNote: row.take(shape.feeNote, basic ? 'fee' : 'feeNote', notes.filter(Boolean).join('\n')),
  });
}

/** Languages spoken there. What is no language's name is set aside for people to read. */
export function readLanguages(row: Row): string[] {
  const items = readList(row.raw('languages'));
  const tags = items.map(readLanguage);
  const unclear = items.filter((item, index) => !tags[index] && !isNothing(item));
  if (unclear.length) row.setAside('languages');
  return [...new Set(tags.filter((tag) => tag !== undefined))].slice(0, longestList);
}
