import type { Command } from 'commander'
import type { Nst } from '../desk.ts'
import { WrongUsage } from '../stopping.ts'
import { STEP } from '../tell/meeting.ts'
import { somebody, whoOf, withWho, type WhoGiven } from './who.ts'

type Step = 'opening' | 'admin' | 'agenda' | 'item' | 'closing'
const STEPS: readonly string[] = ['opening', 'admin', 'agenda', 'closing']
const KINDS = ['information', 'note', 'backlog'] as const

/** Sitting together: who is here, where the meeting is, whose turn it is. */
export function addSittingCommands(meeting: Command, nst: Nst): void {
  addPresence(meeting, nst)
  addSteering(meeting, nst)
  addRounds(meeting, nst)
  addNoting(meeting, nst)
}

function addPresence(meeting: Command, { does }: Nst): void {
  withWho(meeting.command('present <MEETING>').description('Note who is here'))
    .option('--without-device', 'they have no device of their own here')
    .option('--gone', 'they are not here, or not any more')
    .action(
      does(
        async ({ client, asOf }, given: WhoGiven & { withoutDevice?: true; gone?: true }, ref: string) => {
          const device = given.withoutDevice !== true && given.guest === undefined
          return client.meeting.attend({ meeting: ref, who: whoOf(given), here: given.gone !== true, device, ...asOf })
        },
        () => 'Noted.',
      ),
    )
  withWho(meeting.command('lead <MEETING>').description('Say who facilitates, or who writes'))
    .requiredOption('--as <ROLE>', 'facilitator or secretary')
    .action(
      does(
        async ({ client, asOf }, { as, ...given }: WhoGiven & { as: string }, ref: string) => {
          if (as !== 'facilitator' && as !== 'secretary') throw new WrongUsage('--as is facilitator or secretary.')
          return client.meeting.lead({ meeting: ref, as, who: somebody(given), ...asOf })
        },
        () => 'Noted.',
      ),
    )
}

function addSteering(meeting: Command, { does }: Nst): void {
  meeting
    .command('next <MEETING>')
    .description('Go on to the next step or item, or to the one you name')
    .option('--step <STEP>', 'opening, admin, agenda or closing')
    .option('--item <ITEM>', 'an item of the agenda')
    .action(
      does(
        async ({ client, asOf }, { step, item }: { step?: string; item?: string }, ref: string) => {
          if (step !== undefined && !STEPS.includes(step))
            throw new WrongUsage('--step is opening, admin, agenda or closing.')
          return client.meeting.steer({ meeting: ref, step: step as Step | undefined, item, ...asOf })
        },
        ({ title, point }) => `Now: ${title ?? STEP[point.step]}.`,
      ),
    )
}

function addRounds(meeting: Command, { does }: Nst): void {
  meeting
    .command('ask <MEETING>')
    .description('Open a round of speaking: everyone here, one after the other')
    .option('--prompt <TEXT>', 'what you ask them')
    .action(
      does(
        async ({ client, asOf }, { prompt }: { prompt?: string }, ref: string) =>
          client.meeting.ask({ meeting: ref, prompt, ...asOf }),
        () => 'The round is open. Each turn: nst meeting turn',
      ),
    )
  withWho(
    meeting.command('turn <MEETING>').description('Somebody has spoken, or passes: whoever is next if you name nobody'),
  )
    .option('--pass', 'they pass')
    .option('--again', 'they want to speak after all')
    .option('--text <TEXT>', 'what they said, where it is to be kept')
    .action(
      does(
        async ({ client, asOf }, given: WhoGiven & { pass?: true; again?: true; text?: string }, ref: string) => {
          const as = given.pass === true ? 'pass' : given.again === true ? 'again' : 'done'
          return client.meeting.turn({ meeting: ref, who: whoOf(given), as, text: given.text, ...asOf })
        },
        ({ left }) => (left[0] === undefined ? 'Everyone has spoken.' : `Next: ${left[0].name}`),
      ),
    )
}

function addNoting(meeting: Command, { does }: Nst): void {
  meeting
    .command('note <MEETING>')
    .description('Write something down')
    .requiredOption('--text <TEXT>', 'what')
    .option('--kind <KIND>', 'information, note or backlog', 'note')
    .option('--item <ITEM>', 'the item it belongs to')
    .action(
      does(
        async ({ client, asOf }, said: { text: string; kind: string; item?: string }, ref: string) => {
          const kind = KINDS.find((one) => one === said.kind)
          if (kind === undefined) throw new WrongUsage('--kind is information, note or backlog.')
          return client.meeting.note({ meeting: ref, text: said.text, kind, item: said.item, ...asOf })
        },
        () => 'Written down.',
      ),
    )
  withWho(meeting.command('evaluate <MEETING>').description('Say how the meeting was'))
    .option('--content <TEXT>', 'what you worked on')
    .option('--process <TEXT>', 'how you worked')
    .option('--people <TEXT>', 'how you were together')
    .action(
      does(
        async (
          { client, asOf },
          { who, guest, ...said }: WhoGiven & { content?: string; process?: string; people?: string },
          ref: string,
        ) => client.meeting.evaluate({ meeting: ref, who: whoOf({ who, guest }), ...said, ...asOf }),
        () => 'Thank you.',
      ),
    )
}
