import { type ProgramQuery, programQuery, type RouteName, routes, townLimit } from '@kankei/core';
import { feedLimits } from '../routes/feeds.ts';
import { memberOperations, memberToken } from './member-operations.ts';
import { participationOperations } from './participation-operations.ts';
import { componentSchemas, type JsonSchema, queryParameterSchemas, schemaRef } from './schemas.ts';

/** What a route takes and gives beside what its path says. */
interface Operation {
  summary: string;
  description?: string;
  query?: readonly (keyof ProgramQuery)[];
  type: string;
  schema: JsonSchema;
  /** Another answer each time, and not to everybody who asks too often. */
  limited?: boolean;
}

const text: JsonSchema = { type: 'string' };
const integer: JsonSchema = { type: 'integer' };
const listing = Object.keys(programQuery.shape) as (keyof ProgramQuery)[];
/** Feeds are not paged. */
const filters = listing.filter((name) => name !== 'limit' && name !== 'cursor');

const operations: Partial<Record<RouteName, Operation>> = {
  town: {
    summary: '町の紹介',
    type: 'application/json',
    schema: schemaRef('Town'),
  },
  programs: {
    summary: '募集の一覧',
    description: 'ひとつの項目に値をいくつか書くと「どれか」、項目をいくつか書くと「すべて」で絞り込みます。',
    query: listing,
    type: 'application/json',
    schema: schemaRef('ProgramPage'),
  },
  program: {
    summary: '募集ひとつのすべて',
    type: 'application/json',
    schema: schemaRef('Program'),
  },
  programCalendar: {
    summary: '募集ひとつの予定（iCalendar）',
    description: '日にちのわからない募集には 404 を返します。',
    type: 'text/calendar',
    schema: text,
  },
  calendar: {
    summary: '購読用のカレンダー（iCalendar）',
    description: `日にちのわかる募集を、はじめの ${feedLimits.calendar} 件まで。`,
    query: filters,
    type: 'text/calendar',
    schema: text,
  },
  rss: {
    summary: '新しい募集（RSS 2.0）',
    description: `${feedLimits.rss} 件まで。sort を書かなければ、新しい順です。`,
    query: filters,
    type: 'application/rss+xml',
    schema: text,
  },
  jsonLd: {
    summary: '検索エンジン向けの schema.org Event（JSON-LD）',
    description: `日にちのわかる募集を、はじめの ${feedLimits.jsonLd} 件まで。`,
    query: filters,
    type: 'application/ld+json',
    schema: { type: 'object' },
  },
  csv: {
    summary: 'オープンデータ（推奨データセット形式の CSV）',
    description: 'past を書かなければ、終わった募集も含めたすべてです。',
    query: filters,
    type: 'text/csv',
    schema: text,
  },
  fanclub: {
    summary: '町のファンクラブの紹介と、申し込みのときに尋ねること',
    type: 'application/json',
    schema: schemaRef('Fanclub'),
  },
  furusato: {
    summary: '町のふるさと納税の使い道、プロジェクト、寄付の窓口',
    description: '返礼品やポイントを強調した文は、返しません。',
    type: 'application/json',
    schema: schemaRef('Furusato'),
  },
  matching: {
    summary: '募集への申し込みや、困りごとの受け付けで、町が尋ねること',
    type: 'application/json',
    schema: schemaRef('Matching'),
  },
  cardKey: {
    summary: '会員証を確かめるための公開鍵（JSON Web Key Set）',
    description: '会員証のQRコードの署名を、この鍵で確かめます。最初の会員証を作るまでは空です。古い鍵も残ります。',
    type: 'application/json',
    schema: schemaRef('CardKeySet'),
  },
  proof: {
    summary: '送信の前に解く計算問題（altcha）',
    description:
      '登録などを送るときに、解いた結果を添えます。問題は町ごとで、一度だけ使えます。混み合うほど難しくなります。',
    type: 'application/json',
    schema: schemaRef('ProofChallenge'),
    limited: true,
  },
  postal: {
    summary: '郵便番号から市区町村を引く表',
    description:
      '郵便番号の初めの3桁ごとに、市区町村と町域を返します。日本郵便の郵便番号データをもとにしています（日本郵便は著作権を主張していません）。',
    type: 'application/json',
    schema: schemaRef('PostalShard'),
  },
};

const parameterTexts: Record<keyof ProgramQuery, string> = {
  id: 'この番号の募集だけ',
  q: '探すことば。空白で区切ると、すべてを含むものを探します。全角・半角、ひらがな・カタカナは区別しません。',
  kind: '種類',
  theme: 'テーマ',
  mode: '現地か、オンラインか',
  area: '地域',
  town: 'たずねた町のうち、この町だけ（市区町村コード）',
  effort: '体への負担：軽い（light）、ふつう（medium）、きつい（hard）',
  pay: '受け取るもの：なし（volunteer）、お礼（thanks）、報酬（wage）',
  place: '場所の名前・住所・地域の一部',
  from: 'この日から（日本時間）',
  to: 'この日まで（日本時間）',
  open: 'true なら、いま参加を申し込めるものだけ',
  past: '終わったもの：除く（exclude）、含める（include）、それだけ（only）',
  sort: '並び順：近い順（soon）、新しい順（new）、締め切りの近い順（deadline）',
  limit: '1ページの件数',
  cursor: '前のページの next の値',
};

const pathParameters: Record<string, { description: string; schema: JsonSchema }> = {
  code: { description: '市区町村コード（6桁）', schema: { type: 'string', pattern: '^\\d{6}$' } },
  codes: {
    description: `市区町村コード（6桁）。カンマで区切って ${townLimit} 町まで`,
    schema: { type: 'string', pattern: `^\\d{6}(,\\d{6}){0,${townLimit - 1}}$` },
  },
  id: { description: '募集の ID', schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,100}$' } },
  prefix: { description: '郵便番号の初めの3桁', schema: { type: 'string', pattern: '^\\d{3}$' } },
};

/** Describes every route of the contract as an OpenAPI 3.1 document. */
export function makeOpenApi({ publicUrl, version }: { publicUrl: string; version: string }): JsonSchema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'kankei',
      version,
      description: '町に関わるための募集を、どのサイトからも読めます。時刻はすべて日本時間です。',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    security: [],
    paths: Object.fromEntries((Object.keys(routes) as RouteName[]).map((name) => [routes[name], describePath(name)])),
    components: {
      securitySchemes: { memberToken },
      schemas: componentSchemas(),
      responses: {
        Unusable: problemResponse('使えない値がある'),
        Unknown: problemResponse('たずねたものがない'),
        TooMany: problemResponse('短い間に多すぎる。Retry-After の秒数だけ待つ', {
          'Retry-After': { schema: integer },
        }),
        Foreign: problemResponse('書き込みを許していないサイトから送られた'),
        LinkExpired: problemResponse('会員のリンクが、もう使えない'),
        Reused: problemResponse('同じ Idempotency-Key で、ちがう内容が送られた。または、もう受け付けていない'),
        TooLarge: problemResponse('送られたものが大きすぎる'),
        Faulty: problemResponse('送られた内容に、直すところがある。errors に項目の名前と理由'),
      },
    },
  };
}

/** All that can be done at a route. */
function describePath(name: RouteName): JsonSchema {
  const reading = operations[name];
  return {
    parameters: inPath(routes[name]),
    ...(reading && { get: describe(name, reading) }),
    ...memberOperations[name],
    ...participationOperations[name],
  };
}

function describe(name: RouteName, { summary, description, query = [], type, schema, limited }: Operation): JsonSchema {
  const headers = { 'Cache-Control': { schema: text }, ...(!limited && { ETag: { schema: text } }) };
  return {
    operationId: name,
    summary,
    ...(description ? { description } : {}),
    parameters: inQuery(query),
    responses: {
      200: {
        description: summary,
        headers,
        content: { [type]: { schema } },
      },
      ...(!limited && { 304: { description: 'If-None-Match に書かれた写しが、まだ使える' } }),
      400: { $ref: '#/components/responses/Unusable' },
      404: { $ref: '#/components/responses/Unknown' },
      ...(limited && { 429: { $ref: '#/components/responses/TooMany' } }),
    },
  };
}

function inPath(path: string): JsonSchema[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    ...pathParameters[name],
  }));
}

function inQuery(names: readonly (keyof ProgramQuery)[]): JsonSchema[] {
  const schemas = queryParameterSchemas();
  return names.map((name) => ({ name, in: 'query', description: parameterTexts[name], schema: schemas[name] }));
}

function problemResponse(description: string, headers: JsonSchema = {}): JsonSchema {
  return { description, headers, content: { 'application/problem+json': { schema: schemaRef('Problem') } } };
}
