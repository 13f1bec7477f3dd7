import type { Faults, Problem, ProblemCode } from '@kankei/core';
import { fanclubAddress, furusatoAddress } from './addresses.ts';
import type { Backend } from './backend.ts';
import type { BackendSources } from './choose-source.ts';
import { bytesOf, type FetchOptions } from './exchange.ts';
import { isObject } from './is-object.ts';
import { parseJson } from './parse-json.ts';
import { programsAddress } from './programs-address.ts';
import { type BackendChoice, chooseBackend } from './resolve-backend.ts';

/** What a widget asks first. */
export type SourceTopic = 'programs' | 'fanclub' | 'furusato';

/**
 * How far a question came. `address`: there is none to ask. `mixed-content`: a page on https may not ask http.
 * `cors`: the server answers, but not to this page. `blocked`: its server can be reached, this address cannot.
 * `status`: no success and no problem document. `type`: something other than JSON or a list. `json`: cut off or
 * misspelt. `refused`: a problem document, `code` says which. `faults`: an answer that breaks the contract.
 */
export type SourceOutcome =
  | 'answered'
  | 'address'
  | 'mixed-content'
  | 'offline'
  | 'cors'
  | 'blocked'
  | 'unreachable'
  | 'timeout'
  | 'too-large'
  | 'status'
  | 'type'
  | 'json'
  | 'refused'
  | 'faults';

/** What one question tells of the way to where answers come from. */
export interface SourceReport {
  kind: BackendChoice['kind'] | undefined;
  /** What was asked; for `address` where the address is written: `endpoint`, `src`, `kankei:endpoint`. */
  address: string;
  outcome: SourceOutcome;
  status?: number | undefined;
  /** The answer's content type, without parameters. */
  type?: string | undefined;
  /** Of a problem document. */
  code?: ProblemCode | undefined;
  /** What cannot be read, each by its place; also beside an answer of which the rest can be shown. */
  faults: Faults;
  /** Pictures that the answer names, one of each origin: what shows it asks there, too. */
  pictures: string[];
  /** Milliseconds from the question to the whole answer. */
  ms?: number | undefined;
  /** Milliseconds by which the server's clock is ahead of the visitor's, to about a second; where it tells its time. */
  ahead?: number | undefined;
}

export interface ExamineOptions extends FetchOptions {
  now?: () => number;
  /** False where the browser knows that there is no network. */
  online?: boolean;
}

/** The hosts a browser trusts without https. */
const trusted = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/;

const json = /^(application|text)\/([\w.-]+\+)?json$/;

/**
 * Asks once what a widget asks first, and tells what came of it. Sends nothing but the GETs that a widget sends, and
 * where one fails the same without CORS, which tells a server that says no from one that says nothing. Never rejects.
 */
export async function examineSource(
  sources: BackendSources,
  towns: readonly string[],
  topic: SourceTopic,
  options: ExamineOptions = {},
): Promise<SourceReport> {
  let choice: BackendChoice;
  try {
    choice = chooseBackend(sources);
  } catch (error) {
    const name = problemOf(error)?.errors?.[0]?.name;
    return { kind: undefined, address: name ?? 'endpoint', outcome: 'address', faults: [], pictures: [] };
  }
  const { kind } = choice;
  const address = addressOf(choice, towns, topic);
  const report = { kind, address: address.href, faults: [], pictures: [] };
  const isSecure = sources.base?.startsWith('https:');
  if (isSecure && address.protocol === 'http:' && !trusted.test(address.hostname))
    return { ...report, outcome: 'mixed-content' };
  const heard = await ask(address, kind, options);
  if ('outcome' in heard) {
    const outcome = heard.outcome === 'unreachable' ? await whyUnreached(address, sources, options) : heard.outcome;
    return { ...report, outcome };
  }
  const { status, type, ms, ahead } = heard;
  return { ...report, status, type, ms, ahead, ...(await read(heard, choice, address, towns, topic, options)) };
}

function addressOf({ kind, url }: BackendChoice, towns: readonly string[], topic: SourceTopic): URL {
  if (kind === 'file') return url.pathname.endsWith('/') ? new URL('kankei.json', url) : url;
  if (topic === 'programs') return programsAddress(url, towns, {});
  return (topic === 'fanclub' ? fanclubAddress : furusatoAddress)(url, towns[0]!);
}

interface Heard {
  bytes: Uint8Array<ArrayBuffer>;
  status: number;
  type: string;
  ms: number;
  ahead: number | undefined;
}

/** One GET as a widget sends it; never an old copy. */
async function ask(
  address: URL,
  kind: BackendChoice['kind'],
  { fetch = globalThis.fetch, timeout = 10_000, now = Date.now }: ExamineOptions,
): Promise<Heard | { outcome: SourceOutcome }> {
  const asking = {
    timeout,
    limit: 20_000_000,
    tooLarge: 'too-large',
    accept: kind === 'http' ? 'application/json' : '*/*',
    credentials: kind === 'http' ? 'omit' : 'same-origin',
    cache: 'no-store',
  } as const;
  const begun = now();
  let response: Response | undefined;
  try {
    const bytes = await bytesOf(address, asking, async (url, sending) => {
      response = await fetch(url, sending);
      return response;
    });
    const { status, headers } = response!;
    const [type = ''] = (headers.get('content-type') ?? '').split(';');
    const ms = now() - begun;
    const told = Date.parse(headers.get('date') ?? '');
    // The server wrote its time between the question and the answer.
    const ahead = Number.isNaN(told) ? undefined : told - (begun + ms / 2);
    return { bytes, status, type: type.trim().toLowerCase(), ms, ahead };
  } catch (error) {
    const code = problemOf(error)?.code;
    return { outcome: code === 'timeout' || code === 'too-large' ? code : 'unreachable' };
  }
}

/** Why nothing came back: the browser says the same to a page whatever it was. */
async function whyUnreached(
  address: URL,
  { scriptUrl, base }: BackendSources,
  { fetch = globalThis.fetch, timeout = 10_000, online = true }: ExamineOptions,
): Promise<SourceOutcome> {
  if (!online) return 'offline';
  const answers = async (url: URL) => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), timeout);
    try {
      await fetch(url, { mode: 'no-cors', cache: 'no-store', credentials: 'omit', signal: stop.signal });
      return true;
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
    }
  };
  const isForeign = !base || new URL(base).origin !== address.origin;
  if (isForeign && (await answers(address))) return 'cors';
  // What the page could load of the same server tells that it is there.
  const script = scriptUrl ? new URL(scriptUrl) : undefined;
  return script?.origin === address.origin && (await answers(script)) ? 'blocked' : 'unreachable';
}

/** The problem an error carries, told by its shape: the code that reads answers may be another copy of this library. */
const problemOf = (error: unknown) => (error as { problem?: Problem } | undefined)?.problem;

type Verdict = Pick<SourceReport, 'outcome' | 'faults'> & Partial<Pick<SourceReport, 'code' | 'pictures'>>;

async function read(
  heard: Heard,
  choice: BackendChoice,
  address: URL,
  towns: readonly string[],
  topic: SourceTopic,
  options: ExamineOptions,
): Promise<Verdict> {
  const { bytes, status, type } = heard;
  const value = parseJson(bytes);
  if (status < 200 || status > 299) {
    const code = isObject(value) ? value.code : undefined;
    // By its shape, not by the schemas: they may be among what does not come.
    return typeof code === 'string' && /^[a-z-]{1,40}$/.test(code)
      ? { outcome: 'refused', code: code as ProblemCode, faults: [] }
      : { outcome: 'status', faults: [] };
  }
  const begin = new TextDecoder().decode(bytes.subarray(0, 1000)).trimStart()[0] ?? '';
  const isList = choice.kind === 'file' && !/[<{[]/.test(begin) && !address.pathname.endsWith('.json');
  if (!isList && value === undefined)
    return { outcome: json.test(type) || /[{[]/.test(begin) ? 'json' : 'type', faults: [] };
  const pictures = picturesIn(value);
  const verdict = await check(heard, choice, address, towns, topic, options);
  return { pictures, ...verdict };
}

/** Has the whole backend read what was heard; what it asks beside that, it asks itself. */
async function check(
  { bytes, status, type }: Heard,
  { kind, url }: BackendChoice,
  address: URL,
  towns: readonly string[],
  topic: SourceTopic,
  { fetch = globalThis.fetch, timeout }: ExamineOptions,
): Promise<Verdict> {
  const replay: typeof fetch = async (input, init) =>
    (input instanceof Request ? input.url : String(input)) === address.href
      ? new Response(bytes, { status, headers: { 'content-type': type } })
      : fetch(input, init);
  const faults: Faults = [];
  const options = { fetch: replay, ...(timeout && { timeout }) };
  const onProblem = ({ errors = [] }: Problem) => void faults.push(...errors);
  const load = async (): Promise<Backend> =>
    kind === 'http'
      ? (await import('./http-backend.ts')).httpBackend(url.href, options)
      : (await import('./file-backend.ts')).fileBackend(url.href, { ...options, onProblem });
  const backend = await load().catch(() => undefined);
  // What cannot be read closer has come at least.
  if (!backend) return { outcome: 'answered', faults };
  try {
    const answer = await (topic === 'programs' ? backend.programs(towns) : backend[topic](towns[0]!));
    return { outcome: 'answered', faults, pictures: picturesIn(answer) };
  } catch (error) {
    const told = problemOf(error);
    const code = told?.code ?? 'internal';
    faults.push(...(told?.errors ?? []));
    if (code === 'bad-answer' || code === 'bad-file') return { outcome: 'faults', faults };
    return { outcome: 'refused', code, faults: faults.length ? faults : [{ name: told?.detail ?? '', reason: code }] };
  }
}

/** The pictures of an answer, wherever they stand in it, the first of each origin. */
function picturesIn(answer: unknown): string[] {
  const found = new Map<string, string>();
  const look = (value: unknown, key: string) => {
    if (typeof value !== 'object' || value === null) return;
    const { url } = value as { url?: unknown };
    const [origin] = (key === 'image' && typeof url === 'string' && /^https?:\/\/[^/?#\s]+/.exec(url)) || [];
    if (origin && !found.has(origin)) found.set(origin, url as string);
    for (const [name, inner] of Object.entries(value)) look(inner, name);
  };
  look(answer, '');
  return [...found.values()];
}
