import type { NodePort } from '../../api/node-port.ts'
import { accept, refuse } from '../../domain/refusal.ts'

type Program = { readonly version: string; readonly dataFolder: string }

/** A program that nobody installed has nothing to choose of its shell. */
export const noShell = {
  shell: async () => accept(null),
  setShell: async () => refuse('not-yet', { what: 'A program of its own' }),
  install: async () => refuse('not-yet', { what: 'Opening the installer here' }),
} satisfies Partial<NodePort['program']>

/** The program where a node runs without windows: for the command line, or in a test. */
export function programAlone({ version, dataFolder }: Program): NodePort['program'] {
  return {
    info: async () => accept({ version, mode: 'cli' as const, dataFolder, node: process.versions.node, at: null }),
    windows: async () => accept([]),
    endWindow: async () => accept({ ended: 0 }),
    hand: async () => refuse('not-yet', { what: 'A window' }),
    openWindow: async () => refuse('not-yet', { what: 'A window' }),
    ...noShell,
    stop: async () => refuse('not-yet', { what: 'Stopping from afar' }),
  }
}
