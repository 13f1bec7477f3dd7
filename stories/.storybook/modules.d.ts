/** Made by `npm run manifest`, not kept in the repository. */
declare module '@kankei/elements/custom-elements.json' {
  const manifest: { modules: unknown[] };
  export default manifest;
}

declare module '*.css';
