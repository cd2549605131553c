import type { Command } from 'commander'
import { resolve } from 'node:path'
import type { Nst } from '../desk.ts'
import { orNothing, short, when } from '../tell/lines.ts'
import { readExactly } from '../text-file.ts'
import { writeWhole } from '../write-whole.ts'

/** More than two circles ever have to say to each other at once. */
const LONGEST = 16 * 1024 * 1024

const KINDS: Readonly<Record<string, string>> = {
  link: 'consents to a link',
  unlink: 'has ended the link',
  delegate: 'says who speaks for it',
  recall: 'says who speaks for it no more',
  objection: 'objects',
  answer: 'answers',
}

/** statement: what circles tell each other, as a file. */
export function addStatementCommands({ program, world, does, alone }: Nst): void {
  const statement = program
    .command('statement')
    .description('Carry what one circle tells another in a file')
    .helpGroup('Meeting:')
  statement
    .command('list <CIRCLE>')
    .description('What other circles have told this one')
    .action(
      does(
        async ({ client }, _options: object, circle: string) => client.statement.list({ circle }),
        ({ items }) =>
          orNothing(
            items.map(({ statement: id, kind, fromName, title, at, toldBy }) => {
              return `${short(id)}  ${when(at)}  ${fromName} ${KINDS[kind] ?? kind}: ${title} (told by ${toldBy})`
            }),
            'No other circle has told this one anything.',
          ),
      ),
    )
  statement
    .command('export <CIRCLE>')
    .description('Write all that the circle has to say to another into a file; nothing else of the circle is in it')
    .requiredOption('--other <CIRCLE>', 'the other circle, by its name here or its number')
    .requiredOption('--out <FILE>', 'where to')
    .action(
      does(
        async ({ client }, { other, out }: { other: string; out: string }, circle: string) => {
          const { text, statements } = await client.statement.export({ circle, other })
          const file = resolve(world.cwd, out)
          writeWhole(file, text)
          return { file, statements }
        },
        ({ file, statements }) => `${file} holds ${statements}. Whoever of the other circle has it can take it in.`,
      ),
    )
  statement
    .command('import <FILE>')
    .description('Take in what such a file holds for your circles')
    .action(
      does(
        async ({ client, asOf }, _options: object, file: string) =>
          client.statement.import({ text: await readExactly(world, file, LONGEST), ...asOf }),
        ({ told, known }) => (told === 0 ? 'Nothing new.' : `${told} new${known === 0 ? '' : `, ${known} known`}.`),
      ),
    )
  addVerify(statement, { world, alone })
}

function addVerify(statement: Command, { world, alone }: Pick<Nst, 'world' | 'alone'>): void {
  statement
    .command('verify <FILE>')
    .description('Check such a file; no profile is needed')
    .action(
      alone(async (out, _dir, _options: object, file: string) => {
        const lines = (await readExactly(world, file, LONGEST)).split('\n').filter((line) => line.trim() !== '')
        const verdicts = lines.map((line) => world.verifyStatement(line))
        const told = verdicts.map((one) =>
          one.valid
            ? `Valid: ${one.statement.fromName} ${KINDS[one.statement.kind] ?? one.statement.kind}: ${one.statement.title}`
            : `Not valid (${one.why}).`,
        )
        out.result(verdicts, orNothing(told, 'There is nothing in it.'))
        return verdicts.length > 0 && verdicts.every(({ valid }) => valid) ? 0 : 3
      }),
    )
}
