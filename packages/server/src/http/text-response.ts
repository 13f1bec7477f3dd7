/** A text, or its UTF-8, with its type and length. */
export function textResponse(
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  headers: Record<string, string> = {},
): Response {
  const length = String(Buffer.byteLength(body));
  return new Response(body, { headers: { 'content-type': type, 'content-length': length, ...headers } });
}
