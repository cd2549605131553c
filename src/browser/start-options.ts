import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export type StartOptions = { readonly data: string; readonly open: boolean; readonly port: number }

export const USAGE = `npm start -- [--data DIR] [--no-open] [--port N]
  --data DIR   the folder that holds your circles
  --no-open    print the link, and leave it to you to open it
  --port N     always use this port of this machine, instead of one that is free`

/** What was typed after `npm start --`; undefined where it makes no sense. */
export function startOptions(argv: readonly string[], dataFolder: string): StartOptions | undefined {
  try {
    const options = { data: { type: 'string' }, 'no-open': { type: 'boolean' }, port: { type: 'string' } } as const
    const { values } = parseArgs({ args: [...argv], options })
    const port = Number(values.port ?? 0)
    if (!/^\d{1,5}$/.test(values.port ?? '0') || port > 65_535 || values.data === '') return undefined
    return { data: resolve(values.data ?? dataFolder), open: values['no-open'] !== true, port }
  } catch {
    return undefined
  }
}
