import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** One file that requires nothing but Electron: a sandboxed preload can load no other. */
export default defineConfig({
  publicDir: false,
  build: {
    lib: { entry: at('preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
    outDir: at('../dist/electron'),
    emptyOutDir: false,
    target: 'chrome140',
    minify: false,
    rolldownOptions: { external: ['electron'] },
  },
})
