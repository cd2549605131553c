import { mkdir, rename, symlink, utimes, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ask, askRaw, builtWindow, INDEX, knock, serving, type Answer } from './serving.ts'

const SAFE = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}
const nonceIn = ({ headers }: Answer) => /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1]

test('the window is served, each kind of file as what it is', async () => {
  const server = await serving()
  const index = await ask(server)
  expect(index.status).toBe(200)
  expect(index.headers['content-type']).toBe('text/html; charset=utf-8')
  expect((await ask(server, { path: '/index.html' })).status).toBe(200)
  const script = await ask(server, { path: '/assets/main.js' })
  expect(script).toMatchObject({ status: 200, body: 'export {}' })
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
  expect(await ask(server, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
})

test('a nonce is in the policy and in the page, and another one in the next', async () => {
  const server = await serving()
  const [one, other] = [await ask(server), await ask(server)]
  expect(one.body).toBe(INDEX.replace('__CSP_NONCE__', nonceIn(one)!))
  expect(Buffer.from(nonceIn(one)!, 'base64')).toHaveLength(16)
  expect(nonceIn(other)).not.toBe(nonceIn(one))
})

test('the policy allows what the window needs and nothing more', async () => {
  const server = await serving()
  const answer = await ask(server)
  expect(String(answer.headers['content-security-policy']).replace(nonceIn(answer)!, 'N').split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'nonce-N'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    'media-src blob:',
    "worker-src 'self'",
    `connect-src 'self' ws://${server.host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ])
  const allowed = String(answer.headers['permissions-policy']).split(', ')
  expect(allowed.filter((one) => !one.endsWith('=()'))).toEqual(['camera=(self)', 'clipboard-write=(self)'])
})

test('every answer has the safe headers, refusals too, and none opens a door to other origins', async () => {
  const server = await serving()
  const answers = await Promise.all([
    ask(server),
    ask(server, { path: '/assets/main.css' }),
    ask(server, { path: '/nothing' }),
    ask(server, { method: 'PUT', headers: { Origin: server.origin } }),
    ask(server, { headers: { Host: 'evil.example' } }),
    ask(server, { path: `/${'x'.repeat(2000)}` }),
    ask(server, { headers: { Expect: '100-continue' } }),
    ask(server, { headers: { Expect: 'much' } }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 405, 403, 414, 200, 200])
  for (const { headers } of answers) {
    expect(headers).toMatchObject(SAFE)
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/)
    expect(headers['permissions-policy']).toContain('microphone=()')
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control') || name === 'set-cookie')).toEqual(
      [],
    )
  }
  const raw = [
    await askRaw(server, 'nonsense\r\n\r\n'),
    await askRaw(server, `CONNECT other:80 HTTP/1.1\r\nHost: ${server.host}\r\n\r\n`),
    await askRaw(server, `GET /rpc HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`),
  ]
  expect(raw.map((text) => text.slice(9, 12))).toEqual(['400', '405', '403'])
  for (const text of raw) for (const name of Object.keys(SAFE)) expect(text.toLowerCase()).toContain(name)
})

describe('by another name', () => {
  const names = (port: string) => [
    'evil.example',
    `evil.example:${port}`,
    `127.0.0.1.evil.example:${port}`,
    `localhost:${port}`,
    '127.0.0.1',
    '127.0.0.1:1',
    `127.0.0.1:${port}.`,
    `0.0.0.0:${port}`,
    `127.1:${port}`,
    `2130706433:${port}`,
    `user@127.0.0.1:${port}`,
  ]
  test('no page is served: a name that was bent to this machine reads nothing', async () => {
    const server = await serving()
    for (const Host of names(server.host.split(':')[1]!)) {
      expect({ Host, ...(await ask(server, { headers: { Host } })) }).toMatchObject({ Host, status: 403, body: '' })
      // Chromium and others send the foreign page's own origin along; it helps nobody.
      const headers = { Host, Origin: `http://${Host}` }
      expect({ Host, ...(await ask(server, { headers })) }).toMatchObject({ Host, status: 403 })
    }
  })

  test('without a host, or with two, no page is served either', async () => {
    const server = await serving()
    expect(await askRaw(server, 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /)
    expect(await askRaw(server, 'GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /)
    const two = `GET / HTTP/1.1\r\nHost: evil.example\r\nHost: ${server.host}\r\nConnection: close\r\n\r\n`
    expect(await askRaw(server, two)).toMatch(/^HTTP\/1\.1 40[03] /)
  })

  test('no socket opens', async () => {
    const server = await serving()
    for (const host of names(server.host.split(':')[1]!))
      expect([host, await knock(server, { host, origin: `http://${host}` })]).toEqual([host, 403])
  })
})

test('only reading is allowed, and anything else from elsewhere is not even told so', async () => {
  const server = await serving()
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
    const ours = await ask(server, { method, headers: { Origin: server.origin } })
    expect({ method, ...ours }).toMatchObject({ method, status: 405, headers: { allow: 'GET, HEAD' } })
    for (const from of [{}, { Origin: 'https://evil.example' }, { Origin: 'null' }])
      expect([method, from, (await ask(server, { method, headers: from })).status]).toEqual([method, from, 403])
  }
})

test('a foreign page may lead here, but not load or frame what is here', async () => {
  const server = await serving()
  const from = (site: string, mode: string, dest: string) => {
    const headers = { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': mode, 'Sec-Fetch-Dest': dest }
    return ask(server, { headers }).then(({ status }) => status)
  }
  expect(await from('none', 'navigate', 'document')).toBe(200)
  expect(await from('same-origin', 'cors', 'script')).toBe(200)
  expect(await from('cross-site', 'navigate', 'document')).toBe(200)
  expect(await from('cross-site', 'navigate', 'iframe')).toBe(403)
  expect(await from('cross-site', 'no-cors', 'script')).toBe(403)
  // Another port of this machine is another program, though the same site.
  expect(await from('same-site', 'no-cors', 'image')).toBe(403)
  expect((await ask(server, { headers: { Origin: 'https://evil.example' } })).status).toBe(403)
})

test('no path, however it is written, leads out of the folder', async () => {
  const server = await serving()
  const ways = [
    ['/../secret.js', '/assets/../../secret.js', '/assets/../index.html', '/./index.html', '//index.html'],
    ['/%2e%2e/secret.js', '/%2E%2E%2Fsecret.js', '/..%2fsecret.js', '/%252e%252e%252fsecret.js', '/.%2e/secret.js'],
    ['/..\\secret.js', '/..%5csecret.js', '/%5c..%5csecret.js', '/assets\\main.js', '/..%255csecret.js'],
    ['/index.html%00.js', '/%00', '/secret.js%00.html', '/assets/main.js%20', '/assets/main.js.'],
    ['/%c0%ae%c0%ae/secret.js', '/%uff0e%uff0e/secret.js', '/..;/secret.js', '/....//secret.js', '/file:///etc/passwd'],
    ['/assets', '/assets/', '/assets/main.js/', '/ASSETS/main.js', '/assets/main.js?x', '/?x', '/__proto__'],
    [`${server.root}/index.html`, '/etc/passwd', '/C:/secret.js', '/constructor'],
  ].flat()
  for (const path of ways)
    expect({ path, ...(await ask(server, { path })) }).toMatchObject({ path, status: 404, body: '' })
  const raw = (target: string) =>
    askRaw(server, `GET ${target} HTTP/1.1\r\nHost: ${server.host}\r\nConnection: close\r\n\r\n`)
  expect(await raw(`${server.origin}/../secret.js`)).toMatch(/^HTTP\/1\.1 404 /)
  expect(await raw('*')).toMatch(/^HTTP\/1\.1 40[04] /)
  expect(await raw('/a\0b')).toMatch(/^HTTP\/1\.1 400 /)
})

test('links, hidden files and files of no known kind are not part of the window', async () => {
  const root = await builtWindow()
  await mkdir(join(root, '..', 'more'))
  await writeFile(join(root, '..', 'more', 'inside.js'), 'secret')
  await symlink(join(root, '..', 'secret.js'), join(root, 'link.js'))
  await symlink(join(root, '..', 'more'), join(root, 'folder'))
  await writeFile(join(root, '.env.js'), 'secret')
  await writeFile(join(root, 'main.js.map'), 'secret')
  const server = await serving({}, { root })
  for (const path of ['/link.js', '/folder/inside.js', '/.env.js', '/main.js.map'])
    expect([path, (await ask(server, { path })).status]).toEqual([path, 404])
})

test('a window that is built anew is served anew, and the last one while there is none', async () => {
  const server = await serving()
  await rename(join(server.root, 'index.html'), join(server.root, 'away'))
  expect((await ask(server)).status).toBe(200)
  await writeFile(join(server.root, 'index.html'), 'new')
  await utimes(join(server.root, 'index.html'), 1, 1)
  expect((await ask(server)).body).toBe('new')
})

test('what is too large is refused', async () => {
  const server = await serving()
  const Origin = server.origin
  expect((await ask(server, { path: `/${'x'.repeat(1024)}` })).status).toBe(414)
  expect((await ask(server, { headers: { 'X-Much': 'x'.repeat(8192) } })).status).toBe(431)
  expect((await ask(server, { headers: { Origin, 'Content-Length': '1' }, body: 'x' })).status).toBe(413)
  expect((await ask(server, { headers: { Origin, 'Transfer-Encoding': 'chunked' }, body: 'x' })).status).toBe(413)
})

test('too many requests are refused until some time has passed', async () => {
  const server = await serving({ requests: { burst: 3, perSecond: 1 } })
  const statuses = async (count: number) => {
    const found: number[] = []
    for (let nth = 0; nth < count; nth += 1) found.push((await ask(server)).status)
    return found
  }
  expect(await statuses(5)).toEqual([200, 200, 200, 429, 429])
  // Strangers cannot use it up for the person.
  await Promise.all(Array.from({ length: 9 }, async () => ask(server, { headers: { Host: 'evil.example' } })))
  server.time.now += 2000
  expect(await statuses(3)).toEqual([200, 200, 429])
  expect(await knock(server)).toBe(429)
})

test('too many connections are cut off', async () => {
  const server = await serving({ connections: 3 })
  const { hostname, port } = new URL(server.origin)
  const sockets = Array.from({ length: 3 }, () => connect(Number(port), hostname))
  onTestFinished(() => sockets.forEach((socket) => socket.destroy()))
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve))))
  await expect(ask(server)).rejects.toThrow(/hang up|ECONNRESET/)
  const [one] = sockets
  const gone = new Promise((resolve) => one?.once('close', resolve))
  one?.destroy()
  await gone
  await expect
    .poll(async () =>
      ask(server).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200)
})

test('who sends nothing, or drop by drop, is cut off', async () => {
  const server = await serving({ headersTime: 50, requestTime: 50, checkEvery: 10 })
  expect(await askRaw(server, '')).toMatch(/^(HTTP\/1\.1 408 |$)/)
  expect(await askRaw(server, `GET / HTTP/1.1\r\nHost: ${server.host}\r\n`)).toMatch(/^HTTP\/1\.1 408 /)
})
