import type { Image } from '@kankei/core';
import { html, nothing } from 'lit';
import { webLink } from './web-link.ts';

/**
 * A picture in room of its own (4:3); nothing where there is none, or where it does not load: then it loses its address
 * and with it its room, until another comes in its place.
 */
export function picture(image: Image | undefined, loading: 'lazy' | 'eager' = 'eager') {
  const url = webLink(image?.url);
  if (!url) return nothing;
  const remove = (event: Event) => (event.target as Element).removeAttribute('src');
  return html`<img part="image" class="picture" src=${url} alt=${image?.alt ?? ''} width="4" height="3" loading=${loading} decoding="async" @error=${remove} />`;
}
