import type { Desk, Nst } from '../desk.ts'
import { NotYet } from '../stopping.ts'
import { tellCircle, tellCircles, tellPhrase } from '../tell/people.ts'
import { short } from '../tell/lines.ts'

/** profile, circle, member. */
export function addPeopleCommands(nst: Nst): void {
  addProfile(nst)
  addCircle(nst)
  const member = nst.program.command('member').description('Your own part in a circle').helpGroup('People:')
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
}

function addProfile({ program, does }: Nst): void {
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
    .action(
      does(
        async ({ client }) => client.profile.show({}),
        ({ name, person, device }) => `${name} (you ${short(person)}, this device ${short(device)})`,
      ),
    )
}

/** The words go to the screen alone: what a script keeps of stdout is no place for them. */
async function introduce({ client, asOf, note }: Desk, { name }: { name: string }) {
  const { phrase, ...profile } = await client.profile.create({ name, ...asOf })
  if (phrase !== undefined) note(tellPhrase(phrase))
  return profile
}

function addCircle({ program, does, alone }: Nst): void {
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
    .command('list')
    .description('The circles you are in')
    .action(does(async ({ client }) => client.circle.list({}), tellCircles))
  circle
    .command('show <CIRCLE>')
    .description('Who is in it, and what it is there for')
    .action(does(async ({ client }, _options: object, ref: string) => client.circle.show({ circle: ref }), tellCircle))
  circle
    .command('reach <CIRCLE> <WHO>')
    .description('Who may find you for this circle: nobody, lan or internet (not yet there)')
    .action(
      alone(async () => {
        throw new NotYet('Choosing who may find you')
      }),
    )
}
