import {
  cardKeySet,
  type Faults,
  fanclub,
  faultsOf,
  makeProblem,
  memberCard,
  ProblemError,
  type ProgramPage,
  program,
  programItem,
  proofChallenge,
  readItems,
  routePath,
  signupAccepted,
  town,
  unreadProgramPage,
} from '@kankei/core';
import { isHTTPError } from 'ky';
import type { AskOptions, Backend } from './backend.ts';
import { fanclubAddress, programsAddress } from './first-request.ts';
import { type ExchangeOptions, type FetchOptions, get, send } from './get.ts';
import { httpLinks, under } from './http-links.ts';
import { parseJson } from './parse-json.ts';
import { postalLookup } from './postal.ts';
import { askedId, memberToken, townCode, townCodes } from './question.ts';
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
type Asking = Pick<ExchangeOptions, 'headers' | 'cache'>;

/** Milliseconds for something that is sent, its repetitions included. */
const sendTimeout = 30_000;

/**
 * A backend that speaks the HTTP contract of `@kankei/core` at `url`, which may have a path of its own.
 * Throws a `ProblemError` (`invalid-parameter`) when `url` is not an http or https address.
 *
 * Every answer is read through the contract's schemas. A program that cannot be read is left out of its page; `total`
 * and `next` stay what the server said, so that paging goes on behind it.
 */
export function httpBackend(url: string, options: HttpBackendOptions = {}): Backend {
  const base = webUrl(url, undefined, 'endpoint');
  const ask = async (address: URL, { signal }: AskOptions = {}, more: Asking = {}): Promise<unknown> => {
    const bytes = await get(address, {
      ...options,
      ...answering,
      ...more,
      signal,
    }).catch((error: unknown) => {
      throw isHTTPError(error) ? refusal(error) : error;
    });
    return parseJson(bytes);
  };
  return {
    async town(code, more) {
      const address = under(base, routePath('town', { code: townCode(code) }));
      return read(town, await ask(address, more), address);
    },
    async programs(towns, query = {}, more) {
      const address = programsAddress(base, townCodes(towns), query);
      return readPage(await ask(address, more), address, query.cursor === undefined);
    },
    async program(code, id, more) {
      const address = under(base, routePath('program', { code: townCode(code), id: askedId(id) }));
      return read(program, await ask(address, more), address);
    },
    async proof(code, more) {
      const address = under(base, routePath('proof', { code: townCode(code) }));
      return read(proofChallenge, await ask(address, more), address);
    },
    postal: postalLookup((prefix) => under(base, routePath('postal', { prefix })), options),
    async fanclub(code, more) {
      const address = fanclubAddress(base, townCode(code));
      return read(fanclub, await ask(address, more), address);
    },
    async join(code, signup, { key, signal }) {
      const address = under(base, routePath('members', { code: townCode(code) }));
      const bytes = await send(address, {
        ...options,
        ...answering,
        timeout: options.timeout ?? sendTimeout,
        signal,
        json: signup,
        headers: { 'idempotency-key': key },
        repeatable: true,
      }).catch((error: unknown) => {
        throw isHTTPError(error) ? refusal(error) : error;
      });
      return read(signupAccepted, parseJson(bytes), address);
    },
    async memberCard(code, token, more) {
      const address = under(base, routePath('memberCard', { code: townCode(code) }));
      const headers = { authorization: `Bearer ${memberToken(token)}` };
      return read(memberCard, await ask(address, more, { headers, cache: 'no-store' }), address);
    },
    async cardKeys(code, more) {
      const address = under(base, routePath('cardKey', { code: townCode(code) }));
      return read(cardKeySet, await ask(address, more, { cache: 'no-cache' }), address).keys;
    },
    links: httpLinks(base),
  };
}

function readPage(answer: unknown, address: URL, first: boolean): ProgramPage {
  const page = read(unreadProgramPage, answer, address);
  const { items, faults } = readItems(programItem, page.programs, 'programs');
  // An empty first page would say that the town has nothing.
  if (first && faults.length && !items.length) throw badAnswer(address, faults);
  return { ...page, programs: items };
}

type Schema<T> = { safeParse(value: unknown): { success: true; data: T } | Failed };
type Failed = { success: false; error: Parameters<typeof faultsOf>[0] };

function read<T>(schema: Schema<T>, answer: unknown, address: URL): T {
  const result = schema.safeParse(answer);
  if (!result.success) throw badAnswer(address, faultsOf(result.error));
  return result.data;
}

function badAnswer(address: URL, errors: Faults): ProblemError {
  return new ProblemError(makeProblem('bad-answer', { detail: `${address.href} cannot be read`, errors }));
}
