import { dialog, shell } from 'electron'
import { shellWords } from './words.ts'

const LEADS_OUT: ReadonlySet<string> = new Set(['https:', 'mailto:'])

/** An address that somebody wrote into a circle opens in another program, and only after the person saw where it leads. */
export async function openOutside(address: string): Promise<void> {
  const url = URL.parse(address)
  if (url === null || !LEADS_OUT.has(url.protocol)) return
  const words = shellWords()
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: words.outside,
    // As the computer reads it, so that a name that only looks like another is seen.
    detail: url.href,
    buttons: [words.notNow, words.open],
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 1) await shell.openExternal(url.href)
}
