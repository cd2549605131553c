import { FormingKind } from '../../api/contract/forming.ts'
import type { Command } from 'commander'
import type { Nst } from '../desk.ts'
import { WrongUsage } from '../stopping.ts'
import { short } from '../tell/lines.ts'
import { tellForming } from '../tell/forming.ts'
import { collect } from '../typed.ts'

/** forming: what people gather on a driver before anybody writes a proposal. */
export function addFormingCommands({ program, does }: Nst): void {
  const forming = program
    .command('forming')
    .description('Gather questions and ideas on what was noticed, before a proposal')
    .helpGroup('Deciding:')
  forming
    .command('show <DRIVER>')
    .description('All that was gathered')
    .action(
      does(async ({ client }, _options: object, ref: string) => client.forming.show({ driver: ref }), tellForming),
    )
  forming
    .command('add <DRIVER>')
    .description('Add a question that it has (dimension), something to bear in mind (consideration), or an idea')
    .requiredOption(`--kind <${FormingKind.options.join('|')}>`, 'which of these')
    .requiredOption('--text <TEXT>', 'your words')
    .option('--about <QUESTION>', 'the question that it is about')
    .action(
      does(
        async ({ client, asOf }, said: { kind: string; text: string; about?: string }, ref: string) => {
          const kind = FormingKind.safeParse(said.kind)
          if (!kind.success) throw new WrongUsage(`--kind is one of: ${FormingKind.options.join(', ')}.`)
          return client.forming.add({ driver: ref, ...said, kind: kind.data, ...asOf })
        },
        ({ item }) => `It is there (${short(item)}).`,
      ),
    )
  forming
    .command('answer <QUESTION>')
    .description('Answer one of its questions')
    .requiredOption('--text <TEXT>', 'your answer')
    .action(
      does(
        async ({ client, asOf }, { text }: { text: string }, question: string) =>
          client.forming.answer({ question, text, ...asOf }),
        ({ answer }) => `Your answer is there (${short(answer)}).`,
      ),
    )
  addNaming(forming, does)
}

function addNaming(forming: Command, does: Nst['does']): void {
  forming
    .command('take-back <ITEM>')
    .description('Take back what you said yourself')
    .action(
      does(
        async ({ client, asOf }, _options: object, item: string) => client.forming.takeBack({ item, ...asOf }),
        () => 'It is taken back.',
      ),
    )
  forming
    .command('name <DRIVER>')
    .description('Name two or three who write a draft from it')
    .requiredOption('--person <PERSON>', 'one of them; more than once for several', collect)
    .action(
      does(
        async ({ client, asOf }, { person }: { person: string[] }, ref: string) =>
          client.forming.name({ driver: ref, people: person, ...asOf }),
        ({ tuners }) => `They are named, unless somebody objects (${short(tuners)}).`,
      ),
    )
  forming
    .command('object <NAMING>')
    .description('Object to who was named')
    .requiredOption('--reason <TEXT>', 'why')
    .action(
      does(
        async ({ client, asOf }, { reason }: { reason: string }, tuners: string) =>
          client.forming.object({ tuners, reason, ...asOf }),
        () => 'Then others are to be named.',
      ),
    )
}
