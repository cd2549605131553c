import type { Command } from 'commander'
import type { Nst } from '../desk.ts'
import { WrongUsage } from '../stopping.ts'
import { short } from '../tell/lines.ts'
import { tellWhy } from '../tell/why.ts'
import { readText } from '../text-file.ts'
import { collect, day } from '../typed.ts'

/** What is done with an agreement once it is there: seen how it does, agreed again, changed or ended, and asked why. */
export function addAgreementLife(agreement: Command, nst: Nst): void {
  addEvaluating(agreement, nst)
  addAnew(agreement, nst)
  agreement
    .command('why <AGREEMENT>')
    .description('Why it is as it is: all that led to it, what it replaced and what replaced it')
    .action(
      nst.does(async ({ client }, _options: object, ref: string) => client.logbook.why({ agreement: ref }), tellWhy),
    )
}

const HOW_WELL = ['met', 'partly', 'not', 'unsure'] as const
type Evaluation = { readonly [W in (typeof HOW_WELL)[number]]?: string[] } & { readonly note?: string }

function addEvaluating(agreement: Command, { does }: Nst): void {
  agreement
    .command('evaluate <AGREEMENT>')
    .description('Say how it does; each criterion by its number or its words')
    .option('--met <CRITERION>', 'this is so; may be given more than once, as the others', collect)
    .option('--partly <CRITERION>', 'this is partly so', collect)
    .option('--not <CRITERION>', 'this is not so', collect)
    .option('--unsure <CRITERION>', 'nobody can say yet', collect)
    .option('--note <TEXT>', 'in your own words')
    .action(
      does(
        async ({ client, asOf }, said: Evaluation, ref: string) => {
          const results = HOW_WELL.flatMap((well) => (said[well] ?? []).map((criterion) => ({ criterion, well })))
          if (results.length === 0 && said.note === undefined)
            throw new WrongUsage('Say how it does: --met, --partly, --not, --unsure or --note.')
          const note = said.note === undefined ? {} : { note: said.note }
          return client.agreement.evaluate({ agreement: ref, results, ...note, ...asOf })
        },
        () => 'Noted. It changes nothing by itself; to bring it before the circle: nst agreement renew, change or end.',
      ),
    )
}

type Anew = { review?: string; criteria?: string[]; concerns?: true; driver?: string; owner?: string }
type Change = Anew & { text: string; title?: string }

function addAnew(agreement: Command, { does }: Nst): void {
  const anew = (name: string, description: string) =>
    agreement
      .command(`${name} <AGREEMENT>`)
      .description(description)
      .option('--review <DATE>', 'when the circle looks at it again; without it, after a usual term', day)
      .option('--criteria <TEXT>', 'how you will know that it works, in place of those there are', collect)
      .option('--concerns', 'take the concerns beside it up as criteria')
      .option('--driver <TEXT>', 'why it is needed now')
      .option('--owner <PERSON>', 'who looks after it')
  anew('renew', 'Propose the same words again').action(
    does(
      async ({ client, asOf }, options: Anew, ref: string) =>
        client.agreement.renew({ agreement: ref, ...options, ...asOf }),
      before,
    ),
  )
  anew('change', 'Propose other words in its place')
    .requiredOption('--text <FILE>', 'a text file with the new words; - reads what is typed')
    .option('--title <TITLE>', 'a new title')
    .action(
      does(
        async ({ client, world, asOf }, options: Change, ref: string) =>
          client.agreement.change({ agreement: ref, ...options, text: await readText(world, options.text), ...asOf }),
        before,
      ),
    )
  agreement
    .command('end <AGREEMENT>')
    .description('Propose that it ends, with nothing in its place')
    .requiredOption('--reason <TEXT>', 'why')
    .option('--review <DATE>', 'when the circle would look again at having ended it', day)
    .action(
      does(
        async ({ client, asOf }, options: { reason: string; review?: string }, ref: string) =>
          client.agreement.end({ agreement: ref, ...options, ...asOf }),
        before,
      ),
    )
}

const before = ({ proposal }: { proposal: string }) =>
  `It is before the circle (${short(proposal)}). Until everyone consents, the agreement stays as it is.`
