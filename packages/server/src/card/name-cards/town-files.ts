import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CardFont, openFont } from './fonts.ts';

/** What a town has put into its folder for its name cards. */
export interface TownFiles {
  image?: Uint8Array;
  /** Its own fonts, asked before those that come along. */
  fonts: CardFont[];
}

/** The names of a font in a town's folder: for a face of its own, or for characters that ours lack. */
const fontNames = ['name-card.ttf', 'name-card.otf'];

/**
 * Reads the folder of a town, `towns/<code>` in the data folder: its `name-card.ttf` or `.otf`, and the picture its
 * design names. What is named and cannot be read is told to whoever runs the server, and the cards go without.
 */
export async function readTownFiles(data: string, code: string, image: string | undefined): Promise<TownFiles> {
  const folder = join(data, 'towns', code);
  const fonts: CardFont[] = [];
  for (const name of fontNames) {
    const bytes = await readFile(join(folder, name)).catch(() => undefined);
    try {
      if (bytes) fonts.push(openFont(`${code} ${name}`, bytes));
    } catch (error) {
      console.warn(`${join(folder, name)} cannot be used as a font: ${error}`);
    }
  }
  if (image === undefined) return { fonts };
  try {
    return { fonts, image: await readFile(join(folder, image)) };
  } catch {
    console.warn(`${join(folder, image)}, the picture of the name cards, cannot be read`);
    return { fonts };
  }
}
