import type { FacetName } from '@kankei/core';
import type { Database } from './database.ts';
import { add, type Carriers, makeCarriers, makeSet, type ProgramSet } from './program-set.ts';

/** The facets whose values programs carry; the town is the same for all that are read together. */
export type ValueFacet = Exclude<FacetName, 'town'>;
const rowFacets = ['kind', 'mode', 'area', 'effort', 'pay'] as const;

/**
 * What listings filter, sort and count a town's programs by, in columns: a program has the same place in each, in the
 * order of ids. Nothing wide, so that a hundred thousand take a dozen megabytes. Instants are ms since 1970, `never`
 * where there is none.
 */
export interface ProgramColumns {
  ids: string[];
  /** What the index of keywords calls them. */
  numbers: Float64Array;
  startsAt: Float64Array;
  overAt: Float64Array;
  deadlineAt: Float64Array;
  /** 0 when unknown. */
  updatedAt: Float64Array;
  /** Scheduled, and not without places. */
  joinable: ProgramSet;
  /** The sessions of all; those of a program are from `sessionsFrom[place]` to before `sessionsFrom[place + 1]`. */
  sessionsFrom: Uint32Array;
  sessionStarts: Float64Array;
  sessionEnds: Float64Array;
  carriers: Record<ValueFacet, Map<string, Carriers>>;
}

/** Programs read at once: few enough that what was read is gone before the next are. */
const chunkSize = 250;

/** Reads a town's programs that have not been withdrawn; `db` is a transaction, so that all is of one moment. */
export async function readColumns(db: Database, town: string): Promise<ProgramColumns> {
  const draft = new Draft(await countRows(db, 'program', town), await countRows(db, 'program_session', town));
  for (let after = ''; ; ) {
    const rows = await selectRows(db, town, after);
    const [first, last] = [rows[0]?.id, rows.at(-1)?.id];
    if (first === undefined || last === undefined) return draft.finish();
    draft.add(rows, await selectSessions(db, town, first, last), await selectThemes(db, town, first, last));
    after = last;
  }
}

/** Whether those programs can be joined whose places were counted after a revision; by id. */
export async function readJoinable(db: Database, town: string, since: number): Promise<Map<string, boolean>> {
  const rows = await db
    .selectFrom('program')
    .select(['id', 'status', 'places_left'])
    .where('town', '=', town)
    .where('counted', '>', since)
    .where('withdrawn_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.id, isJoinable(row)]));
}

const isJoinable = ({ status, places_left }: Pick<Row, 'status' | 'places_left'>) =>
  status === 'scheduled' && places_left !== 0;

async function countRows(db: Database, table: 'program' | 'program_session', town: string): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('town', '=', town)
    .executeTakeFirstOrThrow();
  return count;
}

type Row = Awaited<ReturnType<typeof selectRows>>[number];
type SessionRow = Awaited<ReturnType<typeof selectSessions>>[number];
type ThemeRow = Awaited<ReturnType<typeof selectThemes>>[number];

function selectRows(db: Database, town: string, after: string) {
  return db
    .selectFrom('program')
    .select(['id', 'number', ...rowFacets, 'status', 'starts_at', 'over_at', 'deadline_at', 'places_left'])
    .select('updated_at')
    .where('town', '=', town)
    .where('withdrawn_at', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(chunkSize)
    .execute();
}

function selectSessions(db: Database, town: string, first: string, last: string) {
  return db
    .selectFrom('program_session')
    .select(['program', 'starts_at', 'ends_at'])
    .where('town', '=', town)
    .where('program', '>=', first)
    .where('program', '<=', last)
    .orderBy('program')
    .execute();
}

function selectThemes(db: Database, town: string, first: string, last: string) {
  return db
    .selectFrom('program_theme')
    .select(['program', 'theme'])
    .where('town', '=', town)
    .where('program', '>=', first)
    .where('program', '<=', last)
    .orderBy('program')
    .execute();
}

/** Places in a row that grows; an array of numbers would take twice the room, and leave as much behind. */
class Places {
  #places = new Uint32Array(4);
  #count = 0;

  get all(): Uint32Array {
    return this.#places.subarray(0, this.#count);
  }

  add(place: number): void {
    if (this.#count === this.#places.length) {
      const wider = new Uint32Array(this.#count * 2);
      wider.set(this.#places);
      this.#places = wider;
    }
    this.#places[this.#count++] = place;
  }
}

/** Columns while they are filled; there is room for withdrawn programs too, which stays empty at the end. */
class Draft {
  readonly #ids: string[] = [];
  readonly #numbers: Float64Array;
  readonly #startsAt: Float64Array;
  readonly #overAt: Float64Array;
  readonly #deadlineAt: Float64Array;
  readonly #updatedAt: Float64Array;
  readonly #joinable: ProgramSet;
  readonly #sessionsFrom: Uint32Array;
  readonly #sessionStarts: Float64Array;
  readonly #sessionEnds: Float64Array;
  readonly #carriers: Record<ValueFacet, Map<string, Places>> = {
    kind: new Map(),
    theme: new Map(),
    mode: new Map(),
    area: new Map(),
    effort: new Map(),
    pay: new Map(),
  };
  #sessions = 0;

  constructor(programs: number, sessions: number) {
    this.#numbers = new Float64Array(programs);
    this.#startsAt = new Float64Array(programs);
    this.#overAt = new Float64Array(programs);
    this.#deadlineAt = new Float64Array(programs);
    this.#updatedAt = new Float64Array(programs);
    this.#joinable = makeSet(programs);
    this.#sessionsFrom = new Uint32Array(programs + 1);
    this.#sessionStarts = new Float64Array(sessions);
    this.#sessionEnds = new Float64Array(sessions);
  }

  /** All three in the order of the programs' ids; what belongs to a withdrawn program finds none and is left out. */
  add(rows: readonly Row[], sessions: readonly SessionRow[], themes: readonly ThemeRow[]): void {
    const nextSession = merge(sessions);
    const nextTheme = merge(themes);
    for (const row of rows) {
      const place = this.#ids.push(row.id) - 1;
      this.#numbers[place] = row.number;
      this.#startsAt[place] = row.starts_at;
      this.#overAt[place] = row.over_at;
      this.#deadlineAt[place] = row.deadline_at;
      this.#updatedAt[place] = row.updated_at;
      if (isJoinable(row)) add(this.#joinable, place);
      for (const facet of rowFacets) this.#carry(facet, row[facet], place);
      for (let one = nextTheme(row.id); one; one = nextTheme(row.id)) this.#carry('theme', one.theme, place);
      for (let one = nextSession(row.id); one; one = nextSession(row.id)) {
        this.#sessionStarts[this.#sessions] = one.starts_at;
        this.#sessionEnds[this.#sessions++] = one.ends_at;
      }
      this.#sessionsFrom[place + 1] = this.#sessions;
    }
  }

  #carry(facet: ValueFacet, value: string | null, place: number): void {
    if (value === null) return;
    const carriers = this.#carriers[facet];
    const places = carriers.get(value) ?? new Places();
    carriers.set(value, places);
    places.add(place);
  }

  finish(): ProgramColumns {
    const size = this.#ids.length;
    const compact = (facet: ValueFacet) =>
      new Map([...this.#carriers[facet]].map(([value, places]) => [value, makeCarriers(places.all, size)]));
    return {
      ids: this.#ids,
      numbers: this.#numbers.subarray(0, size),
      startsAt: this.#startsAt.subarray(0, size),
      overAt: this.#overAt.subarray(0, size),
      deadlineAt: this.#deadlineAt.subarray(0, size),
      updatedAt: this.#updatedAt.subarray(0, size),
      joinable: this.#joinable.subarray(0, makeSet(size).length),
      sessionsFrom: this.#sessionsFrom.subarray(0, size + 1),
      sessionStarts: this.#sessionStarts.subarray(0, this.#sessions),
      sessionEnds: this.#sessionEnds.subarray(0, this.#sessions),
      carriers: {
        kind: compact('kind'),
        theme: compact('theme'),
        mode: compact('mode'),
        area: compact('area'),
        effort: compact('effort'),
        pay: compact('pay'),
      },
    };
  }
}

/** Hands out rows one after the other, each to its program; programs ask in the rows' order. */
function merge<Part extends { program: string }>(rows: readonly Part[]): (program: string) => Part | undefined {
  let at = 0;
  return (program) => {
    while (at < rows.length && rows[at]!.program < program) at++;
    return rows[at]?.program === program ? rows[at++] : undefined;
  };
}
