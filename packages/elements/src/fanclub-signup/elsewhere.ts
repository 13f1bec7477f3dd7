import type { Fanclub } from '@kankei/core';
import { html, type TemplateResult } from 'lit';
import { type Elsewhere, elsewhereEnd } from '../internal/form/elsewhere.ts';
import type { Form } from '../internal/form/form.ts';
import { richText } from '../internal/rich-text.ts';
import { welcomeView } from './form-page.ts';

/** A town that takes applications by a form of its own elsewhere is joined there. */
export function elsewherePage(club: Fanclub, form: Form, level: number): TemplateResult {
  return html`
    ${welcomeView(club, form, level, richText)} ${elsewhereEnd(club.delivery as Elsewhere, club.notice, form)}
  `;
}
