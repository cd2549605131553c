import { resolve } from 'node:path'
import type { Nst } from '../desk.ts'
import { orNothing, short, when } from '../tell/lines.ts'

/** What reads or writes whole files of circles. */
const LONG = { patienceMs: 30 * 60_000, isLong: true }

type ExportOptions = { out: string; since?: string; have?: true }
type Exported = { file: string; events: number; bytes: number; whole: boolean }

const tellExport = ({ since, have }: ExportOptions) =>
  function tell({ file, events, bytes, whole }: Exported): string {
    if (have) return `${file} says what you have, so that others can leave it out: nst bundle export … --since ${file}`
    const what = since === undefined ? 'the whole circle' : 'what comes after that'
    if (whole) return `${file} holds ${what} (${events} entries, ${bytes} bytes).`
    return `${file} holds what is here of the circle, and some of it has not arrived yet. Connect, then write it again.`
  }

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
    .option('--since <FILE>', 'leave out what this file holds, or says its reader has')
    .option('--have', 'only say what is here, so that somebody can leave that out for you (--since)')
    .action(async (circle: string, options: ExportOptions, command: unknown) => {
      const file = resolve(world.cwd, options.out)
      const since = options.since === undefined ? {} : { since: resolve(world.cwd, options.since) }
      return does(
        async ({ client, asOf, note }) => {
          note(`Writing ${file} …`)
          const what = { circle, file, ...since, ...(options.have && { isEmpty: true }), ...asOf }
          return client.bundle.export(what, { signal: world.signal })
        },
        tellExport(options),
        LONG,
      )(circle, options, command)
    })
  bundle
    .command('import <FILE>')
    .description('Take in what such a file holds')
    .action(
      does(
        async ({ client, asOf, note }, _options: object, file: string) => {
          note(`Reading ${file} …`)
          return client.bundle.import({ file: resolve(world.cwd, file), ...asOf }, { signal: world.signal })
        },
        ({ events, circle, apart }) =>
          `${events === 0 ? 'Nothing' : events} new for circle ${short(circle)}.${apart ? ' Some of it continues an earlier file that has not been read here: read that one too.' : ''}`,
        LONG,
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
