import {
  type Faults,
  faultsOf,
  makeProblem,
  ProblemError,
  type ProgramPage,
  program,
  programItem,
  readItems,
  routePath,
  town,
  unreadProgramPage,
} from '@kankei/core';
import { isHTTPError } from 'ky';
import type { AskOptions, Backend } from './backend.ts';
import { type ExchangeOptions, type FetchOptions, get } from './get.ts';
import { httpLinks, under } from './http-links.ts';
import { lazy, lazyFurusato, lazyMatching, lazyMembers } from './lazy.ts';
import { parseJson } from './parse-json.ts';
import { programsAddress } from './programs-address.ts';
import { askedId, townCode, townCodes } from './question.ts';
import { refusal } from './refusal.ts';
import { webUrl } from './web-url.ts';

export type HttpBackendOptions = FetchOptions;

/** A page holds at most a hundred programs; even with the longest texts it stays below this many bytes. */
const answerLimit = 20_000_000;

/** How everything is asked and sent. */
const answering = {
  limit: answerLimit,
  tooLarge: 'bad-answer',
  accept: 'application/json',
  credentials: 'omit',
} as const;

/** What one question says beside its address. */
export type Asking = Pick<ExchangeOptions, 'headers' | 'cache'>;

export type Schema<T> = { safeParse(value: unknown): { success: true; data: T } | Failed };
type Failed = { success: false; error: Parameters<typeof faultsOf>[0] };

/** How a backend speaks to its server. */
export interface Server {
  base: URL;
  /** With which everything is asked and sent. */
  options: FetchOptions & typeof answering;
  /** Reads what an exchange brings; a refusal becomes the problem it tells. */
  answer<T>(schema: Schema<T>, address: URL, exchange: Promise<Uint8Array>): Promise<T>;
  /** GETs an address, below which the answer is read. */
  ask<T>(schema: Schema<T>, address: URL, options?: AskOptions, asking?: Asking): Promise<T>;
}

function speakTo(base: URL, fetching: FetchOptions): Server {
  const options = { ...fetching, ...answering };
  const answer: Server['answer'] = async (schema, address, exchange) => {
    const bytes = await exchange.catch((error: unknown) => {
      throw isHTTPError(error) ? refusal(error) : error;
    });
    const result = schema.safeParse(parseJson(bytes));
    if (!result.success) throw badAnswer(address, faultsOf(result.error));
    return result.data;
  };
  const ask: Server['ask'] = (schema, address, { signal } = {}, asking = {}) =>
    answer(schema, address, get(address, { ...options, ...asking, signal }));
  return { base, options, answer, ask };
}

/**
 * A backend that speaks the HTTP contract of `@kankei/core` at `url`, which may have a path of its own.
 * Throws a `ProblemError` (`invalid-parameter`) when `url` is not an http or https address.
 *
 * Every answer is read through the contract's schemas. A program that cannot be read is left out of its page; `total`
 * and `next` stay what the server said, so that paging goes on behind it.
 */
export function httpBackend(url: string, options: HttpBackendOptions = {}): Backend {
  const base = webUrl(url, undefined, 'endpoint');
  const server = speakTo(base, options);
  const { ask } = server;
  return {
    town: async (code, more) => ask(town, under(base, routePath('town', { code: townCode(code) })), more),
    async programs(towns, query = {}, more) {
      const address = programsAddress(base, townCodes(towns), query);
      return readPage(await ask(unreadProgramPage, address, more), address, query.cursor === undefined);
    },
    program: async (code, id, more) =>
      ask(program, under(base, routePath('program', { code: townCode(code), id: askedId(id) })), more),
    ...lazyMembers(lazy(async () => (await import('./http-members.ts')).httpMembers(server))),
    ...lazyFurusato(lazy(async () => (await import('./http-furusato.ts')).httpFurusato(server))),
    ...lazyMatching(lazy(async () => (await import('./http-matching.ts')).httpMatching(server))),
    links: httpLinks(base),
  };
}

type UnreadPage = Omit<ProgramPage, 'programs'> & { programs: unknown[] };

function readPage(page: UnreadPage, address: URL, first: boolean): ProgramPage {
  const { items, faults } = readItems(programItem, page.programs, 'programs');
  // An empty first page would say that the town has nothing.
  if (first && faults.length && !items.length) throw badAnswer(address, faults);
  return { ...page, programs: items };
}

function badAnswer(address: URL, errors: Faults): ProblemError {
  return new ProblemError(makeProblem('bad-answer', { detail: `${address.href} cannot be read`, errors }));
}
