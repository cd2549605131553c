import { resolve } from 'node:path'
import type { Nst } from '../desk.ts'
import { NotYet } from '../stopping.ts'
import { orNothing, short, when } from '../tell/lines.ts'

const HALF_AN_HOUR_MS = 30 * 60_000

/** bundle, log. */
export function addCarryingCommands({ program, world, does }: Nst): void {
  const bundle = program
    .command('bundle')
    .description('Carry a circle in a file, for instance on a stick')
    .helpGroup('Meeting:')
  bundle
    .command('export <CIRCLE>')
    .description('Write all that you have of a circle into a file; only its members can read it')
    .requiredOption('--out <FILE>', 'where to')
    .option('--since <FILE>', 'only what an earlier file does not hold (not yet there)')
    .action(async (circle: string, options: { out: string; since?: string }, command: unknown) => {
      if (options.since !== undefined) throw new NotYet('--since')
      const file = resolve(world.cwd, options.out)
      return does(
        async ({ client, asOf, note }) => {
          note(`Writing ${file} …`)
          return client.bundle.export({ circle, file, ...asOf })
        },
        ({ events, bytes, whole }) =>
          whole
            ? `${file} holds the whole circle (${events} entries, ${bytes} bytes).`
            : `${file} holds what is here of the circle, and some of it has not arrived yet. Connect, then write it again.`,
        { patienceMs: HALF_AN_HOUR_MS },
      )(circle, options, command)
    })
  bundle
    .command('import <FILE>')
    .description('Take in what such a file holds')
    .action(
      does(
        async ({ client, asOf, note }, _options: object, file: string) => {
          note(`Reading ${file} …`)
          return client.bundle.import({ file: resolve(world.cwd, file), ...asOf })
        },
        ({ events, circle }) => `${events === 0 ? 'Nothing' : events} new for circle ${short(circle)}.`,
        { patienceMs: HALF_AN_HOUR_MS },
      ),
    )
  program
    .command('log <CIRCLE>')
    .description('Everything written in a circle, and what did not count')
    .helpGroup('Looking closer:')
    .action(
      does(
        async ({ client }, _options: object, circle: string) => client.log.list({ circle }),
        ({ items }) =>
          orNothing(
            items.map(
              ({ event, type, person, name, at, counted, refusal }) =>
                `${short(event)}  ${at === null ? '' : when(at)}  ${name ?? (person === null ? 'someone' : short(person))}  ${type}${counted ? '' : `  left out: ${refusal ?? ''}`}`,
            ),
            'Nothing is written yet.',
          ),
      ),
    )
}
