import { expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket as Ws } from 'ws'
import { connectFrom, type Page } from '../../renderer/node/launch.ts'
import { clientOverSocket } from '../../src/api/client.ts'
import { LAUNCH_FRAGMENT } from '../../src/browser/wire.ts'
import { linkToken, serving, type Serving } from './serving.ts'

/** A browser's tab at an address: what it keeps, and what it was told to forget. */
function tab({ origin, host }: Pick<Serving, 'origin' | 'host'>, hash: string, kept = new Map<string, string>()) {
  const sockets: Ws[] = []
  class FromHere extends Ws {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { headers: { Origin: origin } })
      // Unheard, a refusal would end the test; a page hears of it by the closing.
      this.on('error', () => undefined)
      sockets.push(this)
    }
  }
  const location = { host, hash, pathname: '/', reload: vi.fn<() => void>() }
  const listeners: (() => void)[] = []
  const page: Page = {
    location,
    history: { replaceState: (_data, _unused, url) => void (location.hash = new URL(url, origin).hash) },
    sessionStorage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    WebSocket: FromHere as unknown as Page['WebSocket'],
    fetch: async (path, { method }) => fetch(origin + path, { method }),
    addEventListener: (_event, listener) => void listeners.push(listener),
  }
  const goTo = (to: string) => {
    location.hash = to
    listeners.forEach((listener) => listener())
  }
  return { page, kept, location, goTo, breakAll: () => sockets.forEach((socket) => socket.terminate()) }
}

/** Connects, and lets go at the end of the test: else the page would try again for ever. */
async function connected(page: Page, onEnded = () => {}): Promise<WebSocket> {
  const socket = await connectFrom(page, onEnded)
  onTestFinished(() => socket.close())
  return socket
}

const launching = (server: Serving) => tab(server, LAUNCH_FRAGMENT + linkToken(server))

test('a page takes the link out of its address, keeps its own token, and reaches the node', async () => {
  const server = await serving()
  const { page, kept, location } = launching(server)
  const link = location.hash.slice(LAUNCH_FRAGMENT.length)
  const connecting = connected(page)
  expect(location.hash).toBe('')
  const client = clientOverSocket(await connecting)
  expect(await client.program.windows({})).toMatchObject([{ isThis: true }])
  expect([...kept.values()]).toHaveLength(1)
  expect([...kept.values()]).not.toContain(link)
})

test('the same page loaded again comes back as the same window', async () => {
  const server = await serving()
  const first = launching(server)
  const socket = await connected(first.page)
  socket.close()
  const again = await connected(tab(server, '#/circles', first.kept).page)
  expect(await clientOverSocket(again).program.windows({})).toHaveLength(1)
})

test('a page without a link, or with one that was used, says which', async () => {
  const server = await serving()
  await expect(connected(tab(server, '').page)).rejects.toMatchObject({ why: 'no-link' })
  const first = launching(server)
  const link = first.location.hash
  await connected(first.page)
  await expect(connected(tab(server, link).page)).rejects.toMatchObject({ why: 'old-link' })
  // The tab that used it is let in all the same, as when a browser opens its last pages again.
  const again = await connected(tab(server, link, first.kept).page)
  expect(await clientOverSocket(again).program.windows({})).toHaveLength(1)
})

test('a window that is ended says so, forgets its token and does not come back', async () => {
  const server = await serving()
  const { page, kept } = launching(server)
  const ended = new Promise<void>((resolve) => void connected(page, resolve))
  await expect.poll(() => server.windows.list(null)[0]?.connected).toBe(true)
  const token = new Map(kept)
  server.windows.end('all', null)
  await ended
  expect(kept.size).toBe(0)
  // Nor with the token that another tab kept; the refusal alone does not tell a browser why.
  await expect(connected(tab(server, '', token).page)).rejects.toMatchObject({ why: 'ended' })
})

test('after a break it comes back by itself', async () => {
  const server = await serving()
  const { page, breakAll } = launching(server)
  const socket = await connected(page)
  const client = clientOverSocket(socket)
  const back = new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))
  // As a machine that slept does it; the window was not ended.
  breakAll()
  await back
  expect(await client.circle.list({})).toEqual([])
})

test('a new link in a tab that is let in is taken away; in one that is not, it is taken', async () => {
  const server = await serving()
  const inside = launching(server)
  await connected(inside.page)
  inside.goTo(`${LAUNCH_FRAGMENT}x`)
  expect(inside.location.hash).toBe('')
  const outside = tab(server, '')
  await expect(connected(outside.page)).rejects.toMatchObject({ why: 'no-link' })
  outside.goTo('#/circles')
  expect(outside.location.reload).not.toHaveBeenCalled()
  outside.goTo(`${LAUNCH_FRAGMENT}x`)
  expect(outside.location.reload).toHaveBeenCalledOnce()
})
