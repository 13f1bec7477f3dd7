import type {
  ApplicationState,
  Effort,
  LedgerEntry,
  NeedState,
  PayType,
  ProgramKind,
  ProgramMode,
  ProgramStatus,
} from '@kankei/core';
import type { Generated } from 'kysely';

/** Where a program came from. Each source replaces and withdraws its own programs only. */
export type Source = 'demo' | 'import' | `import:${string}` | 'needs';

/** Stands for "never" where an instant is missing, so that comparisons need no second case. */
export const never = Number.MAX_SAFE_INTEGER;

export interface TownTable {
  code: string;
  /** The town profile as JSON. */
  profile: string;
  /** Grows with every change to the town or its programs. */
  revision: Generated<number>;
  /** When that was, ms since 1970. */
  changed_at: number;
  /** The revision at which its programs last changed in anything but the places left, and when that was. */
  shaped: Generated<number>;
  shaped_at: Generated<number>;
}

/** Instants at which the state of one of a town's programs changes by itself, ms since 1970; some may be of old. */
export interface TownMomentTable {
  town: string;
  at: number;
}

/** What listings filter, sort and count by; nothing wide. Instants are ms since 1970. */
export interface ProgramTable {
  town: string;
  id: string;
  /** What the index of keywords calls it, see `program-keywords.ts`; one of its own, for good. */
  number: number;
  kind: ProgramKind;
  mode: ProgramMode;
  area: string | null;
  effort: Effort | null;
  pay: PayType | null;
  status: ProgramStatus;
  /** The first session's start, `never` without sessions. */
  starts_at: number;
  /** The last session's end, `never` without sessions. */
  over_at: number;
  /** `never` without a deadline. */
  deadline_at: number;
  places_left: number | null;
  /** The town's revision at which the places left were last counted here. */
  counted: Generated<number>;
  /** 0 when unknown. */
  updated_at: number;
  source: Source;
  created_at: number;
  changed_at: number;
  /** When its source stopped naming it; a withdrawn program is kept but answers nothing. */
  withdrawn_at: number | null;
}

/** What is read for the few rows that are shown. */
export interface ProgramDocumentTable {
  /** The program's. */
  number: number;
  /** The listing's item as JSON, so that a page is put together without parsing. */
  item: string;
  /** The whole program as JSON, as it is sent. */
  document: string;
  /** The same as its source brought it, where what is known here changed it since (`program-places.ts`); else null. */
  brought: Generated<string | null>;
}

export interface ProgramSessionTable {
  town: string;
  program: string;
  starts_at: number;
  ends_at: number;
}

export interface ProgramThemeTable {
  town: string;
  program: string;
  theme: string;
}

/** A file's programs while they are read, in a table of this connection alone. */
export interface StagedProgramTable {
  id: string;
  document: string;
}

/** A mail on its way, or what is kept of one that is done. Instants are ms since 1970. */
export interface MailTable {
  /** Names the mail and nobody in it. */
  key: string;
  state: 'queued' | 'sending' | 'sent' | 'failed';
  /** The `Mail` as JSON; null once it is sent or given up. */
  content: string | null;
  /** How often a delivery was begun. */
  attempts: number;
  next_at: number;
  created_at: number;
  /** When it was sent or given up. */
  ended_at: number | null;
}

/** What a link in a mail stands for. */
export interface LinkTable {
  /** SHA-256 of the token, base64url; the token itself is in the mail alone. */
  hash: string;
  purpose: string;
  town: string;
  /** The id of what the link is about, e.g. of a signup or a member. */
  subject: string;
  /** `never` for one that stays good. */
  expires_at: number;
  used_at: number | null;
}

/** What only this server knows. */
export interface SecretTable {
  name: string;
  value: string;
}

/** Work that one process at a time may do, and which does it until when. */
export interface LeaseTable {
  name: string;
  holder: string;
  until: number;
}

/** A key that signs a town's cards; keys are JSON Web Keys. */
export interface TownKeyTable {
  town: string;
  id: string;
  public_key: string;
  private_key: string;
  /** ms since 1970. */
  created_at: number;
}

/** A town's fan club. */
export interface FanclubTable {
  town: string;
  /** The profile as JSON. */
  profile: string;
  /** The member number that was given out last; it only ever grows. */
  last_number: Generated<number>;
  changed_at: number;
}

/** What a town says of furusato nozei. */
export interface FurusatoTable {
  town: string;
  /** The profile as JSON. */
  profile: string;
  changed_at: number;
}

/** The figures of a project as of a day; none is ever taken back. */
export interface ProjectFiguresTable {
  town: string;
  project: string;
  /** The day they are of, `YYYY-MM-DD`. */
  as_of: string;
  /** Yen. */
  goal: number;
  raised: number;
  donors: number | null;
  recorded_at: number;
}

/** What opens the staff desk of a town. */
export interface StaffTokenTable {
  town: string;
  /** SHA-256 of the token, base64url; null where it was taken back. */
  hash: string | null;
  changed_at: number;
}

/** Somebody who has the staff desk of a town open. Instants are ms since 1970. */
export interface StaffSessionTable {
  /** SHA-256 of what the cookie holds, base64url. */
  hash: string;
  town: string;
  opened_at: number;
  seen_at: number;
}

/** What has come in that a town's staff have not been told of yet. */
export interface StaffNewsTable {
  town: string;
  kind: 'application' | 'need' | 'enquiry';
  /** How many. */
  untold: number;
  /** When they were last told, ms since 1970; 0 before. */
  told_at: number;
}

/** A privacy notice as it stood beside the button when somebody consented to it. */
export interface NoticeTable {
  /** SHA-256 of the text, base64url. */
  hash: string;
  text: string;
}

/** What is kept alike of everybody who sent a form. Instants are ms since 1970. */
interface PersonTable {
  /** Random; says nothing of the person. A signup's id becomes the member's. */
  id: string;
  town: string;
  /** The mail address as it is compared: in ASCII and small letters. */
  address: string;
  /** `Answers` as JSON, without the consent. */
  answers: string;
  language: string;
  notice_version: string;
  notice_hash: string;
  consent_at: number;
  source: string | null;
}

export interface SignupTable extends PersonTable {
  introducer: string | null;
  expires_at: number;
}

export interface MemberTable extends PersonTable {
  number: number;
  card_name: string | null;
  /** The day of confirmation in Tokyo. */
  since: string;
  confirmed_at: number;
  /** When the newsletter was asked for; null while it is not wanted. */
  newsletter_at: number | null;
  introducer_code: string;
  introduced: Generated<number>;
  /** When the member last did something. */
  heard_at: number;
  /** When the mail went out that says the membership will end; null while there is no reason. */
  warned_at: number | null;
  /** When the last mail with the card's link was written because somebody signed up with the address again. */
  card_mailed_at: number;
}

/** What is left of a member who is gone: enough to count, and never to give the number again. */
export interface RetiredNumberTable {
  town: string;
  number: number;
  /** The days of confirmation and of leaving in Tokyo. */
  since: string;
  until: string;
  reason: 'left' | 'unheard';
}

export interface AddressChangeTable {
  member: string;
  /** As `PersonTable.address`. */
  address: string;
  /** As it was typed. */
  email: string;
  expires_at: number;
}

/** A request that was done, and what was answered. */
export interface IdempotencyTable {
  town: string;
  key: string;
  /** SHA-256 of the body, base64url. */
  body_hash: string;
  answer: string;
  created_at: number;
}

/** A proof of work that was used. */
export interface UsedProofTable {
  id: string;
  /** When it is too old to be used anyway, ms since 1970. */
  expires_at: number;
}

/** An application for a program. Instants are ms since 1970. */
export interface ApplicationTable extends PersonTable {
  program: string;
  /** How many come. */
  party: number;
  state: ApplicationState;
  /** Its place in the order of arrival, counted from 1 in each program. */
  arrived: number;
  /** What the town or the host wrote last: why not, or what they would like to know. */
  message: string | null;
  /** What the applicant answered to that. */
  reply: string | null;
  /** When the last mail with the page's link was written because somebody applied with the address again. */
  mailed_at: number;
  created_at: number;
  changed_at: number;
  /** When it was asked how the day was; null before. */
  asked_at: Generated<number | null>;
}

/** What a resident needs help with. Instants are ms since 1970. */
export interface NeedTable extends Omit<PersonTable, 'address'> {
  /** As `PersonTable.address`; null of who is reached by telephone. */
  address: string | null;
  state: NeedState;
  /** What a coordinator has made of it so far, as the form of the desk is answered (`Answers` as JSON); null before. */
  completed: string | null;
  /** The id of the program it became. */
  program: string | null;
  /** Why it was declined. */
  message: string | null;
  /** When the host confirmed that the mail address is theirs; null before, and of who has none. */
  confirmed_at: Generated<number | null>;
  /** What the host has corrected since a coordinator last saw it: `Answers` as they were before, as JSON. */
  corrected: string | null;
  created_at: number;
  /** Grows with every change, so that nobody decides on what is no longer there. */
  changed_at: number;
}

/** What somebody has left for a coordinator to write back to. Instants are ms since 1970. */
export interface EnquiryTable extends PersonTable {
  /** As much of a `MatchProfile` as the person chose to show this town, as JSON; null where nothing is shown. */
  profile: string | null;
  state: 'open' | 'answered';
  /** What staff wrote back last; null before, and of who was answered in another way. */
  reply: string | null;
  created_at: number;
  /** As `NeedTable.changed_at`. */
  changed_at: number;
}

/** How many said on a day in Tokyo that a program interests them. */
export interface InterestTable {
  town: string;
  program: string;
  day: string;
  count: number;
}

/** What a town says and asks where supporters and residents find each other. */
export interface MatchingTable {
  town: string;
  /** The profile as JSON. */
  profile: string;
  changed_at: number;
}

/** What a town sets for applications for a program, wherever the program came from. */
export interface RecruitmentTable {
  town: string;
  program: string;
  /** How many may come with one application; null: as many as usual. */
  people: number | null;
  /** The program's own questions, `Field[]` as JSON. */
  questions: string;
}

/** What is told of a day of a program after it. */
export interface ReportTable {
  town: string;
  program: string;
  /** Tokyo's, as in all that follows. */
  day: string;
  done: string;
  people: number | null;
  thanks: string | null;
  changed_at: number;
}

/** What somebody said of a program after it. */
export interface FeedbackTable {
  town: string;
  program: string;
  side: 'guest' | 'host';
  /** The id of the guest's application; of the host the program's. */
  subject: string;
  good: string;
  again: string;
  message: string | null;
  given_at: number;
}

/** How somebody is tied to a town, line by line. */
export interface LedgerTable {
  town: string;
  /** What a key of this server makes of the mail address. */
  person: string;
  event: LedgerEntry['event'];
  day: string;
  program: string;
}

/** What of a program is not for everybody. */
export interface ProgramPrivateTable {
  town: string;
  program: string;
  /** Where an online program is joined, and how: for those who were accepted. */
  join_url: string | null;
  join_note: string | null;
  /** Whom to tell of applications. */
  host_email: string | null;
  /** When the host was asked how the day was; null before. */
  asked_at: Generated<number | null>;
}

export interface Tables {
  town: TownTable;
  town_moment: TownMomentTable;
  program: ProgramTable;
  program_document: ProgramDocumentTable;
  program_session: ProgramSessionTable;
  program_theme: ProgramThemeTable;
  staged_program: StagedProgramTable;
  town_key: TownKeyTable;
  mail: MailTable;
  link: LinkTable;
  secret: SecretTable;
  used_proof: UsedProofTable;
  fanclub: FanclubTable;
  furusato: FurusatoTable;
  project_figures: ProjectFiguresTable;
  staff_token: StaffTokenTable;
  staff_session: StaffSessionTable;
  staff_news: StaffNewsTable;
  notice: NoticeTable;
  signup: SignupTable;
  member: MemberTable;
  retired_number: RetiredNumberTable;
  address_change: AddressChangeTable;
  application: ApplicationTable;
  interest: InterestTable;
  need: NeedTable;
  enquiry: EnquiryTable;
  matching: MatchingTable;
  recruitment: RecruitmentTable;
  program_private: ProgramPrivateTable;
  report: ReportTable;
  feedback: FeedbackTable;
  ledger: LedgerTable;
  idempotency: IdempotencyTable;
  lease: LeaseTable;
}
