import type { Command } from 'commander'
import type { Nst } from '../desk.ts'
import { WrongUsage } from '../stopping.ts'
import { short } from '../tell/lines.ts'
import { count } from '../typed.ts'
import { whoOf, withWho, type WhoGiven } from './who.ts'

type Topic = { title: string; kind: string; minutes: number; owner?: string }
type About = { proposal?: string; agreement?: string; role?: string; driver?: string; minutesOf?: string }
type Kind = 'report' | 'explore' | 'decide'

/** The agenda of a meeting, before and while it goes on. */
export function addAgendaCommands(meeting: Command, nst: Nst): void {
  addItems(meeting, nst)
  addOrder(meeting, nst)
  const { does } = nst
  withWho(meeting.command('agree <MEETING>').description('Say yes to the agenda as it stands, or what to change'))
    .option('--change <TEXT>', 'what to change in it')
    .action(
      does(
        async ({ client, asOf }, { change, ...given }: WhoGiven & { change?: string }, ref: string) =>
          client.agenda.answer({ meeting: ref, who: whoOf(given), change, ...asOf }),
        ({ accepted }) => (accepted ? 'Everyone here said yes to the agenda.' : 'Noted.'),
      ),
    )
  meeting
    .command('outcome <ITEM>')
    .description('Write down what came of an item')
    .requiredOption('--text <TEXT>', 'in a sentence')
    .action(
      does(
        async ({ client, asOf }, { text }: { text: string }, item: string) =>
          client.agenda.outcome({ item, text, ...asOf }),
        () => 'Written down.',
      ),
    )
}

function addItems(meeting: Command, { does }: Nst): void {
  meeting
    .command('item <MEETING>')
    .description('Add an item to the agenda')
    .requiredOption('--title <TITLE>', 'what it is about')
    .option('--kind <KIND>', 'report, explore or decide', 'explore')
    .option('--minutes <NUMBER>', 'how long it wants', count, 15)
    .option('--owner <PERSON>', 'who leads it')
    .option('--proposal <PROPOSAL>', 'the proposal it is about')
    .option('--agreement <AGREEMENT>', 'the agreement it is about')
    .option('--role <ROLE>', 'the role it is about, also facilitator, secretary, leader or delegate')
    .option('--driver <DRIVER>', 'what was noticed and is to be talked about')
    .option('--minutes-of <MEETING>', 'the meeting whose minutes it is about')
    .action(
      does(
        async ({ client, asOf }, { title, minutes, owner, kind, ...about }: Topic & About, ref: string) =>
          client.agenda.add({
            meeting: ref,
            title,
            minutes,
            owner,
            kind: kindOf(kind),
            about: aboutOf(about),
            ...asOf,
          }),
        (made) => `It is on the agenda (${short(made.item)}).`,
      ),
    )
  meeting
    .command('take <PROPOSAL>')
    .description('Take a proposal into a meeting')
    .option('--meeting <MEETING>', 'which one; else the next')
    .option('--minutes <NUMBER>', 'how long it wants', count)
    .action(
      does(
        async ({ client, asOf }, into: { meeting?: string; minutes?: number }, proposal: string) =>
          client.agenda.take({ proposal, ...into, ...asOf }),
        (made) => `It is on the agenda (${short(made.item)}).`,
      ),
    )
  meeting
    .command('change-item <ITEM>')
    .description('Change what is said; the rest stays')
    .option('--title <TITLE>', 'what it is about')
    .option('--kind <KIND>', 'report, explore or decide')
    .option('--minutes <NUMBER>', 'how long it wants', count)
    .option('--owner <PERSON>', 'who leads it')
    .action(
      does(
        async ({ client, asOf }, { kind, ...topic }: Partial<Topic>, item: string) =>
          client.agenda.change({ item, ...topic, kind: kind === undefined ? undefined : kindOf(kind), ...asOf }),
        () => 'Changed.',
      ),
    )
}

function addOrder(meeting: Command, { does }: Nst): void {
  meeting
    .command('place <ITEM>')
    .description('Put an item elsewhere on the agenda, or back on it')
    .option('--under <ITEM>', 'below which one; else it comes first')
    .action(
      does(
        async ({ client, asOf }, { under }: { under?: string }, item: string) =>
          client.agenda.place({ item, under: under ?? null, ...asOf }),
        () => 'Placed.',
      ),
    )
  for (const [name, procedure, description, told] of [
    ['remove', 'remove', 'Take an item off the agenda', 'It is off the agenda.'],
    ['hand-back', 'handBack', 'Let an item go on between meetings', 'It goes on between meetings.'],
  ] as const) {
    const act = does(
      async ({ client, asOf }, { reason }: { reason?: string }, item: string) =>
        client.agenda[procedure]({ item, reason, ...asOf }),
      () => told,
    )
    meeting.command(`${name} <ITEM>`).description(description).option('--reason <TEXT>', 'why').action(act)
  }
}

function aboutOf({ minutesOf, ...given }: About) {
  const all = [
    ...(['proposal', 'agreement', 'role', 'driver'] as const).map((kind) => ({ kind, id: given[kind] })),
    { kind: 'minutes' as const, id: minutesOf },
  ]
  const [about, ...others] = all.flatMap(({ kind, id }) => (id === undefined ? [] : [{ kind, id }]))
  if (others.length > 0) throw new WrongUsage('An item is about one thing.')
  return about
}

function kindOf(kind: string): Kind {
  if (kind !== 'report' && kind !== 'explore' && kind !== 'decide')
    throw new WrongUsage('--kind is report, explore or decide.')
  return kind
}
