import type { Command } from 'commander'
import { PutAway } from '../../api/contract/states.ts'
import type { Nst } from '../desk.ts'
import type { Way } from '../../domain/ways/way.ts'
import { WrongUsage } from '../stopping.ts'
import { short } from '../tell/lines.ts'
import { tellProposal, tellProposals } from '../tell/proposal.ts'
import { readText } from '../text-file.ts'
import { collect, day, part, type Part, way } from '../typed.ts'

/** proposal: everything before the circle is asked for consent. */
export function addProposalCommands(nst: Nst): void {
  const proposal = nst.program
    .command('proposal')
    .description('Bring ideas and shape them together')
    .helpGroup('Deciding:')
  addPresenting(proposal, nst)
  addLooking(proposal, nst)
  addTalking(proposal, nst)
  addShaping(proposal, nst)
}

type Terms = {
  title: string
  text: string
  review: string
  driver?: string
  criteria?: string[]
  owner?: string
  admits?: string
  removes?: string
  rests?: string
  rekeys?: string
  way?: Way
  keeper?: string
  relay?: string
  matters?: string
  lapses?: true
  answers?: string
  changes?: string
  ends?: true
}

type Purpose = { name?: string | undefined; aim?: string | undefined; domain?: string | undefined }

/** The circle's own name and aim, which only go together. */
function purposeOf({ name, aim, domain }: Purpose) {
  if (name === undefined && aim === undefined && domain === undefined) return {}
  if (name === undefined || aim === undefined) throw new WrongUsage('A circle’s --name and --aim go together.')
  return { purpose: { name, aim, ...(domain === undefined ? {} : { domain }) } }
}

function addPresenting(proposal: Command, { does }: Nst): void {
  proposal
    .command('present <CIRCLE>')
    .description('Bring a proposal')
    .requiredOption('--title <TITLE>', 'what it is called')
    .requiredOption('--text <FILE>', 'a text file with the words to agree on; - reads what is typed')
    .requiredOption('--review <DATE>', 'when the circle looks at it again, like 2030-01-31', day)
    .option('--driver <TEXT>', 'why it is needed')
    .option('--criteria <TEXT>', 'how you will know that it works; may be given more than once', collect)
    .option('--owner <PERSON>', 'who looks after it')
    .option('--answers <DRIVER>', 'what somebody noticed and this answers')
    .option('--admits <PERSON>', 'the guest who becomes a member with it')
    .option('--removes <PERSON>', 'whom the circle would go on without; everyone else is asked')
    .option('--rests <PERSON>', 'who is not asked any more until they speak again; everyone else is asked')
    .option('--rekeys <PERSON>', 'who goes on with their new device, after one of theirs was restored from a copy')
    .option('--way <RULE=VALUE>', 'a way of the circle: absentee=DAYS, lazy=DAYS, terms=MONTHS, …', way)
    .option('--keeper <ADDRESS>', 'a keeper that would keep the circle’s things (see: nst circle keepers)')
    .option('--relay <ADDRESS>', 'a relay that would pass on the circle’s packets (see: nst circle relays)')
    .option('--matters <TEXT>', 'with --way lazy: which matters it is for')
    .option('--name <NAME>', 'what the circle would be called; with --aim')
    .option('--aim <TEXT>', 'what the circle would be for; with --name')
    .option('--domain <TEXT>', 'with --name and --aim: what is the circle’s own to decide')
    .option('--lapses', 'it no longer holds after its review date')
    .option('--changes <AGREEMENT>', 'the agreement in whose place it would come')
    .option('--ends', 'that agreement ends, with nothing in its place')
    .action(
      does(
        async ({ client, world, asOf }, { name, aim, domain, ...terms }: Terms & Purpose, circle: string) =>
          client.proposal.present({
            ...withMatters(terms),
            ...purposeOf({ name, aim, domain }),
            circle,
            text: await readText(world, terms.text),
            ...asOf,
          }),
        (made) => `Your proposal is before the circle (${short(made.proposal)}). That is not yet your own consent.`,
      ),
    )
}

/** The words that lazy consent is for come apart from its days. */
function withMatters({ matters, ...terms }: Terms): Omit<Terms, 'matters'> {
  if (terms.way?.rule !== 'lazy') return terms
  return { ...terms, way: { ...terms.way, matters: matters ?? '' } }
}

function addLooking(proposal: Command, { does }: Nst): void {
  proposal
    .command('show <PROPOSAL>')
    .description('The whole proposal: words, questions, answers, and how it came about')
    .action(
      does(async ({ client }, _options: object, ref: string) => client.proposal.show({ proposal: ref }), tellProposal),
    )
  proposal
    .command('list <CIRCLE>')
    .description('All proposals of a circle')
    .action(
      does(async ({ client }, _options: object, circle: string) => client.proposal.list({ circle }), tellProposals),
    )
}

function addTalking(proposal: Command, { does }: Nst): void {
  proposal
    .command('ask <PROPOSAL>')
    .description('Ask a question, to understand it')
    .requiredOption('--text <TEXT>', 'your question')
    .action(
      does(
        async ({ client, asOf }, { text }: { text: string }, ref: string) =>
          client.proposal.ask({ proposal: ref, text, ...asOf }),
        ({ question }) => `Your question is there (${short(question)}).`,
      ),
    )
  proposal
    .command('answer <QUESTION>')
    .description('Answer a question')
    .requiredOption('--text <TEXT>', 'your answer')
    .action(
      does(
        async ({ client, asOf }, { text }: { text: string }, question: string) =>
          client.proposal.answer({ question, text, ...asOf }),
        () => 'Your answer is there.',
      ),
    )
  proposal
    .command('understood <PROPOSAL>')
    .description('Say that you have no more questions')
    .action(
      does(
        async ({ client, asOf }, _options: object, ref: string) =>
          client.proposal.understood({ proposal: ref, ...asOf }),
        () => 'Noted: you understand it.',
      ),
    )
  proposal
    .command('react <PROPOSAL>')
    .description('Say in a few words what you think of it, or pass')
    .option('--text <TEXT>', 'your reaction')
    .option('--pass', 'nothing to say')
    .action(
      does(
        async ({ client, asOf }, { text, pass }: { text?: string; pass?: true }, ref: string) => {
          if ((text === undefined) === (pass === undefined))
            throw new WrongUsage('Give --text TEXT or --pass: one of them.')
          return client.proposal.react({ proposal: ref, text: text ?? null, ...asOf })
        },
        () => 'Noted.',
      ),
    )
}

type Amendment = {
  text?: string
  title?: string
  review?: string
  criteria?: string[]
  with?: Record<string, Part>
  from?: string[]
  integrates?: string[]
}
const ENDED: Readonly<Record<string, string>> = {
  tabled: 'It is put off.',
  escalated: 'It is handed on.',
  'to-helping-circle': 'It is with the helping circle.',
}
const PARTS = `
Parts for --with: until=2030-01-31 (who holds a role, a link); due=2030-01-31, members=Ben (a helping circle);
months=6, domain=TEXT, accountabilities=TEXT, qualities=TEXT (a role); months, days, matters, criteria, witnesses,
most (a way); aim, domain, founder (a sub-circle). An empty domain= takes it away.`
type Ending = { as: string; until?: string; reason: string; to?: string[]; helping?: string }

function addShaping(proposal: Command, { does }: Nst): void {
  proposal
    .command('amend <PROPOSAL>')
    .description('Put new words in its place; whoever consented is asked again')
    .option('--text <FILE>', 'a text file with the new words; - reads what is typed')
    .option('--title <TITLE>', 'a new title')
    .option('--review <DATE>', 'a new day to look at it again', day)
    .option('--criteria <TEXT>', 'how you will know that it works, in place of all before; may be repeated', collect)
    .option('--with <PART=VALUE>', 'another term of what comes into force (see below); a list: once for each', part)
    .option('--from <VERSION>', 'which version it builds on; more than once puts drafts together', collect)
    .option('--integrates <OBJECTION>', 'an objection that it means to resolve; its author will say', collect)
    .action(
      does(
        async ({ client, world, asOf }, { text, with: effect, ...amendment }: Amendment, ref: string) =>
          client.proposal.amend({
            ...amendment,
            ...(text === undefined ? {} : { text: await readText(world, text) }),
            ...(effect === undefined ? {} : { effect }),
            proposal: ref,
            ...asOf,
          }),
        ({ version }) => `The new version is before the circle (${short(version)}).`,
      ),
    )
    .addHelpText('after', PARTS)
  proposal
    .command('end <PROPOSAL>')
    .description('Lay it aside, put it off until a day, or hand it on where you find no next step')
    .requiredOption(`--as <${PutAway.options.join('|')}>`, 'which of these')
    .option(
      '--to <PERSON>',
      'escalated: who carries it where more people are concerned; more than once for several',
      collect,
    )
    .option('--helping <HELPING>', 'the helping circle that takes it up')
    .option('--until <DATE>', 'when to come back to it', day)
    .requiredOption('--reason <TEXT>', 'why')
    .action(
      does(
        async ({ client, asOf }, { as, ...more }: Ending, ref: string) => {
          const way = PutAway.safeParse(as)
          if (!way.success) throw new WrongUsage(`--as is one of: ${PutAway.options.join(', ')}.`)
          return client.proposal.end({ proposal: ref, as: way.data, ...more, ...asOf })
        },
        ({ state }) => ENDED[state] ?? 'It is laid aside.',
      ),
    )
}
