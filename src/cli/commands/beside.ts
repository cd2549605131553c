import { refusal } from '../../domain/refusal.ts'
import type { Nst } from '../desk.ts'
import { Refused } from '../stopping.ts'

type Person = { readonly beside: string; readonly name: string }

/** People who came without a device: a key of their own on this one, their words with `--at`, and the way home. */
export function addBesideCommands({ program, does }: Nst): void {
  const beside = program
    .command('beside')
    .description('People without a device, who have a key of their own on this one')
    .helpGroup('Meeting:')
  beside
    .command('add <CIRCLE>')
    .description('Give somebody who is here a key, and let them into the circle with it')
    .requiredOption('--name <NAME>', 'what they are called')
    .action(
      does(
        async ({ client, asOf }, { name }: { name: string }, circle: string) => ({
          ...(await client.beside.add({ circle, name, ...asOf })),
          name,
        }),
        ({ name }) =>
          `${name} is in the circle, with a key of their own on this device. Their words: nst --at ${name} …`,
      ),
    )
  beside
    .command('list')
    .description('Who has a key on this device')
    .action(
      does(
        async ({ client }) => client.beside.list({}),
        ({ people }) => (people.length === 0 ? 'Nobody but you.' : people.map(({ name }) => name).join('\n')),
      ),
    )
  beside
    .command('slip <NAME>')
    .description('Their 24 words, for a slip of paper that only they take home')
    .action(
      does(
        async ({ client }, _options: object, name: string) => {
          const one = await named(client, name)
          return client.beside.slip({ beside: one.beside })
        },
        ({ words }) => words,
      ),
    )
  beside
    .command('home <NAME>')
    .description('They have their words on paper: take all that could speak for them off this device')
    .action(
      does(
        async ({ client }, _options: object, called: string) => {
          const one = await named(client, called)
          return client.beside.takeHome({ beside: one.beside })
        },
        ({ name }) => `Nothing on this device speaks for ${name} any more.`,
      ),
    )
}

async function named(
  client: { readonly beside: { list(input: object): Promise<{ readonly people: readonly Person[] }> } },
  name: string,
): Promise<Person> {
  const { people } = await client.beside.list({})
  const [one, ...others] = people.filter((each) => each.beside === name || each.name === name)
  if (one === undefined || others.length > 0) throw new Refused(refusal('no-such-person', { name }))
  return one
}
