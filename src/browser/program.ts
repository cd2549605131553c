import type { NodePort } from '../api/node-port.ts'
import { accept } from '../domain/refusal.ts'
import { noShell } from '../node/commands/program.ts'
import type { Windows } from './windows.ts'

export type BrowserProgram = {
  readonly version: string
  readonly dataFolder: string
  readonly windows: Windows
  readonly newLink: () => { readonly link: string; readonly until: number }
  /** Asks the program to end; the answer to who asked is on its way by then. */
  readonly stop: () => void
}

/** The program as one window has it, or (null) the command line, which no window is. */
export function browserProgram(program: BrowserProgram, asking: string | null): NodePort['program'] {
  const { version, dataFolder, windows, newLink, stop } = program
  return {
    info: async () => accept({ version, mode: 'browser' as const, dataFolder, node: process.versions.node }),
    windows: async () => accept(windows.list(asking)),
    endWindow: async ({ window }) => accept({ ended: windows.end(window, asking) }),
    openWindow: async () => accept(newLink()),
    ...noShell,
    stop: async () => {
      stop()
      return accept({})
    },
  }
}
