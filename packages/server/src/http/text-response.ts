/** A text with its type and length. */
export function textResponse(body: string, type: string, headers: Record<string, string> = {}): Response {
  const length = String(Buffer.byteLength(body));
  return new Response(body, { headers: { 'content-type': type, 'content-length': length, ...headers } });
}
