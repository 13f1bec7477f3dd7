import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  // Vue に、kankei- で始まるタグは自分の部品ではないと伝えます。
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('kankei-') } } })],
});
