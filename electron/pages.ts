import { randomBytes } from 'node:crypto'
import { protocol } from 'electron'
import { isPage, withNonce, type BuiltWindow } from '../src/browser/built-window.ts'
import { safeHeaders } from '../src/browser/headers.ts'
import { isOurs, SCHEME } from './origin.ts'

/** To be called before the program is ready: a standard, secure scheme, without the powers of a file's. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Answers for the files of the built window and nothing else, under the policy that they have in a browser too. */
export function servePages(built: () => Promise<BuiltWindow>): void {
  protocol.handle(SCHEME, async ({ url, method }) => {
    const asked = isOurs(url) && ['GET', 'HEAD'].includes(method) ? new URL(url) : null
    const file = asked === null || asked.search !== '' ? undefined : (await built()).get(asked.pathname)
    if (file === undefined) return new Response(null, { status: 404, headers: safeHeaders(null, null) })
    const nonce = isPage(file) ? randomBytes(16).toString('base64') : null
    const headers = { ...safeHeaders("'self'", nonce), 'Content-Type': file.type }
    return new Response(new Uint8Array(withNonce(file, nonce)), { headers })
  })
}
