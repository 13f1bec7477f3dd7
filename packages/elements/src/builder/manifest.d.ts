/** What the build reads from `custom-elements.json`: every public tag with its attributes. */
declare module 'virtual:kankei-manifest' {
  export interface ManifestTag {
    tagName: string;
    attributes: readonly ManifestAttribute[];
  }
  export interface ManifestAttribute {
    name: string;
    type?: { text: string };
    default?: string;
    description?: string;
  }
  export const tags: readonly ManifestTag[];
}
