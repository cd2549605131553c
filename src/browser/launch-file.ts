import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A page that leads to `link`, for this user alone. A browser is started with its path: the link itself, as an
 * argument, would show in the list of processes to everybody on the machine.
 */
export async function writeLaunchFile(folder: string, link: string): Promise<string> {
  const path = launchFile(folder)
  await rm(path, { force: true })
  // A new file ('wx'), so that it is made with this mode and through nobody's link.
  await writeFile(path, page(link), { mode: 0o600, flag: 'wx' })
  return path
}

export async function removeLaunchFile(folder: string): Promise<void> {
  await rm(launchFile(folder), { force: true })
}

const launchFile = (folder: string) => join(folder, 'open-window.html')

/** The link holds no sign that HTML reads otherwise. */
const page = (link: string) => `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${link}">
<title>Next Step Together</title>
<a href="${link}">Next Step Together</a>
`
