import { join } from 'node:path'
import type { KeeperWish } from './cli/world.ts'
import { refuse, type Outcome } from './domain/refusal.ts'
import { parseEndpoint } from './network/address.ts'
import { usualBootstrap } from './network/internet/bootstrap.ts'
import { onTheInternet } from './network/keeper/keeper-abroad.ts'
import { openKeeper, type Keeper } from './network/keeper/keeper.ts'
import { bootstrapEntries } from './node/bootstrap-setting.ts'
import { refusalOf } from './node/commands/answering.ts'

/** Beside a person's own things in the folder, if it is theirs too, and never mixed with them. */
const PLACE = 'keeper'

/**
 * A data folder in, a running keeper out. Loaded by nothing but a process that is to be one: what it is made of changes
 * how every log of its process is passed on.
 */
export async function startKeeper(
  folder: string,
  { listen, at, internet, bootstrap, ...wish }: KeeperWish,
  onChange: () => void,
): Promise<Outcome<Keeper>> {
  const [here, there] = [listen, at].map((text) => (text === undefined ? null : parseEndpoint(text)))
  if (here === undefined || there === undefined || there?.port === 0)
    return refuse('not-an-address', { address: (here === undefined ? listen : at) ?? '' })
  const asked = bootstrap === undefined ? usualBootstrap(process.env['NST_BOOTSTRAP']) : bootstrapEntries(bootstrap)
  if (asked === undefined) return refuse('not-an-address', { address: bootstrap ?? '' })
  try {
    const places = { listen: here, at: there }
    const keeper = await openKeeper({
      ...wish,
      ...places,
      ...(internet && { join: (seat) => onTheInternet(seat, asked) }),
      folder: join(folder, PLACE),
      clock: () => Date.now(),
      onChange,
    })
    return { ok: true, value: keeper }
  } catch (error) {
    const refused = refusalOf(error)
    if (refused === null) throw error
    return { ok: false, refusal: refused }
  }
}
