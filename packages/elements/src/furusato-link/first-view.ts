import type { Furusato } from '@kankei/core';
import { html } from 'lit';
import { usesView } from './uses.ts';
import { type FirstView, paragraph, said } from './view.ts';

/** True where a town says something of furusato nozei that can be shown. */
export function saysSomething({ uses, projects, form, portals, choice }: Furusato): boolean {
  return !!(uses.length || projects.length || form || portals.length || choice);
}

/** What is seen first: where the money goes. */
export function firstView({ title, intro, uses }: Furusato, view: FirstView): unknown[] {
  const { level, words } = view;
  return [
    html`<div part="title" class="title" role="heading" aria-level=${level} tabindex="-1">${said(title ?? words.title, view)}</div>`,
    paragraph(intro, view, 'intro'),
    usesView(uses, view),
  ];
}
