import { defineConfig } from 'vite';

/** Stories import what users import; the condition leads these names to the sources. */
export default defineConfig({
  resolve: { conditions: ['kankei-source', 'module', 'browser', 'development|production'] },
  build: { target: 'es2022', chunkSizeWarningLimit: 2000 },
});
