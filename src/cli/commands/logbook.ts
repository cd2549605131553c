import { InvalidArgumentError, Option } from 'commander'
import { LogbookKind, LogbookOrder, LogbookState } from '../../api/contract/logbook.ts'
import type { Nst } from '../desk.ts'
import { tellFound } from '../tell/found.ts'
import { tellLogbook } from '../tell/logbook.ts'
import { collect, count, day } from '../typed.ts'

type Asked = {
  search?: string
  kind?: (typeof LogbookKind.options)[number][]
  state?: (typeof LogbookState.options)[number]
  owner?: string
  since?: string
  until?: string
  order?: (typeof LogbookOrder.options)[number]
  limit?: number
  from?: number
  whole?: true
}

/** logbook: all that was agreed and done. */
export function addLogbookCommands({ program, does }: Nst): void {
  program
    .command('find <TEXT>')
    .description('Circles, and what is in them, that are called something with all these words')
    .helpGroup('Looking closer:')
    .action(does(async ({ client }, _options: object, text: string) => client.find.list({ text }), tellFound))
  program
    .command('logbook <CIRCLE>')
    .description('All that the circle agreed and did, and to search in it')
    .helpGroup('Agreements:')
    .option('--search <TEXT>', 'what has all these words in it: in titles, texts, reasons, questions or names')
    .option('--kind <KIND>', `only this, of ${LogbookKind.options.join(', ')}; may be given more than once`, kind)
    .addOption(new Option('--state <STATE>', 'only what stands so').choices(LogbookState.options))
    .option('--owner <PERSON>', 'only what this person looks after')
    .option('--since <DATE>', 'only from this day on', day)
    .option('--until <DATE>', 'only up to this day', day)
    .addOption(new Option('--order <ORDER>', 'what comes first').choices(LogbookOrder.options).default('newest'))
    .option('--limit <COUNT>', 'how many', count, 100)
    .option('--from <COUNT>', 'how many to leave out first', count)
    .option('--whole', 'with all words')
    .action(
      does(
        async ({ client }, { kind: kinds, ...asked }: Asked, circle: string) =>
          client.logbook.list({ circle, ...asked, ...(kinds === undefined ? {} : { kinds }) }),
        tellLogbook,
      ),
    )
}

function kind(value: string, before?: string[]): string[] {
  const { success } = LogbookKind.safeParse(value)
  if (!success) throw new InvalidArgumentError(`It is one of ${LogbookKind.options.join(', ')}.`)
  return collect(value, before)
}
