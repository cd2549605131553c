import { resolve } from 'node:path'
import type { Nst } from '../desk.ts'
import { tellDrives, tellExchanged } from '../tell/stick.ts'
import { bytes, collect } from '../typed.ts'

/** What reads or writes whole files of circles. */
const LONG = { patienceMs: 30 * 60_000, isLong: true }

type SyncOptions = { circle: string[]; keep?: true; limit?: number }

/** stick. */
export function addStickCommands({ program, world, does }: Nst): void {
  const stick = program
    .command('stick')
    .description('Exchange everything new through a stick, or any folder, with people you never share a network with')
    .helpGroup('Meeting:')
  stick
    .command('sync <FOLDER>', { isDefault: true })
    .description('Read what others left there, and write what is new for them')
    .option('--circle <CIRCLE>', 'only this circle; may be given several times', collect, [])
    .option('--keep', 'from now on also by itself, whenever it is there while your node runs (nst up)')
    .option('--limit <SIZE>', 'how much all circles may take up there, like 500MB', bytes)
    .action(
      does(
        async ({ client, asOf, note }, { circle, keep, limit }: SyncOptions, given: string) => {
          const folder = resolve(world.cwd, given)
          note(`Exchanging with ${folder}. Leave it in until this says it is done …`)
          const circles = circle.length === 0 ? {} : { circles: circle }
          const most = limit === undefined ? {} : { limit }
          return client.stick.sync(
            { folder, ...circles, ...most, ...(keep && { keep }), ...asOf },
            { signal: world.signal },
          )
        },
        tellExchanged,
        LONG,
      ),
    )
  stick
    .command('list')
    .description('Sticks that are put in, and folders that are kept')
    .action(does(async ({ client }) => client.stick.list({}), tellDrives))
  stick
    .command('forget <FOLDER>')
    .description('Not by itself any more; what is there stays there')
    .action(
      does(
        async ({ client, asOf }, _options: object, given: string) =>
          client.stick.forget({ folder: resolve(world.cwd, given), ...asOf }),
        ({ folder }) => `${folder} is not looked at by itself any more. What is on it stays.`,
      ),
    )
}
