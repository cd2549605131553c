import { expect, test } from 'vitest'
import type { WebSocket as Ws } from 'ws'
import { clientOverSocket } from '../../src/api/client.ts'
import { ENDED, LAUNCH_PATH, protocolsWith, RPC_PATH } from '../../src/browser/wire.ts'
import { until } from '../api/wires.ts'
import { askRaw, closing, enter, knock, letIn, linkToken, serving } from './serving.ts'

const clientOf = (socket: Ws) => clientOverSocket(socket as unknown as WebSocket)
const WRONG = 'A'.repeat(43)

test('a window that was let in has the whole API', async () => {
  const server = await serving()
  const socket = await enter(server)
  expect(socket.protocol).toBe('nst')
  const client = clientOf(socket)
  await client.circle.create({ name: 'Garden', aim: 'to grow' })
  expect(await client.circle.list({})).toHaveLength(1)
  expect(await client.program.info({})).toMatchObject({ version: '1.2.3', mode: 'browser', dataFolder: '/data' })
  // The token is nowhere in what the browser asked for, and the answer names only our protocol.
  expect(socket.url).toBe(`ws://${server.host}${RPC_PATH}`)
})

test('the other address of this machine serves the same, under its own name', async ({ skip }) => {
  const server = await serving()
  const origin = server.origin.replace('127.0.0.1', '[::1]')
  const found = await fetch(origin).catch(() => undefined)
  if (found === undefined) skip('this machine has no IPv6')
  expect(found?.headers.get('content-security-policy')).toContain(`ws://${new URL(origin).host};`)
  const token = await letIn(server)
  expect(await knock({ origin }, { protocols: protocolsWith(token) })).toMatchObject({ protocol: 'nst' })
  expect(await knock({ origin }, { protocols: protocolsWith(token), origin: server.origin })).toBe(403)
})

test('a foreign page opens no socket, whatever it knows', async () => {
  const server = await serving()
  const protocols = protocolsWith(await letIn(server))
  const { port } = new URL(server.origin)
  const foreign = [
    ['https://evil.example', 'null', 'file://', `https://${server.host}`, `http://localhost:${port}`],
    [`http://127.0.0.1`, `${server.origin}.evil.example`, `${server.origin}/`, `http://[::1]:${port}`],
  ].flat()
  for (const origin of foreign) expect([origin, await knock(server, { protocols, origin })]).toEqual([origin, 403])
})

test('without an origin no socket opens', async () => {
  const server = await serving()
  expect(await knock(server, { protocols: protocolsWith(await letIn(server)), origin: null })).toBe(403)
  expect(await knock(server, { path: LAUNCH_PATH, protocols: protocolsWith(linkToken(server)), origin: null })).toBe(
    403,
  )
})

test('without the token, with half of it, or in another place, no socket opens', async () => {
  const server = await serving()
  const token = await letIn(server)
  const refused = async (protocols: string[], path = RPC_PATH) =>
    expect([protocols, await knock(server, { protocols, path })]).toEqual([protocols, 403])
  await refused([])
  await refused(['nst'])
  await refused([`token.${token}`])
  await refused(['rpc', `token.${token}`])
  await refused(['nst', token])
  await refused(['nst', 'token.'])
  await refused(protocolsWith(WRONG))
  await refused(protocolsWith(token.slice(0, -1)))
  await refused(protocolsWith(`${token}A`))
  await refused(protocolsWith(token.toLowerCase()))
  await refused(['nst', `token.${WRONG}`, `token.${token}`])
  await refused(protocolsWith(linkToken(server)))
  await refused(protocolsWith(token), LAUNCH_PATH)
  expect(await knock(server, { path: `${RPC_PATH}?token=${token}`, protocols: ['nst'] })).toBe(404)
})

test('a link lets one window in, once', async () => {
  const server = await serving()
  const link = linkToken(server)
  const token = await letIn(server, link)
  expect(token).not.toBe(link)
  expect(await knock(server, { path: LAUNCH_PATH, protocols: protocolsWith(link) })).toBe(403)
  expect(server.windows.list(null)).toHaveLength(1)
})

test('a link is good for ten minutes, and older ones give way to newer', async () => {
  const server = await serving({ links: 2 })
  const [oldest, old] = [linkToken(server), linkToken(server)]
  server.time.now += 5 * 60_000
  const young = linkToken(server)
  expect(await knock(server, { path: LAUNCH_PATH, protocols: protocolsWith(oldest) })).toBe(403)
  server.time.now += 5 * 60_000
  expect(await knock(server, { path: LAUNCH_PATH, protocols: protocolsWith(old) })).toBe(403)
  await letIn(server, young)
})

test('sockets open on two paths only', async () => {
  const server = await serving()
  const protocols = protocolsWith(await letIn(server))
  for (const path of ['/', '/rpc/', '/RPC', '//rpc', '/%72pc', '/rpc?x', '/assets/main.js'])
    expect([path, await knock(server, { path, protocols })]).toEqual([path, 404])
})

test('a broken handshake is refused with our headers, a message that is too large ends its socket', async () => {
  const server = await serving({ payload: 1000 })
  const token = await letIn(server)
  const broken = await fetchUpgrade(server.origin, token)
  expect(broken).toMatch(/^HTTP\/1\.1 400 /)
  expect(broken).toContain('nosniff')
  const socket = await enter(server, token)
  const closed = closing(socket)
  socket.send('x'.repeat(1001))
  expect(await closed).toBe(1009)
  // The program and the window are none the worse for it.
  expect(await clientOf(await enter(server, token)).circle.list({})).toEqual([])
})

test('a page that floods its socket loses it', async () => {
  const server = await serving({ messages: { burst: 5, perSecond: 1 } })
  const socket = await enter(server)
  const closed = closing(socket)
  const client = clientOf(socket)
  await Promise.allSettled(Array.from({ length: 6 }, async () => client.circle.list({})))
  expect(await closed).toBe(1008)
})

test('a window has so many sockets and not more, and the program so many windows', async () => {
  const server = await serving({ socketsPerWindow: 2, windows: 2 })
  const token = await letIn(server)
  const sockets = [await enter(server, token), await enter(server, token)]
  expect(await knock(server, { protocols: protocolsWith(token) })).toBe(429)
  const away = await letIn(server)
  // One that is away makes room; those that are there do not.
  const third = await letIn(server)
  expect(await knock(server, { protocols: protocolsWith(away) })).toBe(403)
  await enter(server, third)
  expect(await knock(server, { path: LAUNCH_PATH, protocols: protocolsWith(linkToken(server)) })).toBe(403)
  const closed = closing(sockets[0]!)
  sockets[0]!.close()
  await closed
  await until(() => server.windows.list(null).length === 2)
  expect(await knock(server, { protocols: protocolsWith(token) })).toMatchObject({ protocol: 'nst' })
})

test('a person sees their windows, as they come and go', async () => {
  const server = await serving()
  const [mine, other] = [await enter(server), await enter(server)]
  const following = await clientOf(mine).live.program.windows({})
  const { value } = await following.next()
  expect(value).toMatchObject([
    { connected: true, isThis: true },
    { connected: true, isThis: false },
  ])
  server.time.now += 90_000
  other.close()
  const after = await following.next()
  const minute = server.time.now - (server.time.now % 60_000)
  expect(after.value).toMatchObject([{ connected: true }, { connected: false, lastSeen: minute }])
  await following.return?.()
})

test('a window that is ended is cut off at once, and its token is dead', async () => {
  const server = await serving()
  const token = await letIn(server)
  const sockets = [await enter(server, token), await enter(server, token)]
  const mine = clientOf(await enter(server))
  const other = (await mine.program.windows({})).find(({ isThis }) => !isThis)!
  const closed = sockets.map(closing)
  // Not even what it said in the same moment counts any more.
  expect(await mine.program.endWindow({ window: other.window })).toEqual({ ended: 1 })
  sockets[0]!.send('{}')
  expect(await Promise.all(closed)).toEqual([ENDED, ENDED])
  expect(await knock(server, { protocols: protocolsWith(token) })).toBe(403)
  expect(await mine.program.endWindow({ window: other.window })).toEqual({ ended: 0 })
  expect(await mine.program.windows({})).toHaveLength(1)
})

test('nothing that an ended window says is done, even if it does not let go', async () => {
  const server = await serving({ goodbye: 20 })
  const token = await letIn(server)
  const socket = await enter(server, token)
  const closed = closing(socket)
  const client = clientOf(socket)
  const creating = client.circle.create({ name: 'late', aim: 'x' })
  server.windows.end('all', null)
  await expect(creating).rejects.toThrow(/closed/)
  await closed
  expect(server.circles).toEqual([])
})

test('all others, or all, can be ended', async () => {
  const server = await serving()
  const sockets = [await enter(server), await enter(server), await enter(server)]
  const mine = clientOf(sockets[0]!)
  expect(await mine.program.endWindow({ window: 'others' })).toEqual({ ended: 2 })
  expect(await mine.program.windows({})).toMatchObject([{ isThis: true }])
  const closed = closing(sockets[0]!)
  server.windows.end('all', null)
  expect(await closed).toBe(ENDED)
  expect(server.windows.list(null)).toEqual([])
})

test('a window that is away for a day has to be let in anew', async () => {
  const server = await serving()
  const token = await letIn(server)
  server.time.now += 24 * 60 * 60_000 + 1
  expect(await knock(server, { protocols: protocolsWith(token) })).toBe(403)
})

test('a window makes a link for another, and stops the program', async () => {
  const server = await serving()
  const client = clientOf(await enter(server))
  const { link, until: lasts } = await client.program.openWindow({})
  expect(lasts).toBe(server.time.now + 600_000)
  await letIn(server, link.split('#launch=')[1])
  await client.program.stop({})
  expect(server.stopped.times).toBe(1)
})

test('no two tokens are alike, and each has 256 bits', async () => {
  const server = await serving()
  const tokens = [linkToken(server), linkToken(server), await letIn(server)]
  expect(new Set(tokens).size).toBe(3)
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32)
})

test('closing says goodbye to each page and gives the port back', async () => {
  const server = await serving()
  const socket = await enter(server)
  const closed = closing(socket)
  await server.close()
  expect(await closed).toBe(1001)
  await serving({}, { port: Number(new URL(server.origin).port) })
})

async function fetchUpgrade(origin: string, token: string): Promise<string> {
  const lines = [
    'GET /rpc HTTP/1.1',
    `Host: ${new URL(origin).host}`,
    `Origin: ${origin}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: short',
    `Sec-WebSocket-Protocol: ${protocolsWith(token).join(', ')}`,
  ]
  return askRaw({ origin }, `${lines.join('\r\n')}\r\n\r\n`)
}
