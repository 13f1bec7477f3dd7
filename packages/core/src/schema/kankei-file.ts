import * as z from 'zod/mini';
import { municipalityCode } from './municipality-code.ts';
import { type Faults, faultsOf } from './read.ts';
import { someOf, webUrl } from './text.ts';
import { town } from './town.ts';

/** An address as a page's author writes it: relative to `kankei.json`, or absolute. */
const address = z.string().check(z.minLength(1), z.maxLength(2000));

const programFile = z.object({
  url: address,
  /** Whose programs these are; may be left out where the file names one town only. */
  town: z.optional(municipalityCode),
  /** What relative addresses in the file start from; else the town's `url`, else the file's own address. */
  base: z.optional(webUrl),
});

/** What a town says beside its programs is read when somebody asks for it: a slip there leaves the programs alone. */
const beside = z.optional(z.unknown());
const townEntry = z.object({ ...town.shape, fanclub: beside, furusato: beside, matching: beside });

const written = z.object({
  town: z.optional(townEntry),
  towns: z.optional(someOf(townEntry, 2000)),
  programs: z._default(z.array(z.union([address, programFile])).check(z.maxLength(500)), []),
});

type Fault = { path: (string | number)[]; message: string };

/** What the parts alone do not show: one way to name the towns, and for every file a town that is named. */
function faults({ town, towns = town && [town], programs }: z.infer<typeof written>, both: boolean): Fault[] {
  if (!towns || both) return [{ path: ['town'], message: both ? 'town-and-towns' : 'missing' }];
  const codes = new Set(towns.map(({ code }) => code));
  if (codes.size < towns.length) return [{ path: ['towns'], message: 'repeated' }];
  // Nothing at all to show is an oversight.
  if (!programs.length && !towns.some(({ fanclub, furusato, matching }) => fanclub || furusato || matching))
    return [{ path: ['programs'], message: 'missing' }];
  return programs.flatMap((file, index) => {
    const code = typeof file === 'string' ? undefined : file.town;
    if (code ? codes.has(code) : codes.size === 1) return [];
    return [{ path: ['programs', index, 'town'], message: code ? 'not-in-towns' : 'missing' }];
  });
}

/**
 * `kankei.json`, written by hand and put on a web server beside the event files: which towns, which files.
 *
 * ```json
 * {
 *   "town": { "code": "221309", "name": "浜松市", "url": "https://www.city.hamamatsu.shizuoka.jp/" },
 *   "programs": ["events.csv", { "url": "tours.json", "base": "https://tours.example/" }]
 * }
 * ```
 *
 * Several towns stand in `towns` in place of `town`, and every file then names its own. A file is event CSV in any
 * layout that can be read, or JSON: an array of programs, bare or under `programs`. A town with a fan club says all of
 * it under `fanclub`, what it says of furusato nozei under `furusato`, and what supporters and residents are asked under
 * `matching`; it then need not have programs. Keys that are not known are passed over.
 */
export const kankeiFile = written.check(({ value, issues }) => {
  for (const fault of faults(value, !!value.town && !!value.towns))
    issues.push({ code: 'custom', input: value, ...fault });
});
/** As it is written. */
export type KankeiFileInput = z.input<typeof kankeiFile>;

type TownEntry = z.infer<typeof townEntry>;

/** The same in one form: a list of towns, and every file with its town. */
export interface KankeiFile {
  towns: TownEntry[];
  programs: (Omit<z.infer<typeof programFile>, 'town'> & { town: TownEntry })[];
}

/** Reads a `kankei.json`, or says what is wrong with it. */
export function readKankeiFile(json: unknown): { file: KankeiFile } | { faults: Faults } {
  const { data, error } = kankeiFile.safeParse(json);
  if (!data) return { faults: faultsOf(error) };
  const { town, towns = town ? [town] : [], programs } = data;
  const files = programs.map((entry) => {
    const file = typeof entry === 'string' ? { url: entry } : entry;
    return { ...file, town: towns.find(({ code }) => code === file.town) ?? towns[0]! };
  });
  return { file: { towns, programs: files } };
}
