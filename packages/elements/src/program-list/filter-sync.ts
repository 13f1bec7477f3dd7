import { fromSearchParams, type ListOptions, splitValues, toSearchParams } from '@kankei/core';
import type { LitElement, ReactiveController } from 'lit';
import { listHref } from '../internal/program/program-link.ts';
import { type Chosen, chosenHash } from './chosen.ts';
import { visit } from './program-history.ts';

/** What may stand in an address: nothing that would page through the list or name programs. */
const names = ['q', 'kind', 'theme', 'mode', 'area', 'town', 'effort', 'pay', 'from', 'to', 'open', 'past'] as const;

type Pair = [name: string, value: string];

export interface FilterSyncOptions {
  /** What tells the list from others on the page; undefined while it keeps nothing in the address. */
  name(): string | undefined;
  attributes(): ListOptions;
  towns(): readonly string[];
  chosen(): Chosen;
  take(chosen: Chosen): void;
}

/** Which list of the page holds a name: of two with the same, the second keeps nothing in the address. */
const holders = new Map<string, FilterSync>();

/**
 * Keeps what a visitor has chosen in the page's address, `#kankei&kind=help&q=…`, each choice an entry of the browser's
 * history. A named list writes `name.kind=help`, so that several share one hash.
 */
export class FilterSync implements ReactiveController {
  private readonly host: LitElement;
  private readonly options: FilterSyncOptions;
  private name: string | undefined;

  constructor(host: LitElement, options: FilterSyncOptions) {
    this.host = host;
    this.options = options;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.follow);
    this.hostUpdate();
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.follow);
    this.release();
  }

  hostUpdate(): void {
    // An update may still come after the list has left the page.
    const name = this.host.isConnected ? this.options.name() : undefined;
    if (name === this.name) return;
    this.release();
    if (name === undefined || holders.has(name)) return;
    holders.set(name, this);
    this.name = name;
  }

  /** Takes over what the address says at first, or says there what was chosen before. */
  begin(): void {
    if (location.hash.startsWith(chosenHash)) this.follow();
    else this.write(this.options.chosen());
  }

  /** Takes over what the address says; an address that is not about us changes nothing. */
  private readonly follow = (): void => {
    const pairs = this.name === undefined ? undefined : readHash();
    if (!pairs) return;
    const said = this.allowed(readChosen(pairs.map((pair) => this.own(pair)).filter((pair) => pair !== undefined)));
    if (toText(said) !== toText(this.options.chosen())) this.options.take(said);
  };

  /** Says in the address what is chosen, unless a hash of the page's own stands there. */
  write(chosen: Chosen): void {
    const pairs = this.name === undefined ? undefined : readHash();
    if (!pairs) return;
    const others = pairs.filter((pair) => !this.own(pair));
    const own = toPairs(chosen).map(([name, value]): Pair => [this.name ? `${this.name}.${name}` : name, value]);
    const all = [...others, ...own];
    visit(listHref() + (all.length ? chosenHash + new URLSearchParams(all) : ''), false);
  }

  /** A pair of this list without the list's name; undefined for another's. */
  private own([name, value]: Pair): Pair | undefined {
    const dot = name.lastIndexOf('.');
    return name.slice(0, Math.max(dot, 0)) === this.name ? [name.slice(dot + 1), value] : undefined;
  }

  /** Without what the page itself rules out. */
  private allowed({ kind, theme, town, past, ...rest }: Chosen): Chosen {
    const attributes = this.options.attributes();
    const [kinds, themes, towns] = [splitValues(attributes.kind), splitValues(attributes.theme), this.options.towns()];
    return {
      ...rest,
      kind: kind?.filter((one) => !kinds.length || kinds.includes(one)),
      theme: theme?.filter((one) => !themes.length || themes.includes(one)),
      town: town?.filter((one) => towns.includes(one)),
      past: past === 'only' && attributes.past === 'exclude' ? past : undefined,
    };
  }

  private release(): void {
    if (this.name !== undefined && holders.get(this.name) === this) holders.delete(this.name);
    this.name = undefined;
  }
}

/** The pairs of a hash that is ours or empty; undefined for any other. */
function readHash(): Pair[] | undefined {
  const { hash } = location;
  if (!hash) return [];
  return hash.startsWith(chosenHash) ? [...new URLSearchParams(hash.slice(chosenHash.length))] : undefined;
}

/** What can be used of what an address says; anybody may have written it. */
function readChosen(pairs: readonly Pair[]): Chosen {
  const known = pairs.filter(([name]) => (names as readonly string[]).includes(name));
  const read = fromSearchParams(known);
  if (!('errors' in read))
    return Object.fromEntries(known.map(([name]) => [name, read.query[name as (typeof names)[number]]]));
  const faulty = new Set(read.errors.map(({ name }) => name));
  const rest = known.filter(([name]) => !faulty.has(name));
  return rest.length < known.length ? readChosen(rest) : {};
}

const toPairs = (chosen: Chosen): Pair[] => toSearchParams(chosen).filter(([, value]) => value && value !== 'false');

/** The same text for the same choice, in whatever order it was made. */
const toText = (chosen: Chosen): string => new URLSearchParams(toPairs(chosen).sort()).toString();
