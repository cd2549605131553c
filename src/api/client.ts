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
