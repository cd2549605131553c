import type { Command } from 'commander'
import type { Nst } from '../desk.ts'
import type { Output } from '../output.ts'
import { Refused, WrongUsage } from '../stopping.ts'
import { CONTAINERFILE, systemdUnit } from '../tell/keeper-files.ts'
import { keeperLine, keeperPage, tellKeepers } from '../tell/keeper.ts'
import { bootstrapOption, bytes } from '../typed.ts'
import { tellUntilEnded } from '../always-on.ts'
import type { World } from '../world.ts'
import { closeInTime } from '../closing.ts'

type KeeperOptions = {
  limit: number
  listen?: string
  at?: string
  open?: true
  newAddress?: true
  internet?: true
  bootstrap?: string
}

const DEFAULT_LIMIT = '5GB'

/** keeper: always on for circles, and a stranger to what it keeps. */
export function addKeeperCommands(nst: Nst): void {
  const { program, world, alone } = nst
  addCircleKeepers(nst)
  const keeper = program
    .command('keeper')
    .description(
      'Keep circles’ things for them on a machine that is always on. It holds no key: what it keeps it cannot read',
    )
    .helpGroup('Meeting:')
    .option('--limit <SIZE>', 'how much it keeps at most, such as 500MB or 5GB', bytes, bytes(DEFAULT_LIMIT))
    .option('--listen <HOST:PORT>', 'answer at this address')
    .option('--at <HOST:PORT>', 'where others reach that, if it is another address')
    .option('--internet', 'be found from anywhere on the internet, by its key')
    .addOption(bootstrapOption())
    .option('--open', 'take anybody, not only who knows its address')
    .option('--new-address', 'from now on only who is told the new address gets in')
    .action(alone(async (out, dir, options: KeeperOptions) => keep(world, out, dir, options)))
  keeper
    .command('unit')
    .description('Print a unit for systemd that keeps it running')
    .action(alone(async (out) => print(out, systemdUnit())))
  keeper
    .command('containerfile')
    .description('Print a file from which a container with it is built')
    .action(alone(async (out) => print(out, CONTAINERFILE)))
}

/** circle keepers. */
function addCircleKeepers({ program, does }: Nst): void {
  const circle = program.commands.find((one) => one.name() === 'circle') as Command
  circle
    .command('keepers <CIRCLE>')
    .description('Who keeps its things for it, and whether they have everything')
    .action(does(async ({ client }, _options: object, ref: string) => client.keeper.list({ circle: ref }), tellKeepers))
}

async function print(out: Output, text: string): Promise<number> {
  out.result({ text }, text.trimEnd())
  return 0
}

async function keep(world: World, out: Output, dir: string, options: KeeperOptions): Promise<number> {
  const { limit, listen, at, open, newAddress, bootstrap } = options
  const internet = options.internet === true
  if (listen === undefined && !internet)
    throw new WrongUsage('Say where it answers: --internet, or --listen HOST:PORT, or both.')
  let wake = () => {}
  const wish = { limit, listen, at, open: open === true, newSecret: newAddress === true, internet, bootstrap }
  const opened = await world.openKeeper(dir, wish, () => wake())
  if (!opened.ok) throw new Refused(opened.refusal)
  const keeper = opened.value
  try {
    out.result(keeper.state(), keeperPage(keeper.state()))
    out.note('End it with Ctrl-C.')
    await tellUntilEnded(world, out, { state: () => keeper.state(), page: keeperPage, line: keeperLine }, (ring) => {
      wake = ring
    })
    return 0
  } finally {
    await closeInTime(keeper.close, world, out)
  }
}
