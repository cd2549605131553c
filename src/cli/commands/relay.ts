import type { Command } from 'commander'
import { tellUntilEnded } from '../always-on.ts'
import { closeInTime } from '../closing.ts'
import type { Nst } from '../desk.ts'
import type { Output } from '../output.ts'
import { Refused } from '../stopping.ts'
import { relayFile, relayUnit } from '../tell/keeper-files.ts'
import { relayLine, relayPage, tellRelays } from '../tell/relay.ts'
import { bootstrapOption, port } from '../typed.ts'
import type { World } from '../world.ts'

type RelayOptions = { port?: number; open?: true; newAddress?: true; bootstrap?: string }

/** relay: passes on for circles between whose networks nobody gets through; circle relays. */
export function addRelayCommands({ program, world, alone, does }: Nst): void {
  const relay = program
    .command('relay')
    .description('Pass on packets between networks that let nobody through. It holds no key: it can read none of them')
    .helpGroup('Meeting:')
    .option('--port <PORT>', 'the UDP port, where a router or firewall has to be told', port)
    .addOption(bootstrapOption())
    .option('--open', 'pass on for anybody, not only for who knows its address')
    .option('--new-address', 'from now on only who is told the new address gets in')
    .action(alone(async (out, dir, options: RelayOptions) => passOn(world, out, dir, options)))
  for (const [name, what, text] of [
    ['unit', 'Print a unit for systemd that keeps it running', relayUnit],
    ['containerfile', 'Print a file from which a container with it is built', relayFile],
  ] as const)
    relay
      .command(name)
      .description(what)
      .action(
        alone(async (out) => {
          out.result({ text: text() }, text().trimEnd())
          return 0
        }),
      )
  const circle = program.commands.find((one) => one.name() === 'circle') as Command
  circle
    .command('relays <CIRCLE>')
    .description('By which relays its people meet where no other way is found')
    .action(does(async ({ client }, _options: object, ref: string) => client.relay.list({ circle: ref }), tellRelays))
}

async function passOn(world: World, out: Output, dir: string, options: RelayOptions): Promise<number> {
  let wake = () => {}
  const { port: at, open, newAddress, bootstrap } = options
  const wish = { port: at, open: open === true, newSecret: newAddress === true, bootstrap }
  const opened = await world.openRelay(dir, wish, () => wake())
  if (!opened.ok) throw new Refused(opened.refusal)
  const { state, close } = opened.value
  try {
    out.result(state(), relayPage(state()))
    out.note('End it with Ctrl-C.')
    await tellUntilEnded(world, out, { state, page: relayPage, line: relayLine }, (ring) => {
      wake = ring
    })
    return 0
  } finally {
    await closeInTime(close, world, out)
  }
}
