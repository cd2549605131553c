import { createRouterClient } from '@orpc/server'
import type { Client } from './client.ts'
import type { ApiRouter } from './router.ts'

/** The API without a wire, for a client in the node's own process: the same checks, nothing is copied. */
export function clientInProcess(router: ApiRouter): Client {
  return createRouterClient(router)
}
