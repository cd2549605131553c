import { connectLocalSocket } from '../api/local-client.ts'

/** What runs on a folder: a program that gave a new link to itself, or (null) a node without windows. */
export type AlreadyRunning = { readonly link: string | null }

/** Asks the program that runs on the folder for a new link; undefined where none runs. */
export async function askRunning(dataFolder: string): Promise<AlreadyRunning | undefined> {
  const running = await connectLocalSocket(dataFolder)
  if (running === undefined) return undefined
  try {
    const { mode } = await running.client.program.info({})
    return { link: mode === 'browser' ? (await running.client.program.openWindow({})).link : null }
  } catch {
    // Another version of the program, or one that is just ending.
    return { link: null }
  } finally {
    running.close()
  }
}
