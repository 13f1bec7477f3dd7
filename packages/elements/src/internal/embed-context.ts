import { type SentRequests, takeOver } from '@kankei/client';
import { setScriptUrl } from './script-url.ts';

/** What the embed tells the code of a tag, which it fetches. The two share no module, so that the embed is one file. */
export interface EmbedContext {
  /** Where the embed was loaded from. */
  scriptUrl: string;
  /** The first questions of the tags seen so far, sent while their code was on its way. */
  sent: SentRequests;
}

/** Called once for each tag, before it is defined. */
export function enterEmbed({ scriptUrl, sent }: EmbedContext): void {
  setScriptUrl(scriptUrl);
  takeOver(sent);
}
