import { define } from '../internal/define.ts';
import { type EmbedContext, enterEmbed } from '../internal/embed-context.ts';
import { KankeiFurusatoLink } from './furusato-link.ts';

/** What the embed calls in place of `define.ts`. */
export function defineEmbedded(context: EmbedContext): void {
  enterEmbed(context);
  define('kankei-furusato-link', KankeiFurusatoLink);
}
