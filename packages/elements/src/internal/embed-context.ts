import { type SentRequests, takeOver } from '@kankei/client';
import { define } from './define.ts';
import { setFar } from './far.ts';
import { setScriptUrl } from './script-url.ts';

/** What the embed tells the code of a tag, which it fetches. The two share no module, so that the embed is one file. */
export interface EmbedContext {
  /** Where the embed was loaded from. */
  scriptUrl: string;
  /** The first questions of the tags seen so far, sent while their code was on its way. */
  sent: SentRequests;
  /** The elements that no visitor has come near yet. */
  far: WeakSet<Element>;
}

/** How long (ms) the first answer may take until tags are defined without it, and say that they wait. */
const hope = 300;
/** How long (ms) after a tag is defined what was sent for it is kept. */
const handover = 10_000;

/** Takes over from the embed, and defines a tag. */
export async function enterEmbed(
  { scriptUrl, sent, far }: EmbedContext,
  tag: string,
  element: Parameters<typeof define>[1],
): Promise<void> {
  // Until there is something to show, a tag's own content stands, and nothing is laid out twice.
  await Promise.race([Promise.allSettled(sent.values()), new Promise((resolve) => setTimeout(resolve, hope))]);
  setScriptUrl(scriptUrl);
  takeOver(sent);
  setFar(far);
  define(tag, element);
  setTimeout(() => sent.clear(), handover);
}
