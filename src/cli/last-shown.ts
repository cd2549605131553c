import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Client } from '../api/client.ts'

/** By circle: the state that this folder's person was last shown of it on the command line. */
const Shown = z.record(z.string(), z.string())
type Shown = z.infer<typeof Shown>

const fileIn = (dir: string) => join(dir, 'cli', 'last-shown.json')

/** What goes with a command as what its person was looking at; undefined where they were shown nothing yet. */
export async function lastShown(dir: string): Promise<string | undefined> {
  const tokens = Object.values(await read(dir))
  // Which circle a command is about is for the node to find out; of one that was never shown, all that is here.
  return tokens.length === 0 ? undefined : [...tokens, '*'].join('|')
}

/** Notes what an answer showed. A folder that takes no file is no reason to fail: then the last note stands. */
export async function noteShown(dir: string, client: Client, answer: object, args: readonly string[]): Promise<void> {
  const asOf = 'asOf' in answer ? answer.asOf : undefined
  if (typeof asOf !== 'string' || asOf === '') return
  const circle = await circleOf(client, answer, args)
  if (circle === undefined) return
  const before = await read(dir)
  if (before[circle] === asOf) return
  await write(dir, { ...before, [circle]: asOf }).catch(() => undefined)
}

/** A list is of the circle that was asked for; everything else says of which it is. */
async function circleOf(client: Client, answer: object, [ref]: readonly string[]): Promise<string | undefined> {
  if ('circle' in answer && typeof answer.circle === 'string') return answer.circle
  if (!('items' in answer) || ref === undefined) return undefined
  const found = await client.circle.show({ circle: ref }).catch(() => undefined)
  return found?.circle
}

/** Nothing where it cannot be read: it is written anew with the next thing shown. */
async function read(dir: string): Promise<Shown> {
  try {
    return Shown.parse(JSON.parse(await readFile(fileIn(dir), 'utf8')))
  } catch {
    return {}
  }
}

async function write(dir: string, shown: Shown): Promise<void> {
  const file = fileIn(dir)
  const beside = `${file}.${process.pid}`
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(beside, JSON.stringify(shown), { mode: 0o600 })
  await rename(beside, file)
}
