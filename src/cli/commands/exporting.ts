import { resolve } from 'node:path'
import { Option } from 'commander'
import { ExportForm, FileLanguage } from '../../api/contract/exports.ts'
import type { Desk, Nst } from '../desk.ts'
import { Refused, Stopped } from '../stopping.ts'
import { writeWhole } from '../write-whole.ts'

/** A browser may take minutes to print a long logbook. */
const LONG = { patienceMs: 30 * 60_000 }
/** What a browser prints of the same page. */
const PRINTED = { 'logbook.pdf': 'logbook.html', 'minutes.pdf': 'minutes.html' } as const
const FORMS = [...ExportForm.options, ...(Object.keys(PRINTED) as (keyof typeof PRINTED)[])]

type Asked = {
  as: (typeof FORMS)[number]
  out: string
  meeting?: string
  language: (typeof FileLanguage.options)[number]
  details?: true
}

const MORE = `
A PDF is printed by a browser that is on this machine (Chromium, Chrome, Brave, Vivaldi or Edge), without a window, without
the internet and without leaving anything behind. Where there is none, take logbook.html or minutes.html and print it with
any other. A calendar and what others can read hold no names of people unless you add --details.`

/** export: what a circle remembers, in files that other programs read. */
export function addExportCommand({ program, world, does }: Nst): void {
  program
    .command('export <CIRCLE>')
    .description('Write what the circle remembers into a file that other programs read')
    .helpGroup('Taking out and bringing in:')
    .addOption(new Option('--as <FORM>', 'what, and how it is written').choices(FORMS).makeOptionMandatory())
    .requiredOption('--out <FILE>', 'where to')
    .option('--meeting <MEETING>', 'whose minutes; the last meeting otherwise')
    .addOption(new Option('--language <LANGUAGE>', 'of the headings').choices(FileLanguage.options).default('en'))
    .option('--details', 'in a calendar also places, agendas, names and your time zone')
    .addHelpText('after', MORE)
    .action(
      does(
        async (desk, { out, ...asked }: Asked, circle: string) =>
          exportTo(desk, circle, asked, resolve(world.cwd, out)),
        ({ file }) => `It is in ${file}`,
        LONG,
      ),
    )
}

async function exportTo(desk: Desk, circle: string, { as: form, ...asked }: Omit<Asked, 'out'>, file: string) {
  const isPrinted = form in PRINTED
  const written = isPrinted ? PRINTED[form as keyof typeof PRINTED] : (form as keyof typeof ExportForm.enum)
  const { text } = await desk.client.exports.write({
    circle,
    form: written,
    ...asked,
    ...(desk.withBlocked && { withBlocked: true }),
    ...desk.asOf,
  })
  const bytes = isPrinted ? await printed(desk, text) : Buffer.from(text)
  if (desk.world.signal.aborted) throw new Stopped()
  writeWhole(file, bytes, 0o600)
  return { file, form, bytes: bytes.byteLength }
}

async function printed({ world }: Desk, html: string): Promise<Uint8Array> {
  const pdf = await world.print(html).catch((error: unknown) => {
    throw world.signal.aborted ? error : new Refused({ code: 'no-printer', about: { why: whyOf(error) } })
  })
  if (pdf === null) throw new Refused({ code: 'no-printer' })
  return pdf
}

const whyOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
