import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Client } from '../../api/client.ts'
import type { Nst } from '../desk.ts'
import { refusal } from '../../domain/refusal.ts'
import { Refused } from '../stopping.ts'
import { UPDATE_VERDICTS } from '../update-words.ts'
import type { World } from '../world.ts'

const HALF_AN_HOUR_MS = 30 * 60_000

type Known = Awaited<ReturnType<Client['update']['list']>>
type Checked = NonNullable<Awaited<ReturnType<World['checkUpdate']>>>
type Update = { version: string; platform: string; arch: string; file: string; size: number }

/** update. */
export function addUpdateCommands(nst: Nst): void {
  const { program, world, does, alone } = nst
  const at = (file: string) => resolve(world.cwd, file)
  const update = program
    .command('update')
    .description('New versions of this program: signed files, by hand or from people of your circles')
    .helpGroup('This program:')
  update
    .command('check <FILE>')
    .description('Say whether an update file is what it says; no profile is needed')
    .action(
      alone(async (out, _dir, _options: object, file: string) => {
        const checked = await world.checkUpdate(at(file))
        if (checked === null) throw new Refused(refusal('no-such-file', { file: at(file) }))
        out.result(checked, tellChecked(checked))
        return checked.verdict === 'good' ? 0 : 3
      }),
    )
  update
    .command('take <FILE>')
    .description('Take the installer out of an update file that is sound, newer and for this computer')
    .action(
      does(
        async ({ client, asOf }, _options: object, file: string) => client.update.prepare({ file: at(file), ...asOf }),
        ({ installer, version }) =>
          `Version ${version} is checked. End this program (and nst up), then install it yourself:\n${installer}`,
        { patienceMs: HALF_AN_HOUR_MS },
      ),
    )
  addSharing(nst, update)
}

/** With people of one's circles. */
function addSharing({ world, does }: Nst, update: Command): void {
  update
    .command('offer <FILE>')
    .description('Let people of your circles who meet your node have this update file')
    .action(
      does(
        async ({ client, asOf }, _options: object, file: string) =>
          client.update.offer({ file: resolve(world.cwd, file), ...asOf }),
        tellOffered,
        { patienceMs: HALF_AN_HOUR_MS },
      ),
    )
  update
    .command('withhold')
    .description('Offer no update any more')
    .action(does(async ({ client, asOf }) => client.update.offer({ file: null, ...asOf }), tellOffered))
  update
    .command('list')
    .description('What this program can check, and what people who are there now offer')
    .action(does(async ({ client }) => client.update.list({}), tellKnown))
  update
    .command('fetch <VERSION>')
    .description('Get an update from somebody who offers it, and check it')
    .action(
      does(
        async ({ client, asOf }, _options: object, version: string) => client.update.fetch({ version, ...asOf }),
        ({ file }) => `It is checked and here. See: nst update take "${file}"`,
        { patienceMs: HALF_AN_HOUR_MS, isLong: true },
      ),
    )
}

const tellOffered = ({ offered }: { readonly offered: Update | null }): string =>
  offered === null
    ? 'You offer no update.'
    : `You offer version ${offered.version} (${named(offered)}) to people of your circles, while your node runs.`

function tellKnown({ version, keys, threshold, offers, offered }: Known): string {
  return [
    `This is version ${version}. It looks for no update by itself.`,
    keys === 0 ? said('no-keys') : `An update takes the signatures of ${threshold} of the ${keys} who release it.`,
    ...(offered === null ? [] : [`You offer version ${offered.version} (${named(offered)}).`]),
    ...offers.map((one) => `${one.from.join(', ')}: version ${one.version} (${named(one)}). ${said(one.verdict)}`),
  ].join('\n')
}

function tellChecked({ verdict, update, signers, threshold }: Checked): string {
  return [
    ...(update === null ? [] : [`Version ${update.version}: ${named(update)}`]),
    ...(verdict === 'no-keys'
      ? []
      : [`Signed by ${signers} of those who release this program; it takes ${threshold}.`]),
    said(verdict),
  ].join('\n')
}

const said = (verdict: string): string => UPDATE_VERDICTS[verdict] ?? verdict
const MB = 1_000_000
const named = ({ file, platform, arch, size }: Update): string =>
  `${file}, for ${platform} ${arch}, ${Math.max(1, Math.round(size / MB))} MB`
