import { InternetDht } from '../internet/internet-dht.ts'
import type { KeeperSeat } from './keeper.ts'

/** Makes a keeper one that is found by its key, from wherever on the internet; the returned function ends it. */
export async function onTheInternet(
  { keyPair, onStream }: KeeperSeat,
  bootstrap: readonly string[],
): Promise<() => Promise<void>> {
  const dht = new InternetDht({ bootstrap })
  const server = dht.createServer({ firewall: () => false }, onStream)
  // Announced again by itself when there is a way at last: nobody waits for that.
  const listening = server.listen({ ...keyPair }).catch(() => undefined)
  return async () => {
    await dht.destroy()
    await listening
  }
}
