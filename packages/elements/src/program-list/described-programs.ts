import { describePrograms } from '@kankei/client/json-ld';
import type { ProgramItem } from '@kankei/core';
import { html, render } from 'lit';
import { programHref } from '../internal/program/program-link.ts';

/** What a list shows, and for when. */
interface Shown {
  programs: readonly ProgramItem[];
  now: number;
}

const lists = new Map<HTMLElement, Shown>();
const scripts = new WeakMap<HTMLElement, HTMLScriptElement>();
let turn = 0;

/**
 * Keeps what a list shows as JSON-LD among its children, where search engines read it; undefined takes it away. What
 * several lists of a page show is described once.
 */
export async function describeList(list: HTMLElement, shown: Shown | undefined): Promise<void> {
  if (shown) lists.set(list, shown);
  else if (lists.delete(list)) put(list, '');
  const mine = ++turn;
  const named = new Set<string>();
  for (const [one, { programs, now }] of [...lists]) {
    const own = programs.filter((program) => {
      const name = program && `${program.town}/${program.id}`;
      return name && !named.has(name) && named.add(name);
    });
    const json = await describePrograms(own, { now, url: (program) => program.url ?? programHref(program) });
    // Another change has overtaken this one.
    if (mine !== turn) return;
    put(one, json);
  }
}

function put(list: HTMLElement, json: string): void {
  const old = scripts.get(list);
  if (old?.parentNode === list ? old.textContent === json : !json) return;
  old?.remove();
  if (!json) return;
  const script = scriptOf(json);
  list.append(script);
  scripts.set(list, script);
}

/**
 * A script element with data in it. A page with trusted types refuses text put into any script, also where it is data;
 * as a template it goes through Lit's own policy, which such a page allows. Nothing in the JSON can close the element.
 */
function scriptOf(json: string): HTMLScriptElement {
  const markup = [`<script type="application/ld+json">${json}</script>`];
  const box = document.createElement('div');
  render(html(Object.assign(markup, { raw: markup })), box);
  return box.querySelector('script')!;
}
