import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Option } from 'commander'
import { ExportForm, FileLanguage } from '../../api/contract/exports.ts'
import type { Desk, Nst } from '../desk.ts'
import { Refused } from '../stopping.ts'
import { reasonOf } from '../text-file.ts'

type Asked = {
  as: (typeof ExportForm.options)[number]
  out: string
  meeting?: string
  language: (typeof FileLanguage.options)[number]
  details?: true
}

const MORE = `
For a PDF, take logbook.html or minutes.html, open it in any browser and print it into a file; the window does it in one
step. A calendar and what others can read hold no names of people unless you add --details.`

/** export: what a circle remembers, in files that other programs read. */
export function addExportCommand({ program, world, does }: Nst): void {
  program
    .command('export <CIRCLE>')
    .description('Write what the circle remembers into a file that other programs read')
    .helpGroup('Taking out and bringing in:')
    .addOption(
      new Option('--as <FORM>', 'what, and how it is written').choices(ExportForm.options).makeOptionMandatory(),
    )
    .requiredOption('--out <FILE>', 'where to')
    .option('--meeting <MEETING>', 'whose minutes; the last meeting otherwise')
    .addOption(new Option('--language <LANGUAGE>', 'of the headings').choices(FileLanguage.options).default('en'))
    .option('--details', 'in a calendar also places, agendas and who holds a role')
    .addHelpText('after', MORE)
    .action(
      does(
        async (desk, { out, ...asked }: Asked, circle: string) =>
          exportTo(desk, circle, asked, resolve(world.cwd, out)),
        ({ file }) => `It is in ${file}`,
      ),
    )
}

async function exportTo(
  { client, asOf }: Desk,
  circle: string,
  { as: form, ...asked }: Omit<Asked, 'out'>,
  file: string,
) {
  const { text } = await client.exports.write({ circle, form, ...asked, ...asOf })
  try {
    await writeFile(file, text, { mode: 0o600 })
  } catch (error) {
    throw new Refused({ code: 'cannot-write-file', about: { file, why: reasonOf(error) } })
  }
  return { file, form, bytes: Buffer.byteLength(text) }
}
