import type { Rgb } from '@kankei/core';
import type { Colors } from './judge-widget.ts';

type Rgba = readonly [...Rgb, alpha: number];

/** The colour as numbers, 0 to 255 and alpha 0 to 1, in whatever way it is written; undefined for what is none. */
export function readColor(written: string): Rgba | undefined {
  const [, inside] = /^rgba?\(([\d.,\s]+)\)$/.exec(written) ?? [];
  const [red, green, blue, alpha = 1] = (inside?.match(/[\d.]+/g) ?? []).map(Number);
  if (red !== undefined && green !== undefined && blue !== undefined) return [red, green, blue, alpha];
  if (!CSS.supports('color', written)) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.fillStyle = written;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
}

/** One colour painted over another. */
const over = ([red, green, blue, alpha]: Rgba, below: Rgb): Rgb => [
  red * alpha + below[0] * (1 - alpha),
  green * alpha + below[1] * (1 - alpha),
  blue * alpha + below[2] * (1 - alpha),
];

/** What a node is laid out in: its slot's place, its parent, or the host of its shadow root. */
export function outer(element: Element): Element | undefined {
  if (element.assignedSlot) return element.assignedSlot;
  const parent = element.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : undefined;
}

/** The ground below an element as it is painted; undefined where a picture or something unreadable lies below it. */
function groundBelow(element: Element): Rgb | undefined {
  const layers: Rgba[] = [];
  for (let node: Element | undefined = element; node; node = outer(node)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(node);
    if (backgroundImage !== 'none') return undefined;
    const layer = readColor(backgroundColor);
    if (!layer) return undefined;
    layers.push(layer);
    if (layer[3] === 1) break;
  }
  // The sheet of paper that a browser begins with.
  const isDark = getComputedStyle(document.documentElement).colorScheme.split(' ')[0] === 'dark';
  return layers.reduceRight<Rgb>((below, layer) => over(layer, below), isDark ? [18, 18, 18] : [255, 255, 255]);
}

/**
 * The colours of a widget and all its words may stand on; undefined where they cannot be known, and in forced colours,
 * which are the visitor's own.
 */
export function colorsOf(tag: HTMLElement): Colors | undefined {
  const frame = tag.shadowRoot?.querySelector('.root');
  if (!frame || matchMedia('(forced-colors: active)').matches) return undefined;
  const style = getComputedStyle(frame);
  const token = (name: string) => readColor(style.getPropertyValue(name).trim());
  const [text, accent, onAccent] = [readColor(style.color), token('--_accent'), token('--_on-accent')];
  const ground = groundBelow(frame);
  if (!text || !accent || !onAccent || !ground) return undefined;
  const surface = token('--_surface');
  const grounds = surface && surface[3] > 0 ? [ground, over(surface, ground)] : [ground];
  const solid = (color: Rgba, below: Rgb) => over(color, below);
  const painted = solid(accent, ground);
  return { text: solid(text, ground), accent: painted, onAccent: solid(onAccent, painted), grounds };
}
