import { dirname, join } from 'node:path'
import { dialog, shell } from 'electron'
import { shellWords } from './words.ts'

const INSTALLS = /\.(deb|zip|dmg|exe)$/

/** Opens an installer that the node's process checked, if it lies where that one puts them and the person says yes. */
export async function openInstaller(file: string, data: string): Promise<void> {
  if (dirname(file) !== join(data, 'updates') || !INSTALLS.test(file)) return
  const words = shellWords()
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: words.install,
    detail: file,
    buttons: [words.notNow, words.open],
    defaultId: 0,
    cancelId: 0,
  })
  // Where nothing on this computer opens such a file, the person at least sees where it lies.
  if (response === 1 && (await shell.openPath(file)) !== '') shell.showItemInFolder(file)
}
