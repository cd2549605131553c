import { Notification } from 'electron'
import type { ShellSettings, Waiting } from './talk.ts'
import { shellWords } from './words.ts'

/** Those that are still to be seen: one that nothing holds on to is forgotten, and pressing it would do nothing. */
const shown = new Set<Notification>()
const MOST_SHOWN = 20

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
  notice.on('close', () => shown.delete(notice))
  shown.add(notice)
  // Not every system says that one was put away.
  if (shown.size > MOST_SHOWN) for (const oldest of [...shown].slice(0, 1)) shown.delete(oldest)
  notice.show()
}
