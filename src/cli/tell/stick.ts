import { when } from './lines.ts'

type Exchanged = {
  folder: string
  circles: readonly { name: string; read: number; wrote: number; bytes: number; apart: boolean }[]
  damaged: number
  newer: number
  told: number
}

export function tellExchanged({ folder, circles, damaged, newer, told }: Exchanged): string {
  const lines = circles.map(
    ({ name, read, wrote, apart }) =>
      `${name}: ${read === 0 ? 'nothing new for you' : `${read} new for you`}, ${wrote === 0 ? 'nothing new for others' : 'what is new of you is on it now'}.${
        apart ? ' Something there continues what has not come by yet: exchange once more with whoever wrote it.' : ''
      }`,
  )
  if (told > 0) lines.push(`${told} new from circles that yours are linked with.`)
  if (damaged > 0) lines.push(`${damaged} of the files there are damaged. Nothing was taken from them.`)
  if (newer > 0) lines.push(`${newer} of the files there come from a newer version of the program. Update yours.`)
  return [...lines, `Done: you can take ${folder} out now.`].join('\n')
}

type Drives = {
  drives: readonly { folder: string; free: number | null; used: boolean }[]
  kept: readonly { folder: string; there: boolean; lastAt: number | null; problem: string | null }[]
}

export function tellDrives({ drives, kept }: Drives): string {
  const lines = drives.map(
    ({ folder, free, used }) =>
      `${folder}${free === null ? '' : `  ${Math.floor(free / 1_000_000)} MB free`}${used ? '  circles are on it' : ''}`,
  )
  for (const { folder, there, lastAt, problem } of kept) {
    const last = lastAt === null ? 'never yet' : `last ${when(lastAt)}`
    const state = problem === null ? (there ? 'is there' : 'is not there now') : `did not work (${problem})`
    lines.push(`kept: ${folder}  ${state}, ${last}`)
  }
  return lines.length === 0 ? 'No stick is put in. Any folder will do: nst stick sync FOLDER' : lines.join('\n')
}
