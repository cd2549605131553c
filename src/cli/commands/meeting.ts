import { clientInProcess } from '../../api/in-process.ts'
import { serveLocalSocket } from '../../api/local-socket.ts'
import { createRouter } from '../../api/router.ts'
import { closeInTime } from '../closing.ts'
import type { Nst } from '../desk.ts'
import type { Output } from '../output.ts'
import { openNode } from '../reach.ts'
import { Refused } from '../stopping.ts'
import { INTERNET, tellBootstrap, tellReach } from '../tell/people.ts'
import { bootstrapOption, collect } from '../typed.ts'
import type { World } from '../world.ts'

type UpOptions = { listen?: string; lan?: true; internet?: true; bootstrap?: string; relay?: string[] }

/** up, connect, status, bootstrap. */
export function addMeetingCommands(nst: Nst): void {
  const { program, world, does, alone } = nst
  addBootstrap(nst)
  program
    .command('up')
    .description('Keep your node running, until Ctrl-C; it finds others as each circle says (nst circle reach)')
    .helpGroup('Meeting:')
    .option('--listen <HOST:PORT>', 'answer others at this address')
    .option('--lan', 'find others in this local network, for every circle that does not say nobody')
    .option('--internet', 'find others over the internet too, for every circle that does not say otherwise')
    .addOption(bootstrapOption())
    .option('--relay <ADDRESS>', 'a relay beside those that your circles name; may be given several times', collect)
    .action(alone(async (out, dir, options: UpOptions) => up(world, out, dir, options)))
  program
    .command('connect <ADDRESS>')
    .description('Meet a node that is up at an address')
    .helpGroup('Meeting:')
    .action(
      does(
        async ({ client, asOf }, _options: object, address: string) => client.network.connect({ address, ...asOf }),
        ({ connected }) => (connected ? 'You are connected.' : 'Not connected yet.'),
      ),
    )
  program
    .command('status [CIRCLE]')
    .description('Who is here now, and since when you have not met')
    .helpGroup('Meeting:')
    .action(does(async ({ client }, _options: object, circle?: string) => client.network.status({ circle }), tellReach))
}

/** Whom to ask for the way on the internet. */
function addBootstrap({ program, does }: Nst): void {
  const bootstrap = program
    .command('bootstrap')
    .description('Whom your node asks for the way on the internet')
    .helpGroup('Meeting:')
  bootstrap
    .command('show')
    .description('Say whom it asks')
    .action(does(async ({ client }) => client.network.bootstrap({}), tellBootstrap))
  bootstrap
    .command('set <HOST:PORT,…>')
    .description('Ask these from now on, and no others')
    .action(
      does(
        async ({ client, asOf }, _options: object, list: string) =>
          client.network.setBootstrap({ bootstrap: list, ...asOf }),
        tellBootstrap,
      ),
    )
  bootstrap
    .command('usual')
    .description('Ask the usual ones again')
    .action(does(async ({ client, asOf }) => client.network.setBootstrap({ bootstrap: '', ...asOf }), tellBootstrap))
}

async function up(world: World, out: Output, dir: string, options: UpOptions): Promise<number> {
  const backend = await openNode(dir, world)
  const closing = [backend.close]
  try {
    const router = createRouter(backend.commands, (fault, procedure) =>
      out.note(`${procedure} broke: ${String(fault)}`),
    )
    const routerAt = async (beside: string) => {
      const port = await backend.at(beside)
      return port.ok ? createRouter(port.value) : undefined
    }
    const served = await serveLocalSocket(dir, router, { routerAt })
    if (!served.ok) throw new Refused(served.refusal)
    closing.unshift(served.value.close)
    const address = await listen(router, options.listen)
    const { lan = false, internet = false, bootstrap, relay: relays } = options
    if (internet) out.note(INTERNET)
    await clientInProcess(router).network.findOthers({ lan, internet, bootstrap, relays })
    await clientInProcess(router).join.resume({})
    out.result({ address }, address === null ? 'Your node is up.' : `Your node is up and answers at ${address}`)
    out.note('End it with Ctrl-C.')
    await ended(world.signal)
    return 0
  } finally {
    for (const close of closing) await closeInTime(close, world, out)
  }
}

async function listen(router: ReturnType<typeof createRouter>, at: string | undefined): Promise<string | null> {
  if (at === undefined) return null
  return (await clientInProcess(router).network.listen({ listen: at })).address
}

async function ended(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
}
