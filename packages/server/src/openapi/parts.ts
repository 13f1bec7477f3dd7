import { type JsonSchema, type SchemaName, schemaRef } from './schemas.ts';

export type Method = 'get' | 'post' | 'patch' | 'delete';

const noStore: JsonSchema = { 'Cache-Control': { schema: { type: 'string', const: 'no-store' } } };

/** The body of a request. */
export function sent(name: SchemaName): JsonSchema {
  return { required: true, content: { 'application/json': { schema: schemaRef(name) } } };
}

/** An answer that nothing keeps. */
export function given(description: string, name: SchemaName): JsonSchema {
  return { description, headers: noStore, content: { 'application/json': { schema: schemaRef(name) } } };
}

export function problem(name: string): JsonSchema {
  return { $ref: `#/components/responses/${name}` };
}

interface Taking {
  operationId: string;
  summary: string;
  description: string;
  sent: SchemaName;
  given: [description: string, name: SchemaName];
}

/** What takes a thing in once, however often it is sent under its key. */
export function taking({ operationId, summary, description, ...one }: Taking): JsonSchema {
  return {
    operationId,
    summary,
    description: `${description}proof には、GET …/proof の問題を解いた結果を添えます。`,
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
        description:
          'この送信を表す文字列。24時間のうちに同じ内容をもう一度送っても、一度だけ受け付けます。内容がちがえば 409 を返します。',
        schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{16,100}$' },
      },
    ],
    requestBody: sent(one.sent),
    responses: {
      202: given(...one.given),
      400: problem('Unusable'),
      403: problem('Foreign'),
      404: problem('Unknown'),
      409: problem('Reused'),
      413: problem('TooLarge'),
      422: problem('Faulty'),
      429: problem('TooMany'),
    },
  };
}
