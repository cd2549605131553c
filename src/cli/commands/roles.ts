import type { Command } from 'commander'
import type { Nst } from '../desk.ts'
import { short } from '../tell/lines.ts'
import { tellReview, tellRole, tellRoles } from '../tell/role.ts'
import { readText } from '../text-file.ts'
import { collect, day, months } from '../typed.ts'

type Described = {
  role?: string
  name: string
  aim: string
  domain?: string
  accountability?: string[]
  quality?: string[]
  months?: number
  review: string
}

/** role and review: who looks after what, until when, and how it is going. */
export function addRoleCommands(nst: Nst): void {
  const { program, does } = nst
  const role = program.command('role').description('Roles, and who holds them').helpGroup('Deciding:')
  role
    .command('list <CIRCLE>')
    .description('Every role, and who holds it')
    .action(does(async ({ client }, _options: object, circle: string) => client.role.list({ circle }), tellRoles))
  role
    .command('show <CIRCLE> <ROLE>')
    .description('What a role is, who held it, and its reviews')
    .action(
      does(
        async ({ client }, _options: object, circle: string, it: string) => client.role.show({ circle, role: it }),
        tellRole,
      ),
    )
  addDescribing(role, nst)
  addHolding(role, nst)
  addReviews(nst)
}

function addDescribing(role: Command, { does }: Nst): void {
  role
    .command('describe <CIRCLE>')
    .description('Propose what a role is: a new one, or other words for one that there is')
    .option('--role <ROLE>', 'one that there is: facilitator, secretary, leader, delegate, or its name')
    .requiredOption('--name <TEXT>', 'what it is called')
    .requiredOption('--aim <TEXT>', 'what it is for')
    .option('--domain <TEXT>', 'what it may decide by itself')
    .option('--accountability <TEXT>', 'what it looks after (may be repeated)', collect)
    .option('--quality <TEXT>', 'what helps in it (may be repeated)', collect)
    .option('--months <NUMBER>', 'how long somebody is selected for', months)
    .requiredOption('--review <DATE>', 'when to look at it again', day)
    .action(
      does(
        async ({ client, asOf }, { accountability, quality, ...said }: Described, circle: string) =>
          client.role.describe({
            circle,
            ...said,
            ...(accountability && { accountabilities: accountability }),
            ...(quality && { qualities: quality }),
            ...asOf,
          }),
        ({ proposal }) => `It is proposed (${short(proposal)}). See: nst proposal show ${short(proposal)}`,
      ),
    )
}

type Seat = { person?: string; until?: string; title: string; text: string }

function addHolding(role: Command, { does }: Nst): void {
  role
    .command('seat <CIRCLE> <ROLE>')
    .description('Propose who holds it, without a selection; nobody, where no person is named')
    .option('--person <PERSON>', 'who')
    .option('--until <DATE>', 'until when; else for one term', day)
    .requiredOption('--title <TITLE>', 'what the proposal is called')
    .requiredOption('--text <FILE>', 'a text file that says why; - reads what is typed')
    .action(
      does(
        async ({ client, world, asOf }, { person, until, title, text }: Seat, circle: string, it: string) =>
          client.role.seat({
            circle,
            role: it,
            person: person ?? null,
            title,
            text: await readText(world, text),
            ...(until === undefined ? {} : { until }),
            ...asOf,
          }),
        ({ proposal }) => `It is proposed (${short(proposal)}). See: nst proposal show ${short(proposal)}`,
      ),
    )
  role
    .command('lay-down <CIRCLE> <ROLE>')
    .description('Lay down a role that you hold; nobody has to agree')
    .option('--reason <TEXT>', 'why')
    .action(
      does(
        async ({ client, asOf }, { reason }: { reason?: string }, circle: string, it: string) =>
          client.role.layDown({ circle, role: it, ...(reason === undefined ? {} : { reason }), ...asOf }),
        () => 'You have laid it down. Thank you.',
      ),
    )
}

function addReviews(nst: Nst): void {
  const { program, does } = nst
  const review = program.command('review').description('Look back on how a role is held').helpGroup('Deciding:')
  review
    .command('open <CIRCLE> <ROLE>')
    .description('Ask for a review; whoever holds the role speaks first')
    .option('--person <PERSON>', 'whose, where two hold it')
    .option('--reviewer <PERSON>', 'who is asked (may be repeated); everyone else without it', collect)
    .action(
      does(
        async (
          { client, asOf },
          { person, reviewer }: { person?: string; reviewer?: string[] },
          circle: string,
          it: string,
        ) =>
          client.review.open({
            circle,
            role: it,
            ...(person === undefined ? {} : { person }),
            ...(reviewer === undefined ? {} : { reviewers: reviewer }),
            ...asOf,
          }),
        (made) => `The review is open (${short(made.review)}). Next: nst review appreciate ${short(made.review)}`,
      ),
    )
  review
    .command('show <REVIEW>')
    .description('What was said, and what came of it')
    .action(does(async ({ client }, _options: object, it: string) => client.review.show({ review: it }), tellReview))
  addReviewing(review, nst)
}

function addReviewing(review: Command, { does }: Nst): void {
  for (const [name, as, description] of [
    ['appreciate', 'appreciation', 'Say what goes well'],
    ['improve', 'improvement', 'Say what could be better'],
  ] as const) {
    review
      .command(`${name} <REVIEW>`)
      .description(description)
      .requiredOption('--text <TEXT>', 'in your words')
      .action(
        does(
          async ({ client, asOf }, { text }: { text: string }, it: string) =>
            client.review.say({ review: it, as, text, ...asOf }),
          () => 'You have been heard.',
        ),
      )
  }
  review
    .command('plan <REVIEW>')
    .description('Propose a development plan')
    .requiredOption('--title <TEXT>', 'what it is called')
    .requiredOption('--text <FILE>', 'a text file with the plan; - reads what is typed')
    .requiredOption('--next <DATE>', 'when to look again', day)
    .action(
      does(
        async (
          { client, world, asOf },
          { title, text, next }: { title: string; text: string; next: string },
          it: string,
        ) => client.review.plan({ review: it, title, text: await readText(world, text), next, ...asOf }),
        ({ proposal }) => `It is proposed (${short(proposal)}). See: nst proposal show ${short(proposal)}`,
      ),
    )
  review
    .command('end <REVIEW>')
    .description('End it without a plan')
    .action(
      does(
        async ({ client, asOf }, _options: object, it: string) => client.review.end({ review: it, ...asOf }),
        () => 'The review has ended.',
      ),
    )
}
