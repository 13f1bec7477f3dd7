import { contact, image, person, program } from '@kankei/core';
import { readDate } from './dates.ts';
import type { Draft } from './draft.ts';
import type { Field } from './layout.ts';
import { takeLink } from './links.ts';
import { anyKnown, known, type Row } from './row.ts';
import { takeWord } from './take.ts';
import { withoutRepeats } from './when.ts';
import { organizerWords } from './words.ts';

const { name: organizerName } = program.shape.organizer.def.innerType.shape;
const { method: applyMethod } = program.shape.apply.def.innerType.shape;

export function readPerson(row: Row, name: Field, introduction: Field): Draft['host'] {
  const text = row.takeLine(person.shape.name, name);
  if (!text) return undefined;
  return known({ name: text, introduction: row.take(person.shape.introduction, introduction) });
}

export function readOrganizer(row: Row): Draft['organizer'] {
  const name = row.take(organizerName, 'organizer');
  return name ? known({ name, type: takeWord(row, 'organizerType', organizerWords) }) : undefined;
}

export function readContact(row: Row, base: string | undefined): Draft['contact'] {
  const written = row.text('contactEmail');
  const email = written ? row.fit(contact.shape.email, 'contactEmail', written.normalize('NFKC'), 'email') : undefined;
  if (written && !email) row.setAside('contactEmail');
  return anyKnown({
    name: row.take(contact.shape.name, 'contactName'),
    phone: row.take(contact.shape.phone, 'contactPhone'),
    extension: row.take(contact.shape.extension, 'contactExtension'),
    email,
    url: takeLink(row, 'contactUrl', base),
  });
}

/** How to apply and from when. `notes`: what of the deadline could not be read. */
export function readApply(
  row: Row,
  exact: boolean,
  base: string | undefined,
  notes: readonly string[],
): Draft['apply'] {
  const method = exact ? row.text('applyMethod') : withoutRepeats(row, 'applyMethod');
  const opens = row.text('applyFromDate');
  const never = opens !== '' && readDate(opens) === 'none';
  const from = never ? '' : [opens, row.text('applyFromTime')].filter(Boolean).join(' ');
  const lines = [method, from && `${row.label('applyFromDate') || row.label('applyFromTime')}：${from}`, ...notes];
  return anyKnown({
    method: row.take(applyMethod, 'applyMethod', lines.filter(Boolean).join('\n')),
    url: takeLink(row, 'applyUrl', base),
  });
}

export function readImage(row: Row, base: string | undefined): Draft['image'] {
  const url = takeLink(row, 'imageUrl', base);
  if (!url) return undefined;
  return known({
    url,
    alt: row.takeLine(image.shape.alt, 'imageAlt'),
    licence: row.takeLine(image.shape.licence, 'imageLicence'),
    credit: row.takeLine(image.shape.credit, 'imageCredit'),
  });
}
