import * as z from 'zod/mini';
import { type FlaggedText, flaggedTexts } from './furusato/check-advertising.ts';
import { fanclub, type PrivacyNotice, privacyNotice } from './schema/fanclub.ts';
import { furusato } from './schema/furusato.ts';
import { readKankeiFile } from './schema/kankei-file.ts';
import { matching } from './schema/matching.ts';
import { faultsOf } from './schema/read.ts';

/** Stands in a draft where the town has yet to write something itself. */
export const toBeWritten = '【要記入】';

/**
 * What was found in what a town wrote, at its place: `town.fanclub.notice.contractor`.
 *
 * - `unreadable`: cannot be read, for this reason; what lies there does not show.
 * - `advertising`: says of furusato nozei what advertising may not; it is not shown.
 * - `to-be-written`: still holds the sign of a draft.
 * - `not-https`: a link that is not encrypted; browsers warn of it or refuse to load it.
 * - `notice-missing`: nothing says what becomes of personal data, so what would ask for any is not offered.
 * - `notice-part`: the notice leaves out something the visitor will ask.
 */
export type TextFinding = { name: string } & (
  | { kind: 'unreadable'; reason: string }
  | { kind: 'advertising'; findings: FlaggedText['findings'] }
  | { kind: 'not-https'; address: string }
  | { kind: 'to-be-written' | 'notice-missing' | 'notice-part' }
);

/** Mail to a name that is reserved for examples (RFC 2606) reaches nobody. */
const reservedMail = /@[^\s@]+\.example$/i;

/** What a notice may leave out by its schema and should not: which answers and why, who else handles them, where. */
const noticeParts = ['items', 'contractor', 'storedAt', 'url'] as const satisfies (keyof PrivacyNotice)[];

const parts = { fanclub, furusato, matching };

/**
 * Examines all that a town wrote for the widgets, as it stands in `kankei.json`; `json` may be anything. Nothing found
 * means that it can be put on a web server.
 */
export function checkTownTexts(json: unknown): TextFinding[] {
  const read = readKankeiFile(json);
  const unreadable = 'faults' in read ? read.faults : [];
  return [
    ...unreadable.map((fault): TextFinding => ({ kind: 'unreadable', ...fault })),
    ...townsIn(json).flatMap(([place, town]) => checkTown(place, town)),
    ...textsIn(json).flatMap(([name, text]): TextFinding[] => [
      ...(text.includes(toBeWritten) || reservedMail.test(text) ? [{ kind: 'to-be-written' as const, name }] : []),
      ...(/^http:\/\//i.test(text) ? [{ kind: 'not-https' as const, name, address: text }] : []),
    ]),
  ];
}

/** The towns of a file with their places, as far as it has any. */
function townsIn(json: unknown): [place: string, town: Record<string, unknown>][] {
  const { town, towns } = isRecord(json) ? json : {};
  const several = Array.isArray(towns) ? towns.map((one, index): [string, unknown] => [`towns.${index}`, one]) : [];
  return [['town', town] as [string, unknown], ...several].filter((entry): entry is [string, Record<string, unknown>] =>
    isRecord(entry[1]),
  );
}

function checkTown(place: string, town: Record<string, unknown>): TextFinding[] {
  const given = Object.entries(parts).filter(([part]) => town[part] !== undefined);
  const results = Object.fromEntries(given.map(([part, schema]) => [part, z.safeParse(schema, town[part])]));
  const faults = Object.entries(results).flatMap(([part, { error }]) =>
    error ? faultsOf(error, `${place}.${part}`).map((fault): TextFinding => ({ kind: 'unreadable', ...fault })) : [],
  );
  const donations = furusato.safeParse(town.furusato).data;
  const flagged = donations ? flaggedTexts(donations) : [];
  return [
    ...faults,
    ...flagged.map(
      ({ name, findings }): TextFinding => ({
        kind: 'advertising',
        name: `${place}.furusato.${name}`,
        findings,
      }),
    ),
    ...checkNotices(place, town),
  ];
}

function checkNotices(place: string, { fanclub, matching }: Record<string, unknown>): TextFinding[] {
  const [own, asked] = [
    isRecord(fanclub) ? fanclub.notice : undefined,
    isRecord(matching) ? matching.notice : undefined,
  ];
  if (isRecord(matching) && own === undefined && asked === undefined)
    return [{ kind: 'notice-missing', name: `${place}.matching.notice` }];
  const notices = { fanclub: own, matching: asked };
  return Object.entries(notices).flatMap(([part, notice]) => {
    // What cannot be read was said already.
    const read = privacyNotice.safeParse(notice).data;
    const missing = read ? noticeParts.filter((one) => read[one] === undefined) : [];
    return missing.map((one): TextFinding => ({ kind: 'notice-part', name: `${place}.${part}.notice.${one}` }));
  });
}

/** Every text in a value, with its place. */
function textsIn(value: unknown, place = ''): [place: string, text: string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, place ? `${place}.${key}` : key));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
