import type {
  Application,
  ApplicationReceived,
  CardKey,
  Enquiry,
  Fanclub,
  Furusato,
  InterestCounted,
  Matches,
  Matching,
  MatchQuestionInput,
  MemberCard,
  Need,
  PostalPlace,
  Program,
  ProgramInterest,
  ProgramPage,
  ProgramQueryInput,
  ProofChallenge,
  Received,
  Recruitment,
  Signup,
  SignupAccepted,
  Town,
} from '@kankei/core';

/** What every question takes: a signal that stops it. */
export interface AskOptions {
  signal?: AbortSignal;
}

/** What everything that is sent takes. */
export interface SendOptions extends AskOptions {
  /** Stands for this one sending, 16 to 100 of `A-Za-z0-9_-`: sent again with the same key it counts once. */
  key: string;
}

/** Addresses a backend can offer beside its answers; absent where it has none (files have no calendar feed). */
export interface BackendLinks {
  /** One program as an iCalendar file. */
  programCalendar?(town: string, id: string): string;
  /** All programs of the towns as a calendar to subscribe to. */
  calendar?(towns: readonly string[]): string;
  rss?(towns: readonly string[]): string;
}

/** What a list of programs asks. */
export interface ProgramBackend {
  /** The most programs one answer holds; 100 unless said. */
  readonly longest?: number | undefined;
  town(code: string, options?: AskOptions): Promise<Town>;
  /** `total` counts what the backend holds: where it says something unreadable, a page shows less. */
  programs(towns: readonly string[], query?: ProgramQueryInput, options?: AskOptions): Promise<ProgramPage>;
  program(town: string, id: string, options?: AskOptions): Promise<Program>;
}

/** What fan clubs and their members ask. */
export interface MemberBackend {
  /** A challenge to solve before something is sent to the town, a new one each time; undefined where none is asked for. */
  proof(town: string, options?: AskOptions): Promise<ProofChallenge | undefined>;
  /**
   * The places of a postal code of seven digits; several where one code spans several. Undefined for a code there is
   * none of, and also where it cannot be looked up: who fills in a form goes on without. Rejects with the signal's
   * reason and with nothing else.
   */
  postal(code: string, options?: AskOptions): Promise<PostalPlace[] | undefined>;
  /** What the town's fan club says and asks. Rejects with `fanclub-not-found` where there is none. */
  fanclub(town: string, options?: AskOptions): Promise<Fanclub>;
  /** Sends a signup. Rejects with `invalid-body`, each fault named `answers.` and the field, for what cannot be taken. */
  join(town: string, signup: Signup, options: SendOptions): Promise<SignupAccepted>;
  /**
   * The card of the member whose token this is, as it is at this moment. Rejects with `link-expired` where the token is
   * no member's.
   */
  memberCard(town: string, token: string, options?: AskOptions): Promise<MemberCard>;
  /** The keys that tell the town's cards from forged ones, the newest first; asked anew each time. */
  cardKeys(town: string, options?: AskOptions): Promise<CardKey[]>;
}

/** What links to furusato nozei ask. */
export interface FurusatoBackend {
  /**
   * What the town says of furusato nozei, without texts that the rules on advertising do not allow. Rejects with
   * `furusato-not-found` where it says nothing.
   */
  furusato(town: string, options?: AskOptions): Promise<Furusato>;
}

/** What is asked and sent where supporters and residents find each other. */
export interface MatchingBackend {
  /** What the town says and asks. A town that says nothing takes nothing in; programs are suggested all the same. */
  matching(town: string, options?: AskOptions): Promise<Matching>;
  /** Programs of the towns that suit a profile, with reasons; nothing of the question is kept. */
  matches(towns: readonly string[], question: MatchQuestionInput, options?: AskOptions): Promise<Matches>;
  /** Where a program's recruitment stands at this moment, and what it asks. */
  recruitment(town: string, id: string, options?: AskOptions): Promise<Recruitment>;
  /**
   * Says that a program interests somebody. This and all that follows reject with `not-taken` where the backend or the
   * town takes no such thing in, and with `invalid-body`, each fault named `answers.` and the field, for what it cannot
   * take.
   */
  showInterest(town: string, id: string, interest: ProgramInterest, options: SendOptions): Promise<InterestCounted>;
  /** Applies for a program. Rejects with `recruitment-closed` where it is too late. */
  apply(town: string, id: string, application: Application, options: SendOptions): Promise<ApplicationReceived>;
  /** Tells the town of something that needs doing. */
  sendNeed(town: string, need: Need, options: SendOptions): Promise<Received>;
  /** Asks the town's coordinator to write back. */
  enquire(town: string, enquiry: Enquiry, options: SendOptions): Promise<Received>;
}

/**
 * Where a widget's answers come from; elements know nothing else. Every method rejects with a `ProblemError` from
 * `@kankei/core`, or with the signal's reason when it was stopped, and with nothing else. An answer may be shared by
 * all who asked the same: nobody changes it.
 */
export interface Backend extends ProgramBackend, MemberBackend, FurusatoBackend, MatchingBackend {
  readonly links: BackendLinks;
}
