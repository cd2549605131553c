import { existsSync, globSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { findElectron } from './browser/find-electron.ts'

/**
 * Builds the program and its window where what is built is older than what it is made from. Run before `dist/start.js`
 * by `npm start`; the program itself never runs it.
 */
const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const newest = (...patterns: string[]) =>
  Math.max(...globSync(patterns, { cwd: at('.') }).map((file) => statSync(at(file)).mtimeMs))
const builtAt = (file: string) => (existsSync(at(file)) ? statSync(at(file)).mtimeMs : 0)

const ours = ['package.json', 'src/**/*.{ts,json}']
const programIsOld = builtAt('dist/start.js') < newest(...ours)
// Building the program empties dist, and the window with it.
const windowIsOld = programIsOld || builtAt('dist/window/index.html') < newest(...ours, 'renderer/**/*.*')

// The shell is made only where there is an Electron to run it.
const hasElectron = findElectron(at('.'), process.env) !== undefined
const shellIsOld = hasElectron && builtAt('dist/electron/main.js') < newest(...ours, 'electron/**/*.ts')

const say = (text: string) => void process.stdout.write(`${text}\n`)
if (programIsOld) say('Making the program ready, 1 of 2: this is needed once, and after changes.')
if (programIsOld) await build({ configFile: at('src/vite.config.ts'), logLevel: 'warn' })
if (windowIsOld) say('Making its window ready, 2 of 2.')
if (windowIsOld) await build({ configFile: at('renderer/vite.config.ts'), logLevel: 'warn' })
if (shellIsOld) say('Making its shell ready.')
if (shellIsOld) await build({ configFile: at('electron/vite.config.ts'), logLevel: 'warn' })
if (shellIsOld) await build({ configFile: at('electron/vite.preload.config.ts'), logLevel: 'warn' })
