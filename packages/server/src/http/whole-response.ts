const whole = new WeakSet<Response>();

/**
 * A response that brings every header it leaves with: what stands around the routes passes it on untouched. To look at
 * a response's headers costs as much as most answers from memory do.
 */
export function wholeResponse(body: string | Uint8Array<ArrayBuffer> | null, init: ResponseInit): Response {
  const response = new Response(body, init);
  whole.add(response);
  return response;
}

export function isWhole(response: Response): boolean {
  return whole.has(response);
}
