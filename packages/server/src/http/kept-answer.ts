import type { HonoRequest } from 'hono';
import type { Answer, AnswerCache } from './answer-cache.ts';
import { chooseEncoding, compress, isWorthCompressing } from './compression.ts';
import { isFresh, type Validity } from './conditional.ts';
import { readingHeaders } from './cors.ts';
import { dataHeaders } from './security.ts';
import { wholeResponse } from './whole-response.ts';

/**
 * Answers from the kept bytes, plain or as they were compressed, and makes what is not kept; 304 without any of it when
 * the client has the answer. `type`: a media type that is worth compressing.
 */
export async function answerKept(
  request: HonoRequest,
  answers: AnswerCache,
  { tag, cacheControl }: Validity,
  { type, make }: { type: string; make: () => Promise<Answer> },
): Promise<Response> {
  const headers = {
    etag: tag,
    'cache-control': cacheControl,
    vary: 'Accept-Encoding',
    ...dataHeaders,
    ...readingHeaders,
  };
  if (isFresh(request.header('if-none-match'), tag)) return wholeResponse(null, { status: 304, headers });
  const plain = await answers.get(tag, make);
  const length = Buffer.byteLength(plain);
  const encoding = isWorthCompressing(length) ? chooseEncoding(request.header('accept-encoding')) : undefined;
  const body = encoding ? await answers.get(`${tag} ${encoding}`, () => compress(plain, encoding)) : plain;
  return wholeResponse(body, {
    headers: {
      'content-type': type,
      'content-length': String(body === plain ? length : body.length),
      ...(encoding && { 'content-encoding': encoding }),
      ...headers,
    },
  });
}
