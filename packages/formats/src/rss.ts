import type { Program } from '@kankei/core';
import { detailText, headline, placeLine, programUid, sessionText } from './plain-text.ts';

export interface RssOptions {
  title: string;
  /** The absolute address of the page the feed speaks for. */
  link: string;
  description: string;
  /** The feed's own absolute address. */
  self?: string | undefined;
  /** The instant (ms since 1970) of writing: when the feed changed, if no program says when it did. */
  now: number;
  /** The absolute address of a program's page. */
  url: (program: Program) => string;
  /** Of the feed's texts, a BCP 47 tag; `ja` unless told. */
  language?: string | undefined;
}

/** Writes programs as an RSS 2.0 feed, in the order given, with an `atom:link` to itself where its address is known. */
export function toRss(programs: Iterable<Program>, options: RssOptions): string {
  const { title, link, description, self, language = 'ja' } = options;
  const all = [...programs];
  const changes = all.flatMap(({ updatedAt }) => (updatedAt ? [Date.parse(updatedAt)] : []));
  const changed = changes.reduce((latest, one) => Math.max(latest, one), changes[0] ?? options.now);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    tag('title', title),
    tag('link', href(link)),
    tag('description', description),
    ...(self ? [`<atom:link href="${escapeXml(href(self))}" rel="self" type="application/rss+xml"/>`] : []),
    tag('language', language),
    tag('lastBuildDate', new Date(changed).toUTCString()),
    ...all.map((program) => item(program, options)),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

function item(program: Program, options: RssOptions): string {
  const { updatedAt, themes } = program;
  return [
    '<item>',
    tag('title', headline(program)),
    tag('link', href(options.url(program))),
    `<guid isPermaLink="false">${escapeXml(programUid(program))}</guid>`,
    tag('description', toHtml(itemText(program))),
    ...themes.map((theme) => tag('category', theme)),
    ...(updatedAt ? [tag('pubDate', new Date(updatedAt).toUTCString())] : []),
    '</item>',
  ].join('\n');
}

/** So many dates are listed; a weekly course would fill the reader's screen. */
const shownSessions = 5;

/** RSS has no fields for when and where, so the text begins with them. */
function itemText(program: Program): string {
  const sessions = program.sessions.slice(0, shownSessions).map(sessionText);
  const more = program.sessions.length - sessions.length;
  const facts = [...sessions, more > 0 ? `ほか${more}回` : '', placeLine(program)].filter(Boolean).join('\n');
  return [facts, detailText(program)].filter(Boolean).join('\n\n');
}

/** Item descriptions are HTML by custom: what is written here must not become markup there. */
function toHtml(text: string): string {
  return escapeXml(text).replace(/\n/g, '<br>');
}

function tag(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

/** RSS wants URIs: nothing but ASCII. */
function href(url: string): string {
  return new URL(url).href;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes text for XML and drops what XML 1.0 cannot hold (controls, lone surrogates, U+FFFE, U+FFFF). */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (character) => entities[character]!);
}
