import type { Command } from 'commander'
import type { Nst } from '../desk.ts'
import { tellActions } from '../tell/action.ts'
import { short } from '../tell/lines.ts'
import { day } from '../typed.ts'

type Said = { text?: string; owner?: string; due?: string; waitingFor?: string }
type Ref = string | undefined
type From = { fromMeeting?: Ref; fromItem?: Ref; fromAgreement?: Ref; fromProposal?: Ref }

/** action: next steps. */
export function addActionCommands(nst: Nst): void {
  const action = nst.program
    .command('action')
    .description('Next steps: who does what, by when')
    .helpGroup('Meetings and next steps:')
  addNoting(action, nst)
  addEnding(action, nst)
  action
    .command('list [CIRCLE]')
    .description('The open next steps of a circle, or of all your circles')
    .option('--mine', 'yours only')
    .option('--all', 'also those that are done or dropped')
    .action(
      nst.does(
        async ({ client }, { mine, all }: { mine?: true; all?: true }, circle?: string) =>
          client.action.list({ circle, mine, all }),
        tellActions,
      ),
    )
}

const withSaid = (command: Command) =>
  command
    .option('--owner <PERSON>', 'who does it')
    .option('--due <DATE>', 'by when, like 2030-01-31', day)
    .option('--waiting-for <TEXT>', 'what it cannot go on without')

function addNoting(action: Command, { does }: Nst): void {
  withSaid(action.command('note <CIRCLE>').description('Note a next step'))
    .requiredOption('--text <TEXT>', 'what is to be done')
    .option('--from-meeting <MEETING>', 'the meeting it comes from')
    .option('--from-item <ITEM>', 'the item of the agenda it comes from')
    .option('--from-agreement <AGREEMENT>', 'the agreement it carries out')
    .option('--from-proposal <PROPOSAL>', 'the proposal it is for')
    .action(
      does(
        async ({ client, asOf }, said: Said & From & { text: string }, circle: string) => {
          const { fromMeeting, fromItem, fromAgreement, fromProposal, ...content } = said
          const from = sourceOf({ fromMeeting, fromItem, fromAgreement, fromProposal })
          return client.action.note({ circle, ...content, from, ...asOf })
        },
        (made) => `Noted (${short(made.action)}).`,
      ),
    )
  withSaid(action.command('change <ACTION>').description('Change what is said; the rest stays'))
    .option('--text <TEXT>', 'what is to be done')
    .action(
      does(
        async ({ client, asOf }, said: Said, ref: string) => client.action.change({ action: ref, ...said, ...asOf }),
        () => 'Changed.',
      ),
    )
}

function addEnding(action: Command, { does }: Nst): void {
  action
    .command('done <ACTION>')
    .description('Say that it is done')
    .option('--note <TEXT>', 'what came of it')
    .action(
      does(
        async ({ client, asOf }, { note }: { note?: string }, ref: string) =>
          client.action.done({ action: ref, note, ...asOf }),
        () => 'Done. Thank you.',
      ),
    )
  for (const [name, description, told] of [
    ['drop', 'Say that it is not to be done', 'Dropped.'],
    ['reopen', 'Take it up again', 'It is open again.'],
  ] as const) {
    const act = does(
      async ({ client, asOf }, { reason }: { reason: string }, ref: string) =>
        client.action[name]({ action: ref, reason, ...asOf }),
      () => told,
    )
    action.command(`${name} <ACTION>`).description(description).requiredOption('--reason <TEXT>', 'why').action(act)
  }
}

function sourceOf({ fromMeeting, fromItem, fromAgreement, fromProposal }: From) {
  if (fromItem !== undefined) return { kind: 'item' as const, id: fromItem }
  if (fromMeeting !== undefined) return { kind: 'meeting' as const, id: fromMeeting }
  if (fromAgreement !== undefined) return { kind: 'agreement' as const, id: fromAgreement }
  return fromProposal === undefined ? undefined : { kind: 'proposal' as const, id: fromProposal }
}
