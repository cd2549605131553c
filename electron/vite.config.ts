import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import program from '../package.json' with { type: 'json' }

/** Main and the node's process. What is in `dependencies` stays a package, native addons among it. */
const packages = Object.keys(program.dependencies).map((name) => new RegExp(`^${name}(/|$)`))
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  publicDir: false,
  define: { NODE_HOST: JSON.stringify(process.env['NST_NODE_HOST'] ?? 'utility') },
  ssr: { target: 'node' },
  build: {
    ssr: true,
    outDir: at('../dist/electron'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: { main: at('main.ts'), 'node-process': at('node-process.ts') },
      external: ['electron', /^node:/, ...packages],
    },
  },
})
