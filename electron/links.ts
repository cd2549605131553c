import { isAbsolute, resolve } from 'node:path'

/** `nst://join#INVITE`, as an invite is sent in a message; the invite is the part that no program sends anywhere. */
export const LINK_SCHEME = 'nst'
const LONGEST = 4_096
const INVITE = /^[A-Za-z0-9_.:~+/=-]+$/

/**
 * The page that something handed over from outside leads to: a link, a file of a circle, a certificate or an update; null for anything else. The
 * page only asks: a link or a file does nothing by itself.
 */
export function pageFor(given: string, folder: string): string | null {
  if (given.length > LONGEST || given.startsWith('-')) return null
  if (given.toLowerCase().startsWith(`${LINK_SCHEME}:`)) return pageForLink(given)
  const file = isAbsolute(given) ? given : resolve(folder, given)
  if (/\.nst$/i.test(file)) return `/open/${inAddress(file)}`
  if (/\.nst-certificate$/i.test(file)) return `/certificate/${inAddress(file)}`
  if (/\.nst-update$/i.test(file)) return `/updates/${inAddress(file)}`
  return null
}

function pageForLink(link: string): string | null {
  const url = URL.parse(link)
  if (url === null || url.host.toLowerCase() !== 'join') return null
  const invite = url.hash.slice(1)
  return INVITE.test(invite) ? `/join/${invite}` : null
}

/** A path has signs that an address has a use for. */
const inAddress = (file: string): string => Buffer.from(file, 'utf8').toString('base64url')

/** The first of the arguments of a second start that leads somewhere. */
export function pageAmong(args: readonly string[], folder: string): string | null {
  return args.map((given) => pageFor(given, folder)).find((page) => page !== null) ?? null
}
