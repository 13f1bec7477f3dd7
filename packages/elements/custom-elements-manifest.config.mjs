/** What a user of the tags can see: no private members, no events without a name, paths as published. */
const published = {
  name: 'published',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const own = (path) => path?.replace(/^\/?packages\/elements\//, '');
    for (const module of manifest.modules) {
      module.path = own(module.path);
      for (const item of module.exports ?? [])
        if (item.declaration?.module) item.declaration.module = own(item.declaration.module);
      for (const declaration of module.declarations) {
        const { members, events, superclass } = declaration;
        if (superclass?.module) superclass.module = own(superclass.module);
        if (events) declaration.events = events.filter(({ name }) => name);
        if (members) declaration.members = members.filter(({ name, privacy }) => !privacy && !name.startsWith('#'));
        for (const item of [...(declaration.members ?? []), ...(declaration.attributes ?? []), ...(events ?? [])])
          if (item.inheritedFrom) item.inheritedFrom.module = own(item.inheritedFrom.module);
      }
    }
    // Templates and helpers are nobody's to import.
    const isPublic = ({ name }) => /^Kankei/.test(name);
    for (const module of manifest.modules) module.declarations = module.declarations.filter(isPublic);
    manifest.modules = manifest.modules.filter(({ declarations, exports }) =>
      [...declarations, ...exports].some(isPublic),
    );
  },
};

/** The manifest of the public tags, read from their JSDoc: `cem analyze --config` this file, from the root. */
export default {
  globs: ['packages/elements/src/**/*.ts'],
  exclude: ['packages/elements/src/embed.ts', 'packages/elements/src/strings/**'],
  outdir: 'packages/elements',
  litelement: true,
  packagejson: false,
  plugins: [published],
};
