import { BacklogKind } from '../../api/contract/states.ts'
import type { Nst } from '../desk.ts'
import { WrongUsage } from '../stopping.ts'
import { tellBacklog } from '../tell/backlog.ts'
import { minutes } from '../typed.ts'

type Notes = { owner?: string; minutes?: number; next?: string }

/** backlog: the one list of what waits. */
export function addBacklogCommands({ program, does }: Nst): void {
  const backlog = program.command('backlog').description('What waits for the next meeting').helpGroup('Agreements:')
  backlog
    .command('list <CIRCLE>')
    .description('All that waits, in order')
    .option('--kind <KIND>', `only one kind: ${BacklogKind.options.join(', ')}`)
    .action(
      does(async ({ client }, { kind }: { kind?: string }, circle: string) => {
        const only = kind === undefined ? undefined : BacklogKind.safeParse(kind)
        if (only?.success === false) throw new WrongUsage(`--kind is one of: ${BacklogKind.options.join(', ')}.`)
        return client.backlog.list({ circle, ...(only === undefined ? {} : { kind: only.data }) })
      }, tellBacklog),
    )
  backlog
    .command('place <CIRCLE> <ITEM>')
    .description('Move an item up or down')
    .option('--under <ITEM>', 'the item it goes under; on top without it')
    .action(
      does(
        async ({ client, asOf }, { under }: { under?: string }, circle: string, item: string) =>
          client.backlog.place({ circle, item, under: under ?? null, ...asOf }),
        () => 'It has its place.',
      ),
    )
  backlog
    .command('note <CIRCLE> <ITEM>')
    .description('Say who looks after it, how long it wants, and what comes next')
    .option('--owner <PERSON>', 'who looks after it')
    .option('--minutes <NUMBER>', 'how much of a meeting it wants', minutes)
    .option('--next <TEXT>', 'its next step')
    .action(
      does(
        async ({ client, asOf }, notes: Notes, circle: string, item: string) =>
          client.backlog.note({ circle, item, ...notes, ...asOf }),
        () => 'Noted.',
      ),
    )
}
