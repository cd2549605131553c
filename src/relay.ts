import { join } from 'node:path'
import type { RelayWish } from './cli/world.ts'
import { refuse, type Outcome } from './domain/refusal.ts'
import { usualBootstrap } from './network/internet/bootstrap.ts'
import { openRelay, type Relay } from './network/relay/relay.ts'
import { bootstrapEntries } from './node/bootstrap-setting.ts'
import { refusalOf } from './node/commands/answering.ts'

/** Beside a person's own things in the folder, if it is theirs too, and never mixed with them. */
const PLACE = 'relay'

/** A data folder in, a running relay out. */
export async function startRelay(
  folder: string,
  { bootstrap, ...wish }: RelayWish,
  onChange: () => void,
): Promise<Outcome<Relay>> {
  const asked = bootstrap === undefined ? usualBootstrap(process.env['NST_BOOTSTRAP']) : bootstrapEntries(bootstrap)
  if (asked === undefined) return refuse('not-an-address', { address: bootstrap ?? '' })
  try {
    return { ok: true, value: await openRelay({ ...wish, bootstrap: asked, folder: join(folder, PLACE), onChange }) }
  } catch (error) {
    const refused = refusalOf(error)
    if (refused === null) throw error
    return { ok: false, refusal: refused }
  }
}
