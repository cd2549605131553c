import type { Nst } from '../desk.ts'
import { WrongUsage } from '../stopping.ts'
import { short } from '../tell/lines.ts'
import { count, silence } from '../typed.ts'

type Of = { of?: string; round?: string }
type Opening = { of?: string } & { silence?: 'absentee' | 'lazy'; days?: number }

/** round, consent, object, objection, concern. */
export function addDecidingCommands(nst: Nst): void {
  addRound(nst)
  addAnswers(nst)
  addObjection(nst)
  const concern = nst.program.command('concern').description('Worries that should not be lost').helpGroup('Deciding:')
  concern
    .command('add <PROPOSAL|AGREEMENT>')
    .description('Note a worry; it stops nothing')
    .requiredOption('--text <TEXT>', 'your concern')
    .action(
      nst.does(
        async ({ client, asOf }, { text }: { text: string }, about: string) =>
          client.concern.add({ about, text, ...asOf }),
        () => 'Your concern is noted.',
      ),
    )
}

function addRound({ program, does }: Nst): void {
  const round = program.command('round').description('Ask everyone for consent').helpGroup('Deciding:')
  round
    .command('open <PROPOSAL>')
    .description('Ask everyone: is it good enough for now, and safe enough to try?')
    .option('--of <VERSION>', 'which version, where there are several drafts')
    .option('--silence <WAY>', 'where the circle has agreed to it, silence counts: absentee or lazy', silence)
    .option('--days <NUMBER>', 'with --silence: more days than the circle’s way says', count)
    .action(
      does(
        async ({ client, asOf }, { of, ...under }: Opening, proposal: string) =>
          client.round.open({ proposal, version: of, ...under, ...asOf }),
        ({ skipped }) =>
          skipped.length === 0
            ? 'Everyone is asked now.'
            : `Everyone is asked now. Not everyone had gone through: ${skipped.join(', ')}. That stays visible.`,
      ),
    )
  round
    .command('close <PROPOSAL>')
    .description('Make it an agreement, once everyone has consented')
    .option('--of <VERSION>', 'which words, where two rounds were begun apart')
    .option('--round <ROUND>', 'which round, where both ask about the same words')
    .action(
      does(
        async ({ client, asOf }, { of, round: meant }: Of, proposal: string) =>
          client.round.close({ proposal, version: of, round: meant, ...asOf }),
        ({ agreement }) => `It is agreed. See: nst agreement show ${short(agreement)}`,
      ),
    )
}

function addAnswers({ program, does }: Nst): void {
  program
    .command('consent <PROPOSAL>')
    .description('Say that it is good enough for now and safe enough to try')
    .helpGroup('Deciding:')
    .option('--of <VERSION>', 'the version you mean')
    .option('--round <ROUND>', 'which round, where two were begun apart')
    .action(
      does(
        async ({ client, asOf }, { of, round }: Of, proposal: string) =>
          client.response.consent({ proposal, version: of, round, ...asOf }),
        () => 'You have consented to these words.',
      ),
    )
  program
    .command('object <PROPOSAL>')
    .description('Say what harm you see; the circle then works on it together')
    .helpGroup('Deciding:')
    .requiredOption('--reason <TEXT>', 'what would go wrong, and for whom')
    .option('--of <VERSION>', 'the version you mean')
    .option('--round <ROUND>', 'which round, where two were begun apart')
    .action(
      does(
        async ({ client, asOf }, { reason, of, round }: Of & { reason: string }, proposal: string) =>
          client.response.object({ proposal, reason, version: of, round, ...asOf }),
        ({ objection }) => `Your objection is there (${short(objection)}). Thank you for what you see.`,
      ),
    )
}

function addObjection({ program, does }: Nst): void {
  const objection = program.command('objection').description('Work on what someone sees').helpGroup('Deciding:')
  const ways = {
    understood: ['Say that you understand an objection, whether or not you share it', 'Noted: you understand it.'],
    withdraw: ['Take your own objection back', 'Your objection is taken back. It stays in the story.'],
    reframe: ['Turn your own objection into a concern', 'Your objection is a concern now. It stops nothing any more.'],
  } as const
  for (const way of ['understood', 'withdraw', 'reframe'] as const) {
    const [description, done] = ways[way]
    const act = does(
      async ({ client, asOf }, _options: object, ref: string) => client.objection[way]({ objection: ref, ...asOf }),
      () => done,
    )
    objection.command(`${way} <OBJECTION>`).description(description).action(act)
  }
  objection
    .command('test <OBJECTION>')
    .description('Say whether it qualifies, where the circle agreed to test objections')
    .requiredOption('--qualifies <yes|no>', 'whether it does')
    .requiredOption('--reason <TEXT>', 'held against what you agreed on')
    .action(
      does(
        async ({ client, asOf }, { qualifies, reason }: { qualifies: string; reason: string }, ref: string) => {
          if (qualifies !== 'yes' && qualifies !== 'no') throw new WrongUsage('--qualifies is yes or no.')
          return client.objection.test({ objection: ref, qualifies: qualifies === 'yes', reason, ...asOf })
        },
        () => 'Noted, with your reason.',
      ),
    )
}
