import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createContext, use, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { clientOverSocket, type Client } from '../../src/api/client.ts'

/** The way to the node: a client, and whether its wire stands. */
export interface NodeLink {
  readonly client: Client
  readonly isUp: () => boolean
  readonly onChange: (listener: () => void) => () => void
}

/** A socket that comes back by itself after a break, as partysocket's does. */
export function linkOverSocket(socket: WebSocket): NodeLink {
  return {
    client: clientOverSocket(socket),
    isUp: () => socket.readyState === WebSocket.OPEN,
    onChange(listener) {
      for (const event of ['open', 'close', 'error']) socket.addEventListener(event, listener)
      return () => {
        for (const event of ['open', 'close', 'error']) socket.removeEventListener(event, listener)
      }
    },
  }
}

const Context = createContext<NodeLink | null>(null)

export function NodeProvider({ link, children }: { readonly link: NodeLink; readonly children: ReactNode }) {
  const queries = useMemo(
    // The node is on this machine: it answers also where a browser says that there is no network, and would wait.
    () =>
      new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, gcTime: 60_000, networkMode: 'always' } } }),
    [],
  )
  return (
    <Context value={link}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </Context>
  )
}

export function useNode(): Client {
  return useLink().client
}

/** Whether the program answers at all. */
export function useIsUp(): boolean {
  const link = useLink()
  return useSyncExternalStore(link.onChange, link.isUp)
}

function useLink(): NodeLink {
  const link = use(Context)
  if (link === null) throw new Error('no node around this component')
  return link
}
