import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { FileLanguage } from '../../api/contract/exports.ts'
import { ThingKind } from '../../api/contract/imports.ts'
import type { Desk, Nst } from '../desk.ts'
import { Refused, Stopped } from '../stopping.ts'
import { tellBrought, tellReading } from '../tell/importing.ts'
import { reasonOf } from '../text-file.ts'
import { collect } from '../typed.ts'

type Asked = {
  into: string
  preview?: true
  kind?: (typeof ThingKind.options)[number][]
  only?: string[]
  language: (typeof FileLanguage.options)[number]
}

/** Of a file, in bytes, that goes to the node at once. */
const PART = 256 * 1024
const HALF_AN_HOUR_MS = 30 * 60_000

const MORE = `
It takes a Loomio group export, roles and circles as a table (CSV or Excel, with columns such as name, circle, purpose,
domains, accountabilities, held by), what GlassFrog's interface answers (JSON), and Holaspirit's workbook (.xlsx).
What was decided elsewhere comes in as noticed and waits in the backlog, with a proposal prepared that any member can
bring (nst driver propose): nobody here has consented to it. Names and addresses of people go nowhere; look at them with
--preview to invite them.`

/** import: what was decided with other programs, for the circle to take up. */
export function addImportCommand({ program, does }: Nst): void {
  program
    .command('import <FILE>')
    .description('Bring in what a group decided with another program, to be consented here')
    .helpGroup('Taking out and bringing in:')
    .requiredOption('--into <CIRCLE>', 'where to')
    .option('--preview', 'only say what would come in')
    .option('--kind <KIND>', `only this, of ${ThingKind.options.join(', ')}; may be given more than once`, kind)
    .option('--only <KEY>', 'only this one, by its key in the preview; may be given more than once', collect)
    .addOption(new Option('--language <LANGUAGE>', 'in which it is told').choices(FileLanguage.options).default('en'))
    .addHelpText('after', MORE)
    .action(async (file: string, options: Asked, command: unknown) =>
      options.preview === true
        ? does(async (desk) => preview(desk, file, options), tellReading, { patienceMs: HALF_AN_HOUR_MS })(
            file,
            options,
            command,
          )
        : does(async (desk) => bring(desk, file, options), tellBrought, { patienceMs: HALF_AN_HOUR_MS })(
            file,
            options,
            command,
          ),
    )
}

async function preview(desk: Desk, file: string, { into }: Asked) {
  return desk.client.imports.show({ reading: await read(desk, file, into) })
}

async function bring(desk: Desk, file: string, { into, kind: kinds, only, language }: Asked) {
  const reading = await read(desk, file, into)
  const wanted = { ...(kinds && { kinds }), ...(only && { only }) }
  return desk.client.imports.bring({ reading, language, ...wanted, ...desk.asOf })
}

/** Hands the file over part by part; the node stops it where something is wrong. */
async function read({ client, world }: Desk, file: string, circle: string): Promise<string> {
  const { reading } = await client.imports.begin({ circle })
  const parts = createReadStream(resolve(world.cwd, file), { highWaterMark: PART })[Symbol.asyncIterator]()
  const next = async () => {
    try {
      return (await parts.next()) as IteratorResult<Buffer, undefined>
    } catch (error) {
      throw new Refused({ code: 'no-such-file', about: { file, why: reasonOf(error) } })
    }
  }
  try {
    let part = await next()
    do {
      const after = part.done === true ? part : await next()
      const text = part.done === true ? '' : part.value.toString('base64')
      if (world.signal.aborted) throw new Stopped()
      await client.imports.add({ reading, part: text, last: after.done === true })
      part = after
    } while (part.done !== true)
    return reading
  } catch (error) {
    await client.imports.leave({ reading }).catch(() => undefined)
    throw error
  } finally {
    await parts.return?.()
  }
}

function kind(value: string, before?: string[]): string[] {
  const { success } = ThingKind.safeParse(value)
  if (!success) throw new InvalidArgumentError(`It is one of ${ThingKind.options.join(', ')}.`)
  return collect(value, before)
}
