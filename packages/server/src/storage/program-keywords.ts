import { fold, type Program, type ProgramQuery, placeText, searchText, searchWords } from '@kankei/core';
import { type QueryExecutorProvider, sql } from 'kysely';

/**
 * The index that keywords are looked up in: SQLite's FTS5 over pairs of neighbouring characters, for Japanese sets no
 * spaces between words and a keyword is often two characters long, or one. As pairs in a row find exactly the texts
 * that hold the word, no text has to be read again to make sure.
 */

/** A folded word that is not empty, and what is to hold it: `searchText` or `placeText` of core. */
export interface Word {
  column: 'search' | 'place';
  word: string;
}

/** The words a query asks for; every one must be held. What folds to nothing is held by every text. */
export function wordsOf({ q, place }: ProgramQuery): Word[] {
  const words: Word[] = q ? searchWords(q).map((word) => ({ column: 'search', word })) : [];
  const wanted = place ? fold(place) : '';
  return wanted ? [...words, { column: 'place', word: wanted }] : words;
}

/** A UTF-16 unit as text that FTS5 takes for part of a word, whatever it stands for. */
const spell = (unit: number) => unit.toString(16).padStart(4, '0');

/**
 * A folded text as its pairs, one beginning at each character; the last stands alone. Each carries the town's code, so
 * that what is found for one town was not looked for in others.
 */
export function toGrams(town: string, text: string): string {
  const grams: string[] = [];
  for (let at = 0; at < text.length; at++)
    grams.push(town + spell(text.charCodeAt(at)) + (at + 1 < text.length ? spell(text.charCodeAt(at + 1)) : ''));
  return grams.join(' ');
}

/** The FTS5 query for a word: its pairs in a row, or any pair a single character begins. */
function toMatch(town: string, { column, word }: Word): string {
  if (word.length === 1) return `${column} : "${toGrams(town, word)}" *`;
  const grams = toGrams(town, word);
  return `${column} : "${grams.slice(0, grams.lastIndexOf(' '))}"`;
}

/** The numbers of the town's programs, withdrawn ones too, that hold the word; smallest first. */
export async function findNumbers(db: QueryExecutorProvider, town: string, word: Word): Promise<Iterable<number>> {
  // As one text: a row for each would take many times as long to hand over. As its bytes: a text of tens of thousands
  // of numbers, and an array of them, would lie about until all memory is cleared up.
  const { rows } = await sql<{ numbers: Uint8Array | null }>`
    select cast(group_concat(rowid) as blob) as numbers from program_gram
    where program_gram match ${toMatch(town, word)}
  `.execute(db);
  return readNumbers(rows[0]?.numbers ?? new Uint8Array());
}

const [comma, zero] = [0x2c, 0x30];

/** The whole numbers of a text with commas between them. */
function* readNumbers(text: Uint8Array): Generator<number> {
  let number = 0;
  for (const unit of text) {
    if (unit === comma) {
      yield number;
      number = 0;
    } else number = number * 10 + unit - zero;
  }
  if (text.length) yield number;
}

/** Makes programs findable by their present texts. */
export async function writeKeywords(
  db: QueryExecutorProvider,
  programs: readonly { number: number; program: Program }[],
): Promise<void> {
  if (!programs.length) return;
  const rows = programs.map(({ number, program }) => {
    const { town } = program;
    return sql`(${number}, ${toGrams(town, searchText(program))}, ${toGrams(town, placeText(program))})`;
  });
  await sql`insert or replace into program_gram (rowid, search, place) values ${sql.join(rows)}`.execute(db);
}
