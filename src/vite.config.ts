import { existsSync } from 'node:fs'
import { defineConfig } from 'vite'
import program from '../package.json' with { type: 'json' }

/** What a host starts: the command line, the program with its window in the browser, and the node for a window. */
const entries = {
  nst: 'src/cli/main.ts',
  start: 'src/start.ts',
  backend: 'src/backend.ts',
  story: 'src/story/main.ts',
}
const present = Object.entries(entries).filter(([, file]) => existsSync(file))
/** Dependencies stay packages, native ones among them; only our own code is put together. */
const packages = Object.keys(program.dependencies).map((name) => new RegExp(`^${name}(/|$)`))

export default defineConfig({
  publicDir: false,
  ssr: { target: 'node' },
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node20.20',
    minify: false,
    sourcemap: true,
    rolldownOptions: { input: Object.fromEntries(present), external: [/^node:/, ...packages] },
  },
})
