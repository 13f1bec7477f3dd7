import { type Faults, type KankeiFile, makeProblem, type Problem, ProblemError, type Program } from '@kankei/core';
import { bytesOf, type Exchange, type FetchOptions, isHTTPError } from './exchange.ts';
import { takeSent } from './first-request.ts';
import { isObject } from './is-object.ts';
import { parseJson } from './parse-json.ts';
import { usualKankeiFile } from './usual-kankei-file.ts';
import { usualProgram } from './usual-program.ts';

/** The most bytes one file may have: ten times the longest list of events seen in the field. */
const fileLimit = 20_000_000;

/** Milliseconds for one file: lists of a whole town are larger than one answer of a server. */
const fileTimeout = 30_000;

/** A file's content, told apart by how it begins, whatever it is called. */
export type Content = { json: unknown } | { csv: Uint8Array };

/** A problem with a file. `errors` names each fault by the file's address, `#` and the place in it. */
export function fileProblem(url: URL, reason: string, faults: Faults = [], cause?: unknown): ProblemError {
  const errors = faults.map((fault) => ({ ...fault, name: fault.name ? `${url.href}#${fault.name}` : url.href }));
  const detail = `${url.href}: ${reason}`;
  return new ProblemError(
    makeProblem('bad-file', { detail, errors: errors.length ? errors : [{ name: url.href, reason }] }),
    { cause },
  );
}

/**
 * Fetches a file, checking with its server that the copy at hand is still good.
 * Rejects with `bad-file` when it is missing, too large or a web page, else as `get` does.
 */
export async function fetchFile(url: URL, options: FetchOptions): Promise<Content> {
  const ahead = options.fetch ? undefined : (takeSent(url) as Promise<Content> | undefined);
  const content = await ahead?.catch((error: unknown) => {
    // Whatever else went wrong is tried again.
    if (error instanceof ProblemError) throw error;
  });
  return content ?? readFile(url, options);
}

/** The content of a file whose answer is here already; asks again where that is no success. */
export function readAnswer(href: string, answer: Response): Promise<Content> {
  const answers = [answer];
  return readFile(new URL(href), { fetch: async (...sending) => answers.pop() ?? fetch(...sending) });
}

async function readFile(url: URL, options: FetchOptions): Promise<Content> {
  const asking = {
    timeout: fileTimeout,
    ...options,
    limit: fileLimit,
    tooLarge: 'bad-file',
    accept: '*/*',
    cache: 'no-cache',
    // A town's test site behind a password works; a file elsewhere learns nothing of the visitor.
    credentials: 'same-origin',
  } as const;
  const bytes = await bytesOf(url, asking, onceThenRetrying(options)).catch((error: unknown) => {
    if (!isHTTPError(error)) throw error;
    const { status } = error.response;
    if (status !== 429 && status < 500) throw fileProblem(url, `http-${status}`);
    throw new ProblemError(makeProblem('unavailable', { detail: `${url.href}: http-${status}` }));
  });
  const begin = new TextDecoder().decode(bytes.subarray(0, 1000)).trimStart()[0];
  // A missing file is often answered with a page that says so and the status of a success.
  if (begin === '<') throw fileProblem(url, 'html');
  if (begin !== '{' && begin !== '[') return { csv: bytes };
  const json = parseJson(bytes);
  if (json === undefined) throw fileProblem(url, 'not-json');
  return { json };
}

/** One plain request tells most files all they need; what came of it otherwise is the first of several tries. */
function onceThenRetrying({ fetch = globalThis.fetch }: FetchOptions): Exchange {
  return async (url, sending, giveUp) => {
    const first = fetch(url, sending);
    const response = await first.catch(() => undefined);
    if (response?.ok) return response;
    if (sending.signal.aborted) throw sending.signal.reason;
    const { retrying } = await import('./get.ts');
    let tries = 0;
    return retrying({ fetch: (...again) => (tries++ ? fetch(...again) : first) })(url, sending, giveUp);
  };
}

/** What `load` brings of the script; that it does not come is a failure of the network like any other. */
function loaded<T>(load: Promise<T>, what: string): Promise<T> {
  return load.catch((cause: unknown) => {
    throw new ProblemError(makeProblem('network', { detail: `${what} did not load` }), { cause });
  });
}

const loadChecks = () => loaded(import('./checked-file.ts'), 'the schemas of files');

/** True for a `kankei.json`, by its name or by the towns in it; false for one list of programs. */
export function tellsTowns(url: URL, content: Content): boolean {
  if (url.pathname.endsWith('/kankei.json')) return true;
  return 'json' in content && isObject(content.json) && ('town' in content.json || 'towns' in content.json);
}

/** Reads a `kankei.json`. Rejects with `bad-file` and the places of all that is wrong with it. */
export async function kankeiFileAt(url: URL, json: unknown): Promise<KankeiFile> {
  const usual = usualKankeiFile(json);
  if (usual) return usual;
  const { readKankeiFile } = await loadChecks();
  const read = readKankeiFile(json);
  if ('faults' in read) throw fileProblem(url, 'not-a-kankei-file', read.faults);
  return read.file;
}

export interface ReadOptions {
  /** Whose the programs are that name no town themselves. */
  town: string;
  base: string;
  /** Told of what was left out, with the rest shown. */
  onProblem: (problem: Problem) => void;
}

/**
 * The programs of a file. What cannot be read is reported and leaves the rest alone; rejects with `bad-file` when
 * nothing can.
 */
export async function readPrograms(url: URL, content: Content, options: ReadOptions): Promise<Program[]> {
  const read = 'csv' in content ? readCsv(url, content.csv, options) : readList(url, content.json, options);
  const { programs, faults } = await read;
  if (!faults.length) return programs;
  const { problem } = fileProblem(url, programs.length ? 'partly unreadable' : 'unreadable', faults);
  if (!programs.length) throw new ProblemError(problem);
  options.onProblem(problem);
  return programs;
}

interface Read {
  programs: Program[];
  /** What could not be taken as it stands, by its place in the file. */
  faults: Faults;
}

async function readCsv(url: URL, bytes: Uint8Array, { town, base }: ReadOptions): Promise<Read> {
  const { readCodedEventCsv } = await loaded(import('@kankei/formats/event-csv'), 'the reader of event CSV');
  try {
    const { programs, problems } = readCodedEventCsv(bytes, { town, base });
    return { programs, faults: problems.map(({ row, column, code }) => ({ name: `${row}.${column}`, reason: code })) };
  } catch (cause) {
    const told = cause instanceof ProblemError ? cause.problem : undefined;
    // Worth a word to who imports it; on a page, a town that offers nothing at present.
    if (told?.errors?.some(({ name }) => name === 'rows')) return { programs: [], faults: [] };
    // What is no event CSV at all says so itself; which file it is, it cannot know.
    throw fileProblem(url, told?.detail ?? 'unreadable', told?.errors, cause);
  }
}

/** An array of programs, bare or under `programs`. The schemas are fetched only where something is not usual. */
async function readList(url: URL, json: unknown, { town }: ReadOptions): Promise<Read> {
  const list: unknown = isObject(json) ? json.programs : json;
  if (!Array.isArray(list)) throw fileProblem(url, 'no-programs');
  const usual = list.map((item: unknown) => usualProgram(item, town));
  const check = usual.includes(undefined) ? (await loadChecks()).checkProgram : undefined;
  const faults: Faults = [];
  const programs = usual.map((known, index) => {
    if (known || !check) return known;
    const item: unknown = list[index];
    const checked = check(isObject(item) ? { town, ...item } : item, `programs.${index}`);
    if ('program' in checked) return checked.program;
    faults.push(...checked.faults);
    return undefined;
  });
  return { programs: programs.filter((one) => one !== undefined), faults };
}
