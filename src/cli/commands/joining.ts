import { resolve } from 'node:path'
import type { Desk, Nst } from '../desk.ts'
import { Refused, WrongUsage } from '../stopping.ts'
import { tellCarried, tellConfirmed, tellInvite, tellJoin, tellJoins, tellOpen, tellRequests } from '../tell/joining.ts'
import { INTERNET } from '../tell/people.ts'
import { reachOf, seconds, type ReachOf } from '../typed.ts'

/** What reads or writes whole files of circles. */
const LONG = { patienceMs: 30 * 60_000, isLong: true }

/** invite, join. */
export function addJoiningCommands(nst: Nst): void {
  addInvite(nst)
  addJoin(nst)
}

function addInvite({ program, world, does }: Nst): void {
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
    .command('open <CIRCLE>')
    .description('Invitations of yours that somebody could still come in with')
    .action(does(async ({ client }, _options: object, circle: string) => client.invite.open({ circle }), tellOpen))
  invite
    .command('list <CIRCLE>')
    .description('Who asks to join, and the five words that both of you see')
    .action(does(async ({ client }, _options: object, circle: string) => client.invite.list({ circle }), tellRequests))
  invite
    .command('read <REQUEST>')
    .description('Take up a request that was carried to you: a file, a folder, or its text')
    .action(
      does(
        async ({ client, asOf }, _options: object, given: string) =>
          client.invite.read({
            ...(/^\s*nstr\d/i.test(given) ? { text: given } : { file: resolve(world.cwd, given) }),
            ...asOf,
          }),
        tellCarried,
      ),
    )
  invite
    .command('confirm <CIRCLE> <REQUEST>')
    .description('Let someone in, after you have compared the five words with them')
    .option('--code <WORDS>', 'the five words they read out to you, to be checked')
    .option('--file <OUT>', 'also write the answer, with the whole circle, for somebody without a network')
    .action(does(confirm, tellConfirmed, LONG))
}

type Confirming = { code?: string; file?: string }

async function confirm({ client, asOf, world }: Desk, { code, file }: Confirming, circle: string, request: string) {
  const confirmed = await client.invite.confirm({ circle, request, code, ...asOf })
  if (file === undefined) return confirmed
  const wish = { circle, request, file: resolve(world.cwd, file), ...asOf }
  const written = await client.invite.answer(wish, { signal: world.signal })
  return { ...confirmed, file: written.file, bytes: written.bytes }
}

type JoinOptions = { wait?: number; reach?: ReachOf; list?: true; cancel?: string; file?: string; answer?: string }

function addJoin({ program, does }: Nst): void {
  const command = program.command('join [INVITE]').helpGroup('Starting:')
  command
    .description('Ask to join a circle with the invitation you got')
    .option('--wait <SECONDS>', 'wait this long for being let in', seconds)
    .option('--reach <WHO>', 'who may find you for this circle: nobody, lan (the same network) or internet', reachOf)
    .option('--file <OUT>', 'write the request into a file that is carried to whoever invited you; nobody is called')
    .option('--answer <FILE>', 'take up the answer that was carried back to you, a file or a folder')
    .option('--list', 'your requests')
    .option('--cancel <REQUEST>', 'take a request back')
    .action(async (invite: string | undefined, options: JoinOptions) => {
      const given = [invite, options.list, options.cancel, options.answer].filter((one) => one !== undefined)
      if (given.length !== 1)
        throw new WrongUsage('Give an invitation, or --list, --answer FILE or --cancel REQUEST: one of them.')
      if (options.list) return does(async ({ client }) => client.join.list({}), tellJoins)(options, command)
      if (options.cancel !== undefined) return cancel(options.cancel)(options, command)
      if (options.answer !== undefined) return does(takeAnswer, tellJoin, LONG)(options, command)
      const patienceMs = ((options.wait ?? 0) + 120) * 1000
      return does(askToJoin, tellJoin, { patienceMs, stopped })(invite, options, command)
    })

  const cancel = (request: string) =>
    does(
      async ({ client, asOf }) => client.join.cancel({ request, ...asOf }),
      ({ wasLetIn }) =>
        wasLetIn === true
          ? 'You wait for the circle no more. They had let you in already: tell them, or they go on counting on you.'
          : 'Your request is taken back.',
    )
}

async function takeAnswer({ client, asOf, world }: Desk, { answer }: JoinOptions) {
  return client.join.answer({ file: resolve(world.cwd, answer ?? ''), ...asOf }, { signal: world.signal })
}

const stopped = () => new Refused({ code: 'not-joined-yet' })

async function askToJoin({ client, asOf, world, note }: Desk, { wait, file, reach }: JoinOptions, invite: string) {
  const how = { ...(file !== undefined && { carried: true }), ...(reach !== undefined && { reach }) }
  const asked = await client.join.request({ invite, ...how, ...asOf })
  if (reach === 'internet') note(INTERNET)
  if (asked.needsInternet === true)
    note('The person who invited you can be met over the internet: say it again with --reach internet.')
  if (asked.needsNetwork === true)
    note('The person who invited you may be in the same network: if they do not answer, say it again with --reach lan.')
  if (asked.state === 'joined') return asked
  note(`Your five words: ${asked.code}`)
  note('Read them to the person who invited you; they must see the same five.')
  if (file !== undefined && asked.state === 'waiting') {
    const carried = await client.join.carry({ request: asked.request, file: resolve(world.cwd, file), ...asOf })
    note(`Carry ${carried.file} to them, or send them this line:`)
    note(carried.text)
    return { ...asked, ...carried }
  }
  if (wait === undefined) return asked
  return client.join.wait({ request: asked.request, seconds: wait, ...asOf }, { signal: world.signal })
}
