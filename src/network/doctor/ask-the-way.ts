import { InternetDht } from '../internet/internet-dht.ts'

/**
 * What those who know the way on the internet say of us. `open`: anybody can call this machine. `steady`: it is behind
 * something that lets answers through, so that two such machines can reach each other. `random`: each call leaves by
 * another door. `unknown`: too few answered to tell.
 */
export type TheWay = { readonly answered: boolean; readonly nat: 'open' | 'steady' | 'random' | 'unknown' }

/** Asks those who are named, and nobody else, until they answered or the signal aborts. */
export async function askTheWay(bootstrap: readonly string[], signal: AbortSignal): Promise<TheWay> {
  const dht = new InternetDht({ bootstrap })
  dht.on('error', () => {})
  try {
    const left = new AbortController()
    const late = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true, signal: left.signal })
      if (signal.aborted) resolve()
    })
    await Promise.race([dht.fullyBootstrapped(), late]).finally(() => left.abort())
    const { host, randomized } = dht
    const answered = dht.toArray().length > 0 || host !== null
    if (!answered || host === null) return { answered, nat: 'unknown' }
    if (randomized) return { answered, nat: 'random' }
    return { answered, nat: dht.remoteAddress() === null ? 'steady' : 'open' }
  } finally {
    await dht.destroy()
  }
}
