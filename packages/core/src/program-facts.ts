import { fold } from './fold.ts';
import type { Clue } from './matching/clues.ts';
import type { Program } from './schema/program.ts';
import { deadlineAt, type Span, sessionSpan } from './times.ts';

/** What a keyword is looked for in, folded. */
export function searchText(program: Program): string {
  const { place, host, organizer, themes, skills } = program;
  return fold(
    [
      program.title,
      program.titleKana,
      program.summary,
      program.description,
      ...themes,
      place?.name,
      place?.address,
      place?.area,
      program.meetingPlace,
      host?.name,
      organizer?.name,
      program.thanks,
      ...skills,
      program.conditions,
      program.dateNote,
    ]
      .filter(Boolean)
      .join(' '),
  );
}

/** Stands around every theme in a program's gist, so that a theme can be asked for whole. */
export const themeMark = '|';

/** What a program is about in short: its themes, title, summary and skills, folded. */
function gistOf({ themes, title, summary = '', skills }: Program): string {
  return fold(`${themeMark}${themes.join(themeMark)}${themeMark} ${title} ${summary} ${skills.join(' ')}`);
}

/** What follows from a program alone, worked out when it is first asked for. */
export class ProgramFacts {
  readonly spans: readonly Span[];
  /** The instant from which all is over; `Infinity` where that is unknown. */
  readonly end: number;
  /** The instant from which applications are too late; `Infinity` where there is none. */
  readonly deadline: number;
  /** What matching found in it; kept here, since a second table of ten thousand programs costs more to keep. */
  clues: readonly Clue[] | undefined;
  private readonly program: Program;
  private folded: string | undefined;
  private short: string | undefined;

  constructor(program: Program) {
    this.program = program;
    this.spans = program.sessions.map(sessionSpan);
    this.end = this.spans.length ? Math.max(...this.spans.map(({ end }) => end)) : Infinity;
    this.deadline = deadlineAt(program) ?? Infinity;
  }

  /** `searchText` of the program. */
  get text(): string {
    this.folded ??= searchText(this.program);
    return this.folded;
  }

  /** What the program is about in short. */
  get gist(): string {
    this.short ??= gistOf(this.program);
    return this.short;
  }
}

const known = new WeakMap<Program, ProgramFacts>();

/** The facts of a program, kept with it: a list in memory is asked again at every key a visitor presses. */
export function factsOf(program: Program): ProgramFacts {
  let facts = known.get(program);
  if (!facts) {
    facts = new ProgramFacts(program);
    known.set(program, facts);
  }
  return facts;
}
