import { type Backend, fileBackend, httpBackend, memoryBackend } from '@kankei/client';
import { type CardKey, type MemberCard, makeProblem, type ProblemCode } from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { cardKey, memberCard, memberToken } from '../fixtures/member-card.ts';
import { fixtureTown } from '../fixtures/programs.ts';

const town = fixtureTown.code;

interface Asked {
  url: string;
  authorization: string | null;
  cache: RequestCache;
}

/** A backend whose server answers so, and all it was asked. */
function served(answer: (path: string) => Response): { backend: Backend; asked: Asked[] } {
  const asked: Asked[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    asked.push({
      url: request.url,
      authorization: request.headers.get('authorization'),
      cache: init?.cache ?? request.cache,
    });
    return answer(new URL(request.url).pathname);
  };
  return { backend: httpBackend('https://kankei.example/sub', { fetch }), asked };
}

const json = (value: unknown, status = 200) =>
  Response.json(value, { status, headers: { 'content-type': `application/${status < 400 ? '' : 'problem+'}json` } });
const code = (promise: Promise<unknown>): Promise<ProblemCode> =>
  promise.then(
    () => {
      throw new Error('was answered');
    },
    (error) => error.problem.code,
  );

describe('a backend over HTTP', () => {
  it('asks for a card with the token in a header, never in the address, and past every cache', async () => {
    const { backend, asked } = served(() => json(memberCard));
    expect(await backend.memberCard(town, memberToken)).toEqual(memberCard);
    expect(asked).toEqual([
      {
        url: `https://kankei.example/sub/v1/towns/${town}/member/card`,
        authorization: `Bearer ${memberToken}`,
        cache: 'no-store',
      },
    ]);
  });

  it('sends nothing for what can be no token, and does not repeat it', async () => {
    const { backend, asked } = served(() => json(memberCard));
    for (const token of ['', 'short', 'a b c d e f g h i j', `${memberToken}\r\nx-other: 1`, '会員'.repeat(20)])
      await expect(backend.memberCard(town, token)).rejects.toMatchObject({ problem: makeProblem('link-expired') });
    expect(asked).toEqual([]);
  });

  it('says what the server says of a link that is over', async () => {
    const { backend } = served(() => json(makeProblem('link-expired'), 401));
    expect(await code(backend.memberCard(town, memberToken))).toBe('link-expired');
  });

  it('takes no card that is none', async () => {
    for (const more of [{ number: 0 }, { statement: 'x' }, { checkUrl: 'javascript:alert(1)' }, { validUntil: '' }]) {
      const { backend } = served(() => json({ ...memberCard, ...more }));
      expect(await code(backend.memberCard(town, memberToken))).toBe('bad-answer');
    }
  });

  it('asks for the keys of a town anew each time', async () => {
    const { backend, asked } = served(() => json({ keys: [cardKey] }));
    expect(await backend.cardKeys(town)).toEqual([cardKey]);
    expect(asked).toMatchObject([{ url: `https://kankei.example/sub/v1/towns/${town}/card-key`, cache: 'no-cache' }]);
  });
});

describe('other backends', () => {
  it('over files say that only a server has cards', async () => {
    const backend = fileBackend('https://town.example/kankei.json', {
      fetch: () => Promise.reject(new Error('asked')),
    });
    expect(await code(backend.memberCard(town, memberToken))).toBe('not-found');
    expect(await code(backend.cardKeys(town))).toBe('not-found');
  });

  it('in memory know a card by its token and town', async () => {
    const cards: Record<string, MemberCard> = { [memberToken]: memberCard };
    const cardKeys: Record<string, CardKey[]> = { [town]: [cardKey] };
    const backend = memoryBackend({ towns: [fixtureTown], programs: [], cards, cardKeys });
    expect(await backend.memberCard(town, memberToken)).toBe(memberCard);
    expect(await backend.cardKeys(town)).toEqual([cardKey]);
    expect(await code(backend.memberCard(town, 'another-token-of-nobody'))).toBe('link-expired');
    expect(await code(backend.memberCard('212172', memberToken))).toBe('link-expired');
    expect(await code(backend.cardKeys('212172'))).toBe('town-not-found');
  });
});
