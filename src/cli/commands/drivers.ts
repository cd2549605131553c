import type { Command } from 'commander'
import type { Nst } from '../desk.ts'
import { tellDriver, tellDrivers, tellMoved } from '../tell/driver.ts'
import { short } from '../tell/lines.ts'
import { readText } from '../text-file.ts'
import { day } from '../typed.ts'

type Parts = { situation?: string; effect?: string; need?: string; requirement?: string }

/** driver: what somebody noticed, before there is any proposal. */
export function addDriverCommands(nst: Nst): void {
  const driver = nst.program
    .command('driver')
    .description('What you notice, before anybody proposes anything')
    .helpGroup('Deciding:')
  addWording(driver, nst)
  addMoving(driver, nst)
  addProposing(driver, nst)
  driver
    .command('list <CIRCLE>')
    .description('All that was noticed, the newest first')
    .action(
      nst.does(async ({ client }, _options: object, circle: string) => client.driver.list({ circle }), tellDrivers),
    )
  driver
    .command('show <DRIVER>')
    .description('What was noticed, and what became of it')
    .action(
      nst.does(async ({ client }, _options: object, ref: string) => client.driver.show({ driver: ref }), tellDriver),
    )
}

function withParts(command: Command): Command {
  return command
    .option('--situation <TEXT>', 'what is happening')
    .option('--effect <TEXT>', 'what that leads to')
    .option('--need <TEXT>', 'what is needed')
    .option('--requirement <TEXT>', 'what any answer has to do')
}

function addWording(driver: Command, { does }: Nst): void {
  withParts(driver.command('notice <CIRCLE>').description('Say what you noticed'))
    .requiredOption('--statement <TEXT>', 'in one sentence')
    .action(
      does(
        async ({ client, asOf }, said: Parts & { statement: string }, circle: string) =>
          client.driver.notice({ circle, ...said, ...asOf }),
        (made) => `It is before the circle (${short(made.driver)}).`,
      ),
    )
  withParts(driver.command('reword <DRIVER>').description('Find better words; an empty text takes a part away'))
    .option('--statement <TEXT>', 'in one sentence')
    .action(
      does(
        async ({ client, asOf }, said: Parts & { statement?: string }, ref: string) =>
          client.driver.reword({ driver: ref, ...said, ...asOf }),
        () => 'The new words are there.',
      ),
    )
}

type Ready = { review: string; title?: string; aim?: string; text?: string; founder?: string }

function addProposing(driver: Command, { does }: Nst): void {
  driver
    .command('propose <DRIVER>')
    .description('Bring before the circle what was prepared for it, as what came in from another program')
    .requiredOption('--review <DATE>', 'when to look at it again', day)
    .option('--title <TITLE>', 'what it is called, if not as prepared')
    .option('--aim <TEXT>', 'what a role or a circle is for, if not as prepared')
    .option('--text <FILE>', 'a text file with other words; - reads what is typed')
    .option('--founder <PERSON>', 'who founds a sub-circle; you, if nobody is named')
    .action(
      does(
        async ({ client, world, asOf }, { text, ...said }: Ready, ref: string) =>
          client.driver.propose({
            driver: ref,
            ...said,
            ...(text !== undefined && { text: await readText(world, text) }),
            ...asOf,
          }),
        ({ proposal }) =>
          `It is before the circle (${short(proposal)}); nobody has consented to it yet. See: nst proposal show ${short(proposal)}`,
      ),
    )
}

function addMoving(driver: Command, { does }: Nst): void {
  driver
    .command('accept <DRIVER>')
    .description('Say that this is for the circle to answer')
    .action(
      does(
        async ({ client, asOf }, _options: object, ref: string) => client.driver.accept({ driver: ref, ...asOf }),
        tellMoved,
      ),
    )
  driver
    .command('pass-on <DRIVER>')
    .description('Say whose it is instead')
    .requiredOption('--to <TEXT>', 'which circle, or who')
    .option('--reason <TEXT>', 'why')
    .action(
      does(
        async ({ client, asOf }, { to, reason }: { to: string; reason?: string }, ref: string) =>
          client.driver.passOn({ driver: ref, to, reason, ...asOf }),
        tellMoved,
      ),
    )
  for (const [name, procedure, description] of [
    ['discard', 'discard', 'Say that nothing has to be done about it'],
    ['send-back', 'sendBack', 'Disagree with what became of it: it is to be talked about again'],
  ] as const) {
    const act = does(
      async ({ client, asOf }, { reason }: { reason: string }, ref: string) =>
        client.driver[procedure]({ driver: ref, reason, ...asOf }),
      tellMoved,
    )
    driver.command(`${name} <DRIVER>`).description(description).requiredOption('--reason <TEXT>', 'why').action(act)
  }
}
