import type { Command } from 'commander'
import { nextByRhythm, type Rhythm } from '../../api/rhythm.ts'
import type { Client } from '../../api/client.ts'
import type { Nst } from '../desk.ts'
import { WrongUsage } from '../stopping.ts'
import { short } from '../tell/lines.ts'
import { tellMeeting, tellMeetings } from '../tell/meeting.ts'
import { minutesText, tellMinutes } from '../tell/minutes.ts'
import { readText } from '../text-file.ts'
import { count, day, moment, rhythm } from '../typed.ts'
import { addAgendaCommands } from './agenda.ts'
import { addSittingCommands } from './sitting.ts'
import { addSpokenCommands } from './spoken.ts'

type Plan = { title: string; starts?: number; minutes: number; place?: string; note?: string; follows?: string }
type Again = { every?: Rhythm | 'once' }
const rhythmOf = (every: Again['every']) => (every === 'once' ? null : every)

/** meeting: calling one, sitting together, and what is written of it. */
export function addCircleMeetingCommands(nst: Nst): void {
  const meeting = nst.program
    .command('meeting')
    .description('Meet: agenda, rounds of speaking, outcomes, minutes')
    .helpGroup('Meetings and next steps:')
  addCalling(meeting, nst)
  addAgendaCommands(meeting, nst)
  addSittingCommands(meeting, nst)
  addSpokenCommands(meeting, nst)
  addMinutes(meeting, nst)
}

function addCalling(meeting: Command, nst: Nst): void {
  const { does } = nst
  meeting
    .command('list <CIRCLE>')
    .description('What is planned, and what was')
    .action(does(async ({ client }, _options: object, circle: string) => client.meeting.list({ circle }), tellMeetings))
  meeting
    .command('show <MEETING>')
    .description('Its agenda, who is here, and where it is')
    .action(
      does(async ({ client }, _options: object, ref: string) => client.meeting.show({ meeting: ref }), tellMeeting),
    )
  addPlanning(meeting, nst)
  meeting
    .command('cancel <MEETING>')
    .description('Call it off')
    .requiredOption('--reason <TEXT>', 'why')
    .action(
      does(
        async ({ client, asOf }, { reason }: { reason: string }, ref: string) =>
          client.meeting.cancel({ meeting: ref, reason, ...asOf }),
        () => 'It is called off.',
      ),
    )
  for (const [name, description, told] of [
    ['start', 'Begin: you sit together now', 'The meeting goes on.'],
    ['end', 'It is over; the minutes have written themselves', 'It is over. See: nst meeting minutes MEETING'],
  ] as const) {
    const act = does(
      async ({ client, asOf }, _options: object, ref: string) => client.meeting[name]({ meeting: ref, ...asOf }),
      () => told,
    )
    meeting.command(`${name} <MEETING>`).description(description).action(act)
  }
}

function addPlanning(meeting: Command, { does }: Nst): void {
  meeting
    .command('schedule <CIRCLE>')
    .description('Call a meeting')
    .requiredOption('--title <TITLE>', 'what it is called')
    .option('--starts <TIME>', 'when, like "2030-01-31 19:00"; the next by the rhythm of what it follows', moment)
    .option('--minutes <NUMBER>', 'how long it is meant to last', count, 90)
    .option('--place <TEXT>', 'where')
    .option('--note <TEXT>', 'what to know beforehand')
    .option('--every <RHYTHM>', 'how often again, like 2weeks or month; or once', rhythm)
    .option('--follows <MEETING>', 'the meeting whose minutes are consented to in this one')
    .action(
      does(
        async ({ client, world, asOf }, { every, ...plan }: Plan & Again, circle: string) => {
          const starts = plan.starts ?? (await byRhythm(client, plan.follows, world.now()))
          return client.meeting.schedule({ circle, ...plan, starts, rhythm: rhythmOf(every), ...asOf })
        },
        (made) => `The meeting is planned (${short(made.meeting)}). Add to its agenda: nst meeting item`,
      ),
    )
  meeting
    .command('move <MEETING>')
    .description('Another time, place or length; the rest stays')
    .option('--title <TITLE>', 'what it is called')
    .option('--starts <TIME>', 'when, like "2030-01-31 19:00"', moment)
    .option('--minutes <NUMBER>', 'how long it is meant to last', count)
    .option('--place <TEXT>', 'where')
    .option('--note <TEXT>', 'what to know beforehand')
    .option('--every <RHYTHM>', 'how often again, like 2weeks or month; or once', rhythm)
    .action(
      does(
        async ({ client, asOf }, { every, ...plan }: Partial<Plan> & Again, ref: string) =>
          client.meeting.move({ meeting: ref, ...plan, rhythm: rhythmOf(every), ...asOf }),
        () => 'Moved.',
      ),
    )
}

/** [T9] */
async function byRhythm(client: Client, follows: string | undefined, now: number): Promise<number> {
  const before = follows === undefined ? undefined : await client.meeting.show({ meeting: follows })
  if (before?.rhythm === undefined) throw new WrongUsage('Say when: --starts "2030-01-31 19:00".')
  return nextByRhythm(before.starts, before.rhythm, now)
}

function addMinutes(meeting: Command, { does }: Nst): void {
  meeting
    .command('minutes <MEETING>')
    .description('What happened, as text')
    .action(
      does(async ({ client }, _options: object, ref: string) => client.minutes.show({ meeting: ref }), tellMinutes),
    )
  meeting
    .command('write-minutes <MEETING>')
    .description('Put your own text in place of the one that wrote itself, or of the last one')
    .requiredOption('--text <FILE>', 'a text file; - reads what is typed')
    .option('--from <MINUTES>', 'of several texts, the one that this takes the place of')
    .action(
      does(
        async ({ client, world, asOf }, { text, from }: { text: string; from?: string }, ref: string) =>
          client.minutes.write({ meeting: ref, text: await readText(world, text), from, ...asOf }),
        (made) => `Written (${short(made.minutes)}). Bring it before the circle: nst meeting propose-minutes`,
      ),
    )
  meeting
    .command('propose-minutes <MEETING>')
    .description('Bring the minutes before the circle, to consent to')
    .requiredOption('--review <DATE>', 'when the circle could look at them again, like 2030-01-31', day)
    .option('--text <MINUTES>', 'of several texts, the one you mean')
    .action(
      does(
        async ({ client, asOf }, { review, text }: { review: string; text?: string }, ref: string) => {
          const page = await client.minutes.show({ meeting: ref })
          if (text === undefined && page.standing.drafts.length > 1)
            throw new WrongUsage('There are several texts. Say which with --text MINUTES (nst meeting minutes).')
          const own = page.standing.drafts.length === 0 ? minutesText(page) : null
          const made = own === null ? null : await client.minutes.write({ meeting: ref, text: own, ...asOf })
          const minutes = text ?? made?.minutes
          return client.minutes.propose({ meeting: ref, minutes, title: `Minutes: ${page.title}`, review, ...asOf })
        },
        (made) => `The minutes are before the circle (${short(made.proposal)}).`,
      ),
    )
}
