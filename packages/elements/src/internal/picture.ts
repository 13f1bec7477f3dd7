import type { Image } from '@kankei/core';
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { webLink } from './web-link.ts';

/** A picture in room of its own (4:3); nothing where there is none, or where it does not load. */
export function picture(image: Image | undefined, loading: 'lazy' | 'eager' = 'eager') {
  const url = webLink(image?.url);
  if (!url) return nothing;
  const remove = (event: Event) => (event.target as HTMLElement).parentElement?.setAttribute('hidden', '');
  // Keyed: a picture that did not load must not hide the next one that comes in its place.
  return keyed(
    url,
    html`<div class="picture">
      <img part="image" src=${url} alt=${image?.alt ?? ''} width="4" height="3" loading=${loading} decoding="async" @error=${remove} />
    </div>`,
  );
}
