import type { Command } from 'commander'
import type { Nst } from '../desk.ts'
import { WrongUsage } from '../stopping.ts'
import { short } from '../tell/lines.ts'
import { somebody, withWho, type WhoGiven } from './who.ts'

type Heard = WhoGiven & {
  of?: string
  consent?: string
  object?: string
  reason?: string
  text?: string
  item?: string
}

/** Words of people who are there without a device of their own. */
export function addSpokenCommands(meeting: Command, { does }: Nst): void {
  withWho(meeting.command('heard <MEETING>').description('Write down what somebody says who has no device here'))
    .option('--consent <PROPOSAL>', 'they consent to this')
    .option('--object <PROPOSAL>', 'they object to this; say why with --reason')
    .option('--of <VERSION>', 'which words, where two rounds were begun apart')
    .option('--reason <TEXT>', 'their reason')
    .option('--text <TEXT>', 'their words')
    .option('--item <ITEM>', 'the item they are about')
    .action(
      does(
        async ({ client, asOf }, given: Heard, ref: string) =>
          client.spoken.write({ meeting: ref, who: somebody(given), ...saysOf(given), ...asOf }),
        (made) => `Written down (${short(made.spoken)}). Two others sign it: nst meeting witness ${short(made.spoken)}`,
      ),
    )
  for (const [name, description, told] of [
    ['witness', 'Sign that you heard these words', 'You have signed that you heard it.'],
    ['confirm', 'Say that these were your words', 'You have confirmed your words.'],
  ] as const) {
    const act = does(
      async ({ client, asOf }, _options: object, spoken: string) => client.spoken[name]({ spoken, ...asOf }),
      () => told,
    )
    meeting.command(`${name} <WORDS>`).description(description).action(act)
  }
  meeting
    .command('dispute <WORDS>')
    .description('Say that these were not your words')
    .requiredOption('--reason <TEXT>', 'what you said instead, or that you were silent')
    .action(
      does(
        async ({ client, asOf }, { reason }: { reason: string }, spoken: string) =>
          client.spoken.dispute({ spoken, reason, ...asOf }),
        () => 'It is disputed: it does not stand as your answer.',
      ),
    )
}

function saysOf({ consent, object, reason, text, item, of }: Heard) {
  if (consent !== undefined) return { proposal: consent, answer: 'consent' as const, version: of }
  if (object !== undefined) {
    if (reason === undefined) throw new WrongUsage('An objection needs its --reason.')
    return { proposal: object, answer: 'object' as const, text: reason, version: of }
  }
  if (text === undefined) throw new WrongUsage('Give --consent PROPOSAL, --object PROPOSAL or --text TEXT.')
  return { text, item }
}
