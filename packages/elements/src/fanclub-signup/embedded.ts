import { type EmbedContext, enterEmbed } from '../internal/embed-context.ts';
import { KankeiFanclubSignup } from './fanclub-signup.ts';

/** What the embed calls in place of `define.ts`. */
export function defineEmbedded(context: EmbedContext): Promise<void> {
  return enterEmbed(context, 'kankei-fanclub-signup', KankeiFanclubSignup);
}
