import type { Command } from 'commander'
import type { Way } from '../../domain/ways/way.ts'
import type { Nst } from '../desk.ts'
import { WrongUsage } from '../stopping.ts'
import { short } from '../tell/lines.ts'
import { tellHelping, tellHelpings, tellKin, tellWays } from '../tell/standing.ts'
import { collect, day } from '../typed.ts'

const proposed = ({ proposal }: { proposal: string }) =>
  `It is before the circle as a proposal (${short(proposal)}): it takes everyone's consent.`

/** circle state|wake, helping-circle, sub-circle, way. */
export function addStandingCommands(nst: Nst): void {
  addState(nst)
  addHelping(nst)
  addSubCircle(nst)
  addWay(nst)
}

const STATES = {
  active: ['We work again', 'The circle works again.'],
  dormant: ['We rest', 'The circle rests: nothing is awaited of anyone.'],
  closed: ['We close the circle', 'The circle is closed. It can be read, and opened again by consent.'],
} as const

function addState({ program, does }: Nst): void {
  const circle = program.commands.find((one) => one.name() === 'circle') as Command
  circle
    .command('state <CIRCLE> <active|dormant|closed>')
    .description('Propose that it rests, works again or is closed')
    .requiredOption('--review <DATE>', 'when the circle looks at it again', day)
    .option('--anyone-wakes', 'dormant: any member wakes it')
    .action(
      does(async ({ client, asOf }, of: { review: string; anyoneWakes?: true }, ref: string, state: string) => {
        if (state !== 'active' && state !== 'dormant' && state !== 'closed')
          throw new WrongUsage('A circle is active, dormant or closed.')
        const [title, text] = STATES[state]
        const anyoneWakes = of.anyoneWakes === true
        return client.circle.state({ circle: ref, state, anyoneWakes, title, text, review: of.review, ...asOf })
      }, proposed),
    )
  circle
    .command('wake <CIRCLE>')
    .description('Wake a circle that rests, where it agreed that anyone does')
    .action(
      does(
        async ({ client, asOf }, _options: object, ref: string) => client.circle.wake({ circle: ref, ...asOf }),
        () => 'It is awake.',
      ),
    )
}

type Task = { name: string; mandate: string; member: string[]; due: string; review: string }

function addHelping({ program, does }: Nst): void {
  const helping = program.command('helping-circle').description('A few people with a task').helpGroup('People:')
  helping
    .command('list <CIRCLE>')
    .description('All helping circles')
    .action(
      does(async ({ client }, _options: object, circle: string) => client.helpingCircle.list({ circle }), tellHelpings),
    )
  helping
    .command('show <HELPING>')
    .description('Its task, notes and report')
    .action(
      does(
        async ({ client }, _options: object, ref: string) => client.helpingCircle.show({ helping: ref }),
        tellHelping,
      ),
    )
  helping
    .command('propose <CIRCLE>')
    .description('Propose a task for a few people, until a day')
    .requiredOption('--name <NAME>', 'what it is called')
    .requiredOption('--mandate <TEXT>', 'the task')
    .requiredOption('--member <PERSON>', 'who has it; more than once for several', collect)
    .requiredOption('--due <DATE>', 'when it reports', day)
    .requiredOption('--review <DATE>', 'when the circle looks at this agreement again', day)
    .action(
      does(
        async ({ client, asOf }, { member, ...task }: Task, circle: string) =>
          client.helpingCircle.propose({ circle, members: member, ...task, ...asOf }),
        proposed,
      ),
    )
  for (const [verb, description] of [
    ['note', 'Write a note; anyone in the circle can'],
    ['report', 'Report, as one of those who have the task'],
  ] as const) {
    const act = does(
      async ({ client, asOf }, { text }: { text: string }, ref: string) =>
        client.helpingCircle[verb]({ helping: ref, text, ...asOf }),
      () => 'It is there.',
    )
    helping
      .command(`${verb} <HELPING>`)
      .description(description)
      .requiredOption('--text <TEXT>', 'your words')
      .action(act)
  }
  helping
    .command('dissolve <HELPING>')
    .description('Its task is done, or over')
    .option('--reason <TEXT>', 'why')
    .action(
      does(
        async ({ client, asOf }, { reason }: { reason?: string }, ref: string) =>
          client.helpingCircle.dissolve({ helping: ref, reason, ...asOf }),
        () => 'It is dissolved. What was said stays.',
      ),
    )
}

function addSubCircle({ program, does }: Nst): void {
  const sub = program.command('sub-circle').description('Circles that are part of a circle').helpGroup('People:')
  sub
    .command('list <CIRCLE>')
    .description('What it is part of, and what is part of it')
    .action(does(async ({ client }, _options: object, circle: string) => client.subCircle.list({ circle }), tellKin))
  sub
    .command('propose <CIRCLE>')
    .description('Propose that a part of it becomes a circle of its own')
    .requiredOption('--name <NAME>', 'what it is called')
    .requiredOption('--aim <TEXT>', 'what it is for')
    .option('--domain <TEXT>', 'what is its own to decide')
    .requiredOption('--founder <PERSON>', 'who founds it')
    .requiredOption('--review <DATE>', 'when the circle looks at it again', day)
    .action(
      does(
        async (
          { client, asOf },
          of: { name: string; aim: string; domain?: string; founder: string; review: string },
          circle: string,
        ) => client.subCircle.propose({ circle, ...of, ...asOf }),
        proposed,
      ),
    )
  sub
    .command('adopt <CIRCLE>')
    .description('Propose to take in a circle that formed alone')
    .requiredOption('--other <CIRCLE>', 'its id, or its name where you are in it')
    .requiredOption('--name <NAME>', 'what it is called here')
    .requiredOption('--review <DATE>', 'when the circle looks at it again', day)
    .action(
      does(
        async ({ client, asOf }, of: { other: string; name: string; review: string }, circle: string) =>
          client.subCircle.adopt({ circle, ...of, ...asOf }),
        proposed,
      ),
    )
  addFounding(sub, does)
}

function addFounding(sub: Command, does: Nst['does']): void {
  sub
    .command('found <AGREEMENT>')
    .description('Found what was agreed, if you are to')
    .action(
      does(
        async ({ client, asOf }, _options: object, agreement: string) => client.subCircle.found({ agreement, ...asOf }),
        ({ circle }) => `It is founded (${short(circle)}). You are alone in it so far: invite the others.`,
      ),
    )
  sub
    .command('introduce <AGREEMENT>')
    .description('Tell both circles of each other, if you are in both')
    .action(
      does(
        async ({ client, asOf }, _options: object, agreement: string) =>
          client.subCircle.introduce({ agreement, ...asOf }),
        () => 'Both are told.',
      ),
    )
  sub
    .command('tell <CIRCLE>')
    .description('Tell a circle that another, which you know, belongs to it')
    .requiredOption('--other <CIRCLE>', 'its number, or its name where you are in it or it is known here')
    .requiredOption('--as <parent|sub-circle|nothing>', 'what it is to this one')
    .requiredOption('--name <NAME>', 'what it is called')
    .action(
      does(
        async ({ client, asOf }, { as, ...of }: { other: string; as: string; name: string }, circle: string) => {
          if (as !== 'parent' && as !== 'sub-circle' && as !== 'nothing')
            throw new WrongUsage('--as is parent, sub-circle or nothing.')
          return client.subCircle.tell({ circle, as, ...of, ...asOf })
        },
        () => 'It is told.',
      ),
    )
}

type WayTerms = { title: string; text: string; review: string } & Record<string, string | string[] | undefined>

function addWay({ program, does }: Nst): void {
  const way = program.command('way').description("The circle's own ways of deciding").helpGroup('Agreements:')
  way
    .command('list <CIRCLE>')
    .description('What holds here, and what is only the default')
    .action(does(async ({ client }, _options: object, circle: string) => client.way.list({ circle }), tellWays))
  way
    .command('propose <CIRCLE> <RULE>')
    .description(
      'Propose a way: terms, absentee, lazy, qualifying, spoken-words, representatives, mirror or mutual-removal',
    )
    .requiredOption('--title <TITLE>', 'what the proposal is called')
    .requiredOption('--text <TEXT>', 'what it means here, in your words')
    .requiredOption('--review <DATE>', 'when the circle looks at it again', day)
    .option('--months <NUMBER>', 'terms: how long')
    .option('--days <NUMBER>', 'absentee, lazy: how long silence lasts before it counts')
    .option('--matters <TEXT>', 'lazy: for which matters')
    .option('--criteria <TEXT>', 'qualifying: what an objection is held against; more than once', collect)
    .option('--witnesses <NUMBER>', 'spoken-words: how many others heard them')
    .option('--of <TEXT>', 'representatives: of whom; mirror: the organisation that it stands for')
    .option('--shows <TEXT>', 'mirror: what of it shows here; more than once', collect)
    .option('--most <NUMBER>', 'representatives: how many at most')
    .action(
      does(async ({ client, asOf }, { title, text, review, ...of }: WayTerms, circle: string, rule: string) => {
        const made = wayOf(rule, of)
        return client.way.propose({ circle, title, text, review, way: made, ...asOf })
      }, proposed),
    )
}

/** The node says no to what makes no sense: here only the shape is built. */
function wayOf(rule: string, of: Record<string, string | string[] | undefined>): Way {
  const number = (name: string) => Number(of[name])
  switch (rule) {
    case 'terms':
      return { rule, months: number('months') }
    case 'absentee':
      return { rule, days: number('days') }
    case 'lazy':
      return { rule, days: number('days'), matters: String(of['matters'] ?? '') }
    case 'qualifying':
      return { rule, criteria: [of['criteria'] ?? []].flat() }
    case 'spoken-words':
      return { rule, witnesses: number('witnesses') }
    case 'mirror':
      return { rule, of: String(of['of'] ?? ''), shows: [of['shows'] ?? []].flat() }
    case 'representatives':
      return { rule, of: String(of['of'] ?? ''), most: number('most') }
    case 'mutual-removal':
      return { rule, outcome: 'both-suspended' }
    default:
      throw new WrongUsage('There is no such way. See: nst way list CIRCLE')
  }
}
