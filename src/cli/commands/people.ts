import type { Desk, Nst } from '../desk.ts'
import { Refused, WrongUsage } from '../stopping.ts'
import { ABOUT_COPIES, tellDevices, tellProfile, tellRejoin, tellRestored } from '../tell/devices.ts'
import { REACH, tellCircle, tellCircles, tellMembers, tellPhrase } from '../tell/people.ts'
import { collect, reachOf } from '../typed.ts'
import { readText } from '../text-file.ts'
import { short } from '../tell/lines.ts'

/** profile, circle, member, device. */
export function addPeopleCommands(nst: Nst): void {
  addProfile(nst)
  addCircle(nst)
  addDevice(nst)
  const member = nst.program
    .command('member')
    .description('Your own part in a circle, and whose words you do not read there')
    .helpGroup('People:')
  addBlocking(nst, member)
  member
    .command('rename <CIRCLE>')
    .description('Say what you are called in a circle from now on')
    .requiredOption('--name <NAME>', 'what people call you')
    .action(
      nst.does(
        async ({ client, asOf }, { name }: { name: string }, circle: string) =>
          client.member.rename({ circle, name, ...asOf }),
        ({ name }) => `You are ${name} there from now on.`,
      ),
    )
  member
    .command('leave-of-absence <CIRCLE>')
    .description('Step back for a while: later rounds do not wait for you. With --end you are back')
    .option('--end', 'you are back')
    .action(
      nst.does(
        async ({ client, asOf }, { end }: { end?: true }, circle: string) =>
          client.member.leaveOfAbsence({ circle, end: end === true, ...asOf }),
        ({ state }) => (state === 'on-leave' ? 'You are on leave. Come back with --end.' : 'Welcome back.'),
      ),
    )
  member
    .command('leave <CIRCLE>')
    .description('Leave a circle. Nobody has to be asked; what you said stays. To come again you ask in as anybody new')
    .requiredOption('--for-good', 'you do not mean a leave of absence')
    .action(
      nst.does(
        async ({ client, asOf }, _options: object, circle: string) => client.member.leave({ circle, ...asOf }),
        () => 'You have left. What you said stays with the circle, and what it says from now on is not for you.',
      ),
    )
}

/** Said to nobody: a node that is up keeps it for this folder alone. */
function addBlocking({ does }: Nst, member: Nst['program']): void {
  member
    .command('list <CIRCLE>')
    .description('Who is in it; with --blocked, whose words you do not read there')
    .option('--blocked', 'only those whose words you do not read')
    .action(
      does(
        async ({ client }, { blocked }: { blocked?: true }, circle: string) =>
          client.member.list({ circle, ...(blocked && { blocked }) }),
        tellMembers,
      ),
    )
  member
    .command('block <CIRCLE> <PERSON>')
    .description(
      'Do not read what somebody writes there. Nobody is told, and in decisions their voice counts as before',
    )
    .action(
      does(
        async ({ client }, _options: object, circle: string, person: string) => client.member.block({ circle, person }),
        ({ name }) =>
          `On this device the window folds away what ${name} writes there. Nobody else knows; their voice in decisions counts as before. Read them again with: nst member unblock`,
      ),
    )
  member
    .command('unblock <CIRCLE> <PERSON>')
    .description('Read again what somebody writes there')
    .action(
      does(
        async ({ client }, _options: object, circle: string, person: string) =>
          client.member.unblock({ circle, person }),
        ({ name }) => `You read ${name} there again.`,
      ),
    )
}

function addProfile({ program, does, alone, world }: Nst): void {
  const profile = program.command('profile').description('Who you are on this device').helpGroup('Starting:')
  profile
    .command('create')
    .description('Introduce yourself: the first thing to do. It shows 24 words, once, to write down')
    .requiredOption('--name <NAME>', 'what people call you')
    .action(
      does(introduce, ({ name }) => `Hello ${name}. Next: nst circle create, or nst join with an invitation.`, {
        isFirst: true,
      }),
    )
  profile
    .command('show')
    .description('Say who you are here')
    .action(does(async ({ client }) => client.profile.show({}), tellProfile))
  profile
    .command('restore')
    .description('Be yourself again on a new device, with the 24 words you wrote down; your circles then let it in')
    .requiredOption('--name <NAME>', 'what people call you')
    .requiredOption('--phrase-file <FILE>', 'a file with the words, or - to type them')
    .action(does(comeBack, tellRestored, { isFirst: true }))
  profile
    .command('adopt-copy')
    .description('Go on in a copied folder, as a new device of yours; your circles then let it in')
    .option('--yes', 'you have read what it means')
    .action(
      alone(async (out, dir, { yes }: { yes?: true }) => {
        out.note(ABOUT_COPIES)
        if (yes !== true) throw new WrongUsage('If that is what you want, say it again with --yes.')
        const adopted = await world.adoptCopy(dir)
        if (!adopted.ok) throw new Refused(adopted.refusal)
        out.result({ rejoin: adopted.value }, tellRejoin(adopted.value).join('\n'))
        return 0
      }),
    )
}

/** Never from the command line itself, where other programs and the shell's history would read them. */
async function comeBack({ client, asOf, world }: Desk, { name, phraseFile }: { name: string; phraseFile: string }) {
  return client.profile.restore({ name, phrase: await readText(world, phraseFile), ...asOf })
}

/** The words go to the screen alone: what a script keeps of stdout is no place for them. */
async function introduce({ client, asOf, note }: Desk, { name }: { name: string }) {
  const { phrase, ...profile } = await client.profile.create({ name, ...asOf })
  if (phrase !== undefined) note(tellPhrase(phrase))
  return profile
}

type Fork = { name: string; aim?: string; reason: string; tried: string[] }

function addCircle({ program, does }: Nst): void {
  const circle = program.command('circle').description('The groups you decide with').helpGroup('Starting:')
  circle
    .command('create')
    .description('Start a circle')
    .requiredOption('--name <NAME>', 'what it is called')
    .requiredOption('--aim <TEXT>', 'what it is there for')
    .option('--domain <TEXT>', 'what it may decide about by itself')
    .action(
      does(
        async ({ client, asOf }, terms: { name: string; aim: string; domain?: string }) =>
          client.circle.create({ ...terms, ...asOf }),
        (created) =>
          `Your circle is there (${short(created.circle)}). Invite someone: nst invite create ${short(created.circle)}`,
      ),
    )
  circle
    .command('fork <CIRCLE>')
    .description('Go on as another circle, after three meetings that failed; the old one stays what it was')
    .requiredOption('--name <NAME>', 'what the new one is called')
    .option('--aim <TEXT>', 'what it is there for; left out, as the old one')
    .requiredOption('--reason <TEXT>', 'why it does not go on together')
    .requiredOption(
      '--tried <TEXT>',
      'a meeting that failed, in a few words; to be given three times at least',
      collect,
    )
    .action(
      does(
        async ({ client, asOf }, terms: Fork, ref: string) => client.circle.fork({ ...terms, circle: ref, ...asOf }),
        (made) => `The new circle is there (${short(made.circle)}), and the old one says so. Invite who goes along.`,
      ),
    )
  circle
    .command('list')
    .description('The circles you are in')
    .action(does(async ({ client }) => client.circle.list({}), tellCircles))
  circle
    .command('show <CIRCLE>')
    .description('Who is in it, and what it is there for')
    .action(does(async ({ client }, _options: object, ref: string) => client.circle.show({ circle: ref }), tellCircle))
  circle
    .command('reach <CIRCLE>')
    .argument('<WHO>', 'nobody, lan (people in the same network) or internet (wherever they are)', reachOf)
    .description('Who may find you for this circle')
    .action(
      does(
        async ({ client, asOf }, _options: object, ref: string, who: string) =>
          client.circle.reach({ circle: ref, reach: reachOf(who), ...asOf }),
        ({ reach }) => REACH[reach],
      ),
    )
}

function addDevice({ program, does }: Nst): void {
  const device = program.command('device').description("People's devices in a circle").helpGroup('People:')
  device
    .command('list <CIRCLE>')
    .description('Who takes part with which devices')
    .action(does(async ({ client }, _options: object, circle: string) => client.device.list({ circle }), tellDevices))
  device
    .command('revoke <CIRCLE> <DEVICE>')
    .description('Say that a device of yours is gone: what it says from now on counts for nobody. There is no way back')
    .action(
      does(
        async ({ client, asOf }, _options: object, circle: string, gone: string) =>
          client.device.revoke({ circle, device: gone, ...asOf }),
        (revoked) => `The circle knows that the device ${short(revoked.device)} is gone.`,
      ),
    )
}
