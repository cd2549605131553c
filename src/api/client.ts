import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from './contract.ts'

/** What a window, the command line or a test holds; the same over every kind of wire. */
export type Client = ContractRouterClient<Contract>

export function clientOverSocket(websocket: WebSocket): Client {
  return createORPCClient(new SocketLink({ websocket }))
}

/** A port of the window, or of a worker. */
export function clientOverPort(port: InstanceType<typeof MessagePort>): Client {
  const client: Client = createORPCClient(new PortLink({ port }))
  port.start()
  return client
}

/** Over whichever port there is now, through breaks; while there is none, every question fails at once. */
export function clientOverPorts(): {
  readonly client: Client
  readonly use: (port: InstanceType<typeof MessagePort>) => void
} {
  let link: PortLink<object> | undefined
  const client: Client = createORPCClient<Client>({
    call: async (path, input, options) => {
      if (link === undefined) throw new Error('the wire is broken')
      return link.call(path, input, options)
    },
  })
  const use = (port: InstanceType<typeof MessagePort>) => {
    const mine = new PortLink({ port })
    link = mine
    port.addEventListener('close', () => {
      if (link === mine) link = undefined
    })
    port.start()
  }
  return { client, use }
}
