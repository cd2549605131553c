import type { Desk, Nst } from '../desk.ts'
import { Refused, WrongUsage } from '../stopping.ts'
import { tellConfirmed, tellInvite, tellJoin, tellJoins, tellRequests } from '../tell/joining.ts'
import { seconds } from '../typed.ts'

/** invite, join. */
export function addJoiningCommands(nst: Nst): void {
  addInvite(nst)
  addJoin(nst)
}

function addInvite({ program, does }: Nst): void {
  const invite = program.command('invite').description('Let someone into a circle').helpGroup('Starting:')
  invite
    .command('create <CIRCLE>')
    .description('Make an invitation for one person: one line to send them')
    .option('--valid-for <SECONDS>', 'how long it can be used', seconds)
    .action(
      does(
        async ({ client, asOf }, { validFor }: { validFor?: number }, circle: string) =>
          client.invite.create({ circle, validFor, ...asOf }),
        tellInvite,
      ),
    )
  invite
    .command('revoke <CIRCLE> <INVITE>')
    .description('Take an invitation back')
    .action(
      does(
        async ({ client, asOf }, _options: object, circle: string, line: string) =>
          client.invite.revoke({ circle, invite: line, ...asOf }),
        () => 'Nobody can use this invitation any more.',
      ),
    )
  invite
    .command('list <CIRCLE>')
    .description('Who asks to join, and the five words that both of you see')
    .action(does(async ({ client }, _options: object, circle: string) => client.invite.list({ circle }), tellRequests))
  invite
    .command('confirm <CIRCLE> <REQUEST>')
    .description('Let someone in, after you have compared the five words with them')
    .option('--code <WORDS>', 'the five words they read out to you, to be checked')
    .action(
      does(
        async ({ client, asOf }, { code }: { code?: string }, circle: string, request: string) =>
          client.invite.confirm({ circle, request, code, ...asOf }),
        tellConfirmed,
      ),
    )
}

type JoinOptions = { wait?: number; list?: true; cancel?: string }

function addJoin({ program, does }: Nst): void {
  const command = program.command('join [INVITE]').helpGroup('Starting:')
  command
    .description('Ask to join a circle with the invitation you got')
    .option('--wait <SECONDS>', 'wait this long for being let in', seconds)
    .option('--list', 'your requests')
    .option('--cancel <REQUEST>', 'take a request back')
    .action(async (invite: string | undefined, options: JoinOptions) => {
      const given = [invite, options.list, options.cancel].filter((one) => one !== undefined)
      if (given.length !== 1) throw new WrongUsage('Give an invitation, or --list, or --cancel REQUEST: one of them.')
      if (options.list) return does(async ({ client }) => client.join.list({}), tellJoins)(options, command)
      if (options.cancel !== undefined) return cancel(options.cancel)(options, command)
      const patienceMs = ((options.wait ?? 0) + 120) * 1000
      return does(askToJoin, tellJoin, { patienceMs, stopped })(invite, options, command)
    })

  const cancel = (request: string) =>
    does(
      async ({ client, asOf }) => client.join.cancel({ request, ...asOf }),
      () => 'Your request is taken back.',
    )
}

const stopped = () => new Refused({ code: 'not-joined-yet' })

async function askToJoin({ client, asOf, world, note }: Desk, { wait }: JoinOptions, invite: string) {
  const asked = await client.join.request({ invite, ...asOf })
  if (asked.state === 'joined') return asked
  note(`Your five words: ${asked.code}`)
  note('Read them to the person who invited you; they must see the same five.')
  if (wait === undefined) return asked
  return client.join.wait({ request: asked.request, seconds: wait, ...asOf }, { signal: world.signal })
}
