import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';

/** What the Custom Elements Manifest says of an attribute, slot, event, custom property, part or state. */
export interface TagItem {
  name: string;
  description?: string;
  default?: string;
  type?: { text: string };
}

/** What it says of a public tag; `name` is its class. */
export interface Tag {
  name: string;
  tagName: string;
  summary?: string;
  attributes?: TagItem[];
  slots?: TagItem[];
  events?: TagItem[];
  cssProperties?: TagItem[];
  cssParts?: TagItem[];
  cssStates?: TagItem[];
}

const folderOfElements = 'packages/elements';

/** Where the manifest is that `npm run manifest` writes. */
export const manifestPath: string = join(root, folderOfElements, 'custom-elements.json');

/** The public tags by the manifest in `folder` (relative to the root). */
export function readTags(folder: string = folderOfElements): Tag[] {
  const { modules } = JSON.parse(readFileSync(join(root, folder, 'custom-elements.json'), 'utf8')) as {
    modules: { declarations: (Tag | { name: string })[] }[];
  };
  return modules.flatMap(({ declarations }) => declarations).filter((one): one is Tag => 'tagName' in one);
}
