import { WebSocket as ReconnectingSocket } from 'partysocket'
import { ENDED, LAUNCH_FRAGMENT, LAUNCH_PATH, protocolsWith, RPC_PATH } from '../../src/browser/wire.ts'

/** Why a page has no way to the node: it was opened without a link, with one that was used or is too old, or was ended. */
export type Closed = 'no-link' | 'old-link' | 'ended'

export class NotConnected extends Error {
  readonly why: Closed
  constructor(why: Closed) {
    super(`this window is not connected: ${why}`)
    this.why = why
  }
}

/** What of the page is needed; a test gives its own. */
export interface Page {
  readonly location: {
    readonly host: string
    readonly hash: string
    readonly pathname: string
    reload(): void
  }
  addEventListener(event: 'hashchange', listener: () => void): void
  readonly history: { replaceState(data: unknown, unused: string, url: string): void }
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  readonly WebSocket: new (url: string, protocols: string[]) => WebSocket
  readonly fetch: (path: string, options: { method: string; cache: 'no-store' }) => Promise<{ readonly ok: boolean }>
}

/** Kept by the tab alone: it outlives a reload, and goes with the tab. */
const KEPT = 'nst-window'
const LONGEST_WAIT_MS = 5_000
/** Once may be chance: the program was just starting. */
const REFUSED_FOR_GOOD = 2
/** What partysocket says of a machine that is busy. */
const TOO_SLOW = 'timeout'

let connected: Promise<WebSocket> | undefined

/**
 * A socket to the node that comes back by itself after a break; call it as often as you like. Takes the link's token
 * out of the address at once. Fails with `NotConnected`; `onEnded` is called when this window was ended later.
 */
export function connect(onEnded: () => void = () => {}): Promise<WebSocket> {
  // Unknown first: tests are checked without a browser's types.
  const here: unknown = globalThis
  connected ??= connectFrom(here as Page, onEnded)
  return connected
}

export async function connectFrom(page: Page, onEnded: () => void): Promise<WebSocket> {
  page.addEventListener('hashchange', () => takeNewLink(page))
  const token = await tokenOf(page)
  const socket = new ReconnectingSocket(`ws://${page.location.host}${RPC_PATH}`, protocolsWith(token), {
    WebSocket: page.WebSocket,
    minReconnectionDelay: 100,
    maxReconnectionDelay: LONGEST_WAIT_MS,
    // What could not be sent is never sent later by itself: the person may have thought better of it.
    maxEnqueuedMessages: 0,
    shouldReconnectOnClose: ({ code }) => code !== ENDED,
  })
  const end = () => {
    page.sessionStorage.removeItem(KEPT)
    socket.close(ENDED)
    onEnded()
  }
  return new Promise((resolve, reject) => {
    let isOpen = false
    let refused = 0
    socket.addEventListener('open', () => {
      isOpen = true
      refused = 0
      resolve(socket as unknown as WebSocket)
    })
    socket.addEventListener('close', ({ code, reason }) => {
      const wasOpen = isOpen
      isOpen = false
      if (code === ENDED) return fail()
      // A browser does not say why a socket was refused. If the program answers otherwise, it does not know us.
      if (wasOpen || reason === TOO_SLOW) return
      void answers(page).then((there) => (there && (refused += 1) >= REFUSED_FOR_GOOD && !isOpen ? fail() : undefined))
    })
    const fail = once(() => {
      end()
      reject(new NotConnected('ended'))
    })
  })
}

/** A new link, typed where a window was: loading again takes it, unless this tab is let in already. */
function takeNewLink({ location, history, sessionStorage }: Page): void {
  if (!location.hash.startsWith(LAUNCH_FRAGMENT)) return
  if (sessionStorage.getItem(KEPT) === null) location.reload()
  else history.replaceState(null, '', location.pathname)
}

async function tokenOf(page: Page): Promise<string> {
  const { hash, pathname } = page.location
  if (hash.startsWith(LAUNCH_FRAGMENT)) {
    page.history.replaceState(null, '', pathname)
    const token = await exchange(page, hash.slice(LAUNCH_FRAGMENT.length))
    // A link opened twice in one tab: the first time counts.
    if (token !== undefined) page.sessionStorage.setItem(KEPT, token)
    else if (page.sessionStorage.getItem(KEPT) === null) throw new NotConnected('old-link')
  }
  const kept = page.sessionStorage.getItem(KEPT)
  if (kept === null) throw new NotConnected('no-link')
  return kept
}

/** The window's own token for the link's; undefined where the link was used or is too old. */
async function exchange(page: Page, link: string): Promise<string | undefined> {
  const socket = new page.WebSocket(`ws://${page.location.host}${LAUNCH_PATH}`, protocolsWith(link))
  return new Promise((resolve) => {
    socket.addEventListener('message', ({ data }) => resolve((JSON.parse(String(data)) as { token: string }).token))
    socket.addEventListener('close', () => resolve(undefined))
  })
}

async function answers(page: Page): Promise<boolean> {
  return page.fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
}

function once(call: () => void): () => void {
  let left = 1
  return () => {
    if (left-- > 0) call()
  }
}
