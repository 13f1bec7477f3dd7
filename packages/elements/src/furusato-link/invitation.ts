import type { ClubInvitation } from '@kankei/core';
import { html, nothing } from 'lit';
import { readTowns } from '../internal/towns.ts';
import { webLink } from '../internal/web-link.ts';
import { KankeiFurusatoInviteEvent } from './events.ts';
import { linkWords, remark, target } from './links.ts';
import type { MoreView } from './more.ts';
import { heading, paragraph } from './view.ts';

/** The signup of the same town on the page, where there is one. */
function signupOf(town: string): HTMLElement | undefined {
  const signups = [...document.querySelectorAll<HTMLElement>('kankei-fanclub-signup')];
  return signups.find((one) => readTowns(one.getAttribute('town') ?? '').includes(town));
}

/** The invitation to the fan club: to the address the town gives, else to the signup on the same page. */
export function invitationView(invitation: ClubInvitation | undefined, view: MoreView) {
  const { more, level, town } = view;
  const url = webLink(invitation?.url);
  const signup = url ? undefined : signupOf(town);
  if (!invitation || !(url || signup)) return nothing;
  return html`<section part="invitation" class="block" aria-labelledby="invitation">
    ${heading(more.invitation.title, level + 1, 'heading', 'invitation')}
    ${paragraph(invitation.text ?? more.invitation.text, view, 'text')}
    <p>
      <a
        part="link" class="button" href=${url ?? `#${signup?.closest('[id]')?.id ?? ''}`} rel="noopener" target=${url ? target(view) : nothing}
        @click=${(event: Event) => follow(event, town, !url)}
        >${linkWords(more.invitation.join, url && remark(url, view))}</a
      >
    </p>
  </section>`;
}

/** Tells the page, and leads to the signup on it. */
function follow(event: Event, town: string, here: boolean): void {
  const invited = event.currentTarget!.dispatchEvent(new KankeiFurusatoInviteEvent(town));
  if (!invited || here) event.preventDefault();
  if (!invited || !here) return;
  const signup = signupOf(town);
  signup?.scrollIntoView();
  // Whoever goes by the keyboard goes on from there.
  signup?.setAttribute('tabindex', '-1');
  signup?.focus({ preventScroll: true });
}
