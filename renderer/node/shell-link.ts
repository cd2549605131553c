import { clientOverPorts } from '../../src/api/client.ts'
import type { NodeLink } from './node-context.tsx'

/** What of the page is needed; a test gives its own. */
export interface ShellPage {
  readonly location: { readonly origin: string }
  addEventListener(event: 'message', listener: (event: MessageEvent) => void): void
  postMessage(data: string, origin: string): void
}

const ASK_AGAIN_MS = 1_000

/** Whether an installed program shows this page, by its own scheme, instead of a browser. */
export const isInShell = (protocol = window.location.protocol): boolean => protocol === 'app:'

let linked: Promise<NodeLink> | undefined

/** A wire to the node by the port that the preload hands over; another one is asked for when it breaks. */
export function linkFromShell(): Promise<NodeLink> {
  return (linked ??= linkThrough(window, (call) => setTimeout(call, ASK_AGAIN_MS)))
}

export function linkThrough(page: ShellPage, later: (call: () => void) => void): Promise<NodeLink> {
  const { client, use } = clientOverPorts()
  const listeners = new Set<() => void>()
  let isUp = false
  const tell = (up: boolean) => {
    isUp = up
    for (const listener of listeners) listener()
  }
  const { origin } = page.location
  const ask = () => page.postMessage('nst-port-please', origin)
  const link: NodeLink = {
    client,
    isUp: () => isUp,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return new Promise((resolve) => {
    page.addEventListener('message', ({ source, data, ports: [port] }) => {
      if (source !== page || data !== 'nst-port' || port === undefined) return
      use(port)
      port.addEventListener('close', () => {
        tell(false)
        later(ask)
      })
      tell(true)
      resolve(link)
    })
    ask()
  })
}
