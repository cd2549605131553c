import { Notification } from 'electron'
import type { ShellSettings, Waiting } from './talk.ts'
import { shellWords } from './words.ts'

/** Tells the person, as far as they want that, that something began to wait for them. */
export function tellOf(items: readonly Waiting[], tells: ShellSettings['tells'], open: () => void): void {
  const [first] = items
  if (tells === 'nothing' || first === undefined || !Notification.isSupported()) return
  const words = shellWords()
  const shows = tells === 'what' && items.length === 1
  const notice = new Notification({
    title: shows && first.circle !== '' ? first.circle : words.waits,
    body: shows && first.title !== '' ? first.title : words.waitsMore,
  })
  notice.on('click', open)
  notice.show()
}
