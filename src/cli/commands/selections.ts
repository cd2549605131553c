import type { Command } from 'commander'
import type { Client } from '../../api/client.ts'
import type { Nst } from '../desk.ts'
import { WrongUsage } from '../stopping.ts'
import { short } from '../tell/lines.ts'
import { roleName } from '../tell/role.ts'
import { tellSelection, tellSelections } from '../tell/selection.ts'
import { readText } from '../text-file.ts'
import { day } from '../typed.ts'

type Named = { person?: string; reason?: string; pass?: true }

/** selection: finding by reasons who holds a role. */
export function addSelectionCommands(nst: Nst): void {
  const { program, does } = nst
  const selection = program
    .command('selection')
    .description('Find out together who holds a role')
    .helpGroup('Deciding:')
  selection
    .command('open <CIRCLE> <ROLE>')
    .description('Ask everyone to nominate: facilitator, secretary, leader, delegate, or a role by its name')
    .action(
      does(
        async ({ client, asOf }, _options: object, circle: string, role: string) =>
          client.selection.open({ circle, role, ...asOf }),
        (made) => `Everyone is asked (${short(made.selection)}). Next: nst selection nominate ${short(made.selection)}`,
      ),
    )
  selection
    .command('list <CIRCLE>')
    .description('All selections, the newest first')
    .action(
      does(async ({ client }, _options: object, circle: string) => client.selection.list({ circle }), tellSelections),
    )
  selection
    .command('show <SELECTION>')
    .description('Where it is, and the reasons once they are open')
    .action(
      does(async ({ client }, _options: object, it: string) => client.selection.show({ selection: it }), tellSelection),
    )
  addNominating(selection, nst)
  addHearing(selection, nst)
  addEnding(selection, nst)
}

function named({ person, reason, pass }: Named) {
  if (pass === true) return { nominee: null }
  if (person === undefined || reason === undefined)
    throw new WrongUsage('Say whom, and why: --person PERSON --reason TEXT. Or --pass.')
  return { nominee: person, reason }
}

const withNaming = (command: Command): Command =>
  command
    .option('--person <PERSON>', 'whom; you may name yourself')
    .option('--reason <TEXT>', 'why')
    .option('--pass', 'name nobody')

function addNominating(selection: Command, { does }: Nst): void {
  withNaming(selection.command('nominate <SELECTION>'))
    .description('Nominate somebody, sealed: nobody reads it before all have nominated')
    .action(
      does(
        async ({ client, asOf }, said: Named, it: string) =>
          client.selection.nominate({ selection: it, ...named(said), ...asOf }),
        () => 'Sealed. It opens by itself when everyone has nominated.',
      ),
    )
  selection
    .command('reveal <SELECTION>')
    .description('Open the nominations before everyone has nominated')
    .action(
      does(
        async ({ client, asOf }, _options: object, it: string) => client.selection.reveal({ selection: it, ...asOf }),
        () => 'The nominations are open. Who comes later is heard in the change round.',
      ),
    )
}

function addHearing(selection: Command, { does }: Nst): void {
  selection
    .command('inform <SELECTION>')
    .description('Say what the others should know')
    .requiredOption('--text <TEXT>', 'in your words')
    .action(
      does(
        async ({ client, asOf }, { text }: { text: string }, it: string) =>
          client.selection.inform({ selection: it, text, ...asOf }),
        () => 'They know it now.',
      ),
    )
  withNaming(selection.command('change <SELECTION>'))
    .description('In the change round: name somebody else, and why')
    .action(
      does(
        async ({ client, asOf }, said: Named, it: string) =>
          client.selection.change({ selection: it, ...named(said), ...asOf }),
        () => 'Your nomination is changed.',
      ),
    )
  selection
    .command('keep <SELECTION>')
    .description('In the change round: stay with whom you named')
    .action(
      does(
        async ({ client, asOf }, _options: object, it: string) => client.selection.keep({ selection: it, ...asOf }),
        () => 'You stay with your nomination.',
      ),
    )
}

type Proposed = { person: string; title?: string; text: string; until?: string }

function addEnding(selection: Command, { does }: Nst): void {
  selection
    .command('propose <SELECTION>')
    .description('Propose one of those named, for the strength of the reasons')
    .requiredOption('--person <PERSON>', 'whom')
    .requiredOption('--text <FILE>', 'a text file with the reasons; - reads what is typed')
    .option('--title <TITLE>', 'what the proposal is called; else the role and the name')
    .option('--until <DATE>', 'until when; else for one term', day)
    .action(
      does(
        async ({ client, world, asOf }, { person, title, text, until }: Proposed, it: string) =>
          client.selection.propose({
            selection: it,
            person,
            title: title ?? (await titleFor(client, it, person)),
            text: await readText(world, text),
            ...(until === undefined ? {} : { until }),
            ...asOf,
          }),
        ({ proposal }) => `They are proposed (${short(proposal)}). Next: nst round open ${short(proposal)}`,
      ),
    )
  selection
    .command('end <SELECTION>')
    .description('Say that nobody suitable was found for now')
    .requiredOption('--reason <TEXT>', 'why')
    .action(
      does(
        async ({ client, asOf }, { reason }: { reason: string }, it: string) =>
          client.selection.end({ selection: it, reason, ...asOf }),
        () => 'The selection has ended. Another can be opened.',
      ),
    )
}

/** What the window calls it too: the role, and who is to hold it. */
async function titleFor(client: Client, selection: string, whom: string): Promise<string> {
  const { role, name, names } = await client.selection.show({ selection })
  return `${roleName(role, name)}: ${nameIn(names, whom)}`
}

/** Typed as a name or as the beginning of an id; what is neither the program refuses by itself. */
function nameIn(names: Readonly<Record<string, string>>, whom: string): string {
  const found = Object.keys(names).filter((person) => person.startsWith(whom.toLowerCase()))
  const [id] = found
  return id !== undefined && found.length === 1 ? (names[id] ?? whom) : whom
}
