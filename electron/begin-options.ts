import { resolve } from 'node:path'

export type BeginOptions = {
  /** The folder that holds the person's circles; null: the platform's own for this program. */
  readonly data: string | null
  /** Begun with the computer: nothing is shown until it is asked for. */
  readonly isHidden: boolean
  /** What is left: links and files. */
  readonly given: readonly string[]
}

/** What the program was begun with; Chromium's own switches, which stand among it, are passed over. */
export function beginOptions(args: readonly string[], folder: string): BeginOptions {
  const at = args.indexOf('--data')
  const data = at === -1 ? undefined : args[at + 1]
  const given = args.filter((arg, index) => !arg.startsWith('-') && (at === -1 || index !== at + 1))
  return {
    data: data === undefined || data === '' ? null : resolve(folder, data),
    isHidden: args.includes('--hidden'),
    given,
  }
}
