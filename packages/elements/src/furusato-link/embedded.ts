import { type EmbedContext, enterEmbed } from '../internal/embed-context.ts';
import { KankeiFurusatoLink } from './furusato-link.ts';

/** What the embed calls in place of `define.ts`. */
export function defineEmbedded(context: EmbedContext): Promise<void> {
  return enterEmbed(context, 'kankei-furusato-link', KankeiFurusatoLink);
}
