/** Where the window's pages come from: a scheme of the program's own, never a file or the network. */
export const SCHEME = 'app'
export const HOST = 'nst'
export const ORIGIN = `${SCHEME}://${HOST}`

export function isOurs(address: string): boolean {
  // `URL.origin` is "null" for schemes that Node's parser does not know as special.
  const url = URL.parse(address)
  return (
    url !== null && url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === ''
  )
}
