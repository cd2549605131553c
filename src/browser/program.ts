import type { NodePort } from '../api/node-port.ts'
import { accept, refuse, type Outcome } from '../domain/refusal.ts'
import { noShell } from '../node/commands/program.ts'
import type { Windows } from './windows.ts'

export type BrowserProgram = {
  readonly version: string
  readonly dataFolder: string
  readonly windows: Windows
  readonly newLink: () => { readonly link: string; readonly until: number }
  /** Who has a window now: null for the device's owner. */
  readonly at: (window: string) => string | null
  readonly hand: (window: string, beside: string | null) => Promise<Outcome<null>>
  /** Asks the program to end; the answer to who asked is on its way by then. */
  readonly stop: () => void
}

/** The program as one window has it, or (null) the command line, which no window is. */
export function browserProgram(program: BrowserProgram, asking: string | null): NodePort['program'] {
  const { version, dataFolder, windows, newLink, at, hand, stop } = program
  return {
    info: async () =>
      accept({
        version,
        mode: 'browser' as const,
        dataFolder,
        node: process.versions.node,
        at: asking === null ? null : at(asking),
      }),
    hand: async ({ beside }) => {
      if (asking === null) return refuse('not-yet', { what: 'A window' })
      const handed = await hand(asking, beside)
      return handed.ok ? accept({}) : handed
    },
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
