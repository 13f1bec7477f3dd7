import { routes } from '@kankei/core';
import { saveFurusato, saveMatching } from '@kankei/server';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureFurusato } from '../fixtures/furusato.ts';
import { fixturePrograms, now } from '../fixtures/programs.ts';
import { fixtureMatching } from './application-world.ts';
import { type MemberWorld, makeMemberServer, memberPath, membersPath } from './member-world.ts';

interface Parameter {
  name: string;
  in: 'path' | 'query';
  schema: object;
}
type Method = 'get' | 'post' | 'patch' | 'delete';
interface Operation {
  parameters?: Parameter[];
  security?: object[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, Answer>;
}
interface OpenApi {
  paths: Record<string, { parameters: Parameter[] } & Partial<Record<Method, Operation>>>;
  components: { schemas: Record<string, object> };
}
interface Answer {
  $ref?: string;
  content?: Record<string, { schema: object }>;
}

let world: MemberWorld;
let document: OpenApi;
beforeAll(async () => {
  world = await makeMemberServer();
  await saveFurusato(world.db, '999997', fixtureFurusato, now);
  await saveMatching(world.db, '999997', fixtureMatching, now);
  document = (await (await world.get('/openapi.json')).json()) as OpenApi;
});
afterAll(() => world.db.destroy());

/** Checks a value against a schema of the document. */
function check(schema: object, value: unknown): void {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat('iri', (text: string) => URL.canParse(text));
  const validate = ajv.compile({ ...schema, components: document.components });
  expect(validate(value) ? [] : validate.errors).toEqual([]);
}

/** A path with its placeholders filled. */
function fill(path: string): string {
  return path
    .replace('{code}', '999997')
    .replace('{codes}', '999997,212172')
    .replace('{id}', 'harvest')
    .replace('{prefix}', '509');
}

describe('/openapi.json', () => {
  it('is a valid OpenAPI 3.1 document', async () => {
    const result = await new Validator().validate(structuredClone<object>(document) as Record<string, unknown>);
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
  });

  it('describes every route of the contract and no other', () => {
    expect(Object.keys(document.paths).sort()).toEqual(Object.values(routes).sort());
  });

  it.each(Object.values(routes))('names what stands in the path of %s', (path) => {
    const placeholders = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(document.paths[path]!.parameters.map((one) => one.name)).toEqual(placeholders);
  });

  /** What takes something in, or is for one person alone. */
  const closed = ['members', 'member', 'memberCard', 'applications', 'interests', 'needs', 'enquiries', 'matches'];
  const open = Object.entries(routes).flatMap(([name, path]) => (closed.includes(name) ? [] : [path]));

  it.each(open)('says of %s what is really answered', async (path) => {
    const { responses } = document.paths[path]!.get!;
    const response = await world.get(fill(path));
    const type = response.headers.get('content-type')!.split(';')[0]!;
    const content = responses['200']!.content!;
    expect(Object.keys(content)).toEqual([type]);
    const body = await response.text();
    check(content[type]!.schema, type.endsWith('json') ? JSON.parse(body) : body);
  });

  it.each(open)('says which parameters %s takes', async (path) => {
    const named = document.paths[path]!.get!.parameters!.map(({ name }) => name);
    const values: Record<string, string> = {
      open: 'true',
      past: 'include',
      sort: 'new',
      limit: '5',
      kind: 'help',
      mode: 'online',
      town: '999997',
      effort: 'light',
      pay: 'wage',
    };
    const days = { from: '2026-01-01', to: '2026-12-31' };
    for (const name of [
      'id',
      'q',
      'kind',
      'theme',
      'mode',
      'area',
      'town',
      'effort',
      'pay',
      'place',
      'from',
      'to',
      'open',
      'past',
      'sort',
      'limit',
      'cursor',
    ]) {
      const value = { ...values, ...days, cursor: '0.0.0.999997.a' }[name] ?? 'x';
      const { status } = await world.get(`${fill(path)}?${name}=${value}`);
      expect(status, name).toBe(named.includes(name) ? 200 : 400);
    }
  });

  it('says how to apply, and how to say that one is interested', async () => {
    const sendings = {
      applications: {
        answers: { name: '山田 花子', email: 'hana@example.jp', people: '1', privacy: true },
        language: 'ja',
        noticeVersion: fixtureMatching.notice!.version,
      },
      interests: {},
    };
    for (const [name, sending] of Object.entries(sendings)) {
      const path = routes[name as keyof typeof sendings];
      const post = document.paths[path]!.post!;
      const body = { ...sending, proof: await world.prove() };
      check(post.requestBody!.content['application/json']!.schema, body);
      const send = (key: string) =>
        world.get(fill(path), {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify(body),
        });
      const answered = await send(`a-key-for-${name}-here`);
      expect(answered.status).toBe(202);
      check(post.responses[202]!.content!['application/json']!.schema, await answered.json());
      expect(Object.keys(post.responses)).toContain(String((await send('another-key-is-here')).status));
    }
  });

  it('says how to join, and what a member is told', async () => {
    const of = (path: string, method: Method) => document.paths[path]![method]!;
    const bodyOf = (operation: Operation) => operation.requestBody!.content['application/json']!.schema;
    const answerOf = (operation: Operation, status: number) =>
      operation.responses[status]!.content!['application/json']!.schema;
    const join = of(routes.members, 'post');
    check(bodyOf(join), world.signup());
    expect(() => check(bodyOf(join), { ...world.signup(), language: 1 })).toThrow();
    const joined = await world.join(world.signup());
    check(answerOf(join, joined.status), await joined.json());
    const token = await world.becomeMember({ email: 'taro@example.jp' });
    for (const path of [routes.member, routes.memberCard]) {
      const operation = of(path, 'get');
      expect(operation.security).toEqual([{ memberToken: [] }]);
      const headers = { authorization: `Bearer ${token}` };
      const answered = await world.get(fill(path), { headers });
      check(answerOf(operation, answered.status), await answered.json());
      expect(Object.keys(operation.responses)).toContain(String((await world.get(fill(path))).status));
    }
    const change = of(routes.member, 'patch');
    const body = { cardName: 'はなちゃん' };
    check(bodyOf(change), body);
    const changed = await world.own(token, { method: 'PATCH', body: JSON.stringify(body) });
    check(answerOf(change, changed.status), await changed.json());
    const leave = of(routes.member, 'delete');
    expect(Object.keys(leave.responses)).toContain(String((await world.own(token, { method: 'DELETE' })).status));
  });

  it('says how a signup is refused', async () => {
    const { responses } = document.paths[routes.members]!.post!;
    const { Problem } = document.components.schemas;
    const refusals = [
      await world.send('{'),
      await world.send(world.signup({ email: 'hana' })),
      await world.send(world.signup()),
      await world.send('x'.repeat(70_000)),
      await world.get(membersPath, { method: 'POST' }),
      await world.send(world.signup(), undefined, { origin: 'https://elsewhere.example' }),
      await world.get(memberPath.replace('999997', '212172').replace(/member$/, 'members'), { method: 'POST' }),
    ];
    for (const refused of refusals) {
      expect(Object.keys(responses)).toContain(String(refused.status));
      check(Problem!, await refused.json());
    }
  });

  it('says how a refusal looks', async () => {
    const problem = document.components.schemas.Problem!;
    for (const path of ['/v1/towns/1', '/v1/towns/011002', '/v1/towns/999997/programs?limit=0', '/nothing'])
      check(problem, await (await world.get(path)).json());
  });

  it('has schemas that tell good from bad', () => {
    const { Program } = document.components.schemas;
    for (const program of fixturePrograms) check(Program!, program);
    expect(() => check(Program!, { ...fixturePrograms[0], fee: -1 })).toThrow();
    expect(() => check(Program!, { ...fixturePrograms[0], sessions: [{ startDate: '2026-02-30' }] })).toThrow();
  });
});
