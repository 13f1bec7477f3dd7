import { type EmbedContext, enterEmbed } from '../internal/embed-context.ts';
import { KankeiCardCheck } from './card-check.ts';

/** What the embed calls in place of `define.ts`. */
export function defineEmbedded(context: EmbedContext): Promise<void> {
  return enterEmbed(context, 'kankei-card-check', KankeiCardCheck);
}
