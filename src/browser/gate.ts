import type { IncomingMessage } from 'node:http'

type Asking = Pick<IncomingMessage, 'method' | 'url' | 'headers'>

/** The host of ours that was asked for, or null: under any other name a foreign page could read what is answered. */
export function hostAsked({ headers }: Asking, hosts: ReadonlySet<string>): string | null {
  const host = headers.host ?? ''
  return hosts.has(host) ? host : null
}

/** Whether a page of ours asks. A browser says the origin truthfully; who says none is no page of ours. */
export const isFromOurPage = ({ headers }: Asking, host: string): boolean => headers.origin === `http://${host}`

/**
 * Why a plain request is refused, as an HTTP status; null if it is not. A foreign page may lead a person here, but
 * neither frame us nor load our files.
 */
export function refusedBecause(asking: Asking, host: string, longestUrl: number): number | null {
  const { method, url = '', headers } = asking
  const isReading = method === 'GET' || method === 'HEAD'
  if (!isReading) return isFromOurPage(asking, host) ? 405 : 403
  if (headers.origin !== undefined && !isFromOurPage(asking, host)) return 403
  if (isFromElsewhere(asking) && !isVisit(asking)) return 403
  if (url.length > longestUrl) return 414
  if (headers['transfer-encoding'] !== undefined || !['0', undefined].includes(headers['content-length'])) return 413
  return null
}

/** Browsers that do not say so yet are let through: they still cannot read what is answered. */
const isFromElsewhere = ({ headers }: Asking) => ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']))
const isVisit = ({ headers }: Asking) =>
  headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
