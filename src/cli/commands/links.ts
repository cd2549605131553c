import type { Command } from 'commander'
import type { Nst } from '../desk.ts'
import { WrongUsage } from '../stopping.ts'
import { short } from '../tell/lines.ts'
import { tellLinks, tellStructure, tellTrips } from '../tell/link.ts'
import { collect, count, day } from '../typed.ts'

const proposed = ({ proposal }: { proposal: string }) =>
  `It is before the circle as a proposal (${short(proposal)}): it takes everyone's consent.`
const REVIEW = ['--review <DATE>', 'when the circle looks at it again', day] as const

/** link: what two circles have with each other, and what goes along it. */
export function addLinkCommands(nst: Nst): void {
  const link = nst.program.command('link').description('Links with other circles').helpGroup('Agreements:')
  addLooking(link, nst)
  addDeciding(link, nst)
  addObjections(link, nst)
}

function addLooking(link: Command, { does }: Nst): void {
  link
    .command('list <CIRCLE>')
    .description('Every circle that it has to do with, and how they stand')
    .action(does(async ({ client }, _options: object, circle: string) => client.link.list({ circle }), tellLinks))
  link
    .command('trips <CIRCLE>')
    .description('Objections that went along links, and what came back')
    .action(does(async ({ client }, _options: object, circle: string) => client.trip.list({ circle }), tellTrips))
  link
    .command('structure')
    .description('All circles that you can see from here, and how they are linked')
    .action(does(async ({ client }) => client.structure.show({}), tellStructure))
}

type Offer = {
  name: string
  as: string
  aim: string
  sends: number
  receives: number
  until: string
  shares: string
  seat?: string
  review: string
}

function addDeciding(link: Command, { does }: Nst): void {
  link
    .command('propose <CIRCLE>')
    .description('Propose to offer a link to another circle')
    .requiredOption('--other <CIRCLE>', 'its number, or its name where you are in it')
    .requiredOption('--name <NAME>', 'what it is called here')
    .option('--as <beside|above|below>', 'what it is to this one', 'beside')
    .requiredOption('--aim <TEXT>', 'what for')
    .option('--sends <NUMBER>', 'how many of yours take part there', count, 1)
    .option('--receives <NUMBER>', 'how many of theirs take part here', count, 1)
    .requiredOption('--until <DATE>', 'how long it lasts', day)
    .requiredOption('--shares <TEXT>', 'what you tell each other')
    .option('--seat <NAME>', 'what you call your delegate there')
    .requiredOption(...REVIEW)
    .action(
      does(async ({ client, asOf }, { as, ...of }: Offer & { other: string }, circle: string) => {
        if (as !== 'beside' && as !== 'above' && as !== 'below') throw new WrongUsage('--as is beside, above or below.')
        return client.link.propose({ circle, as, ...of, ...asOf })
      }, proposed),
    )
  link
    .command('accept <CIRCLE> <OTHER>')
    .description('Propose to consent to what another circle offers')
    .option('--name <NAME>', 'what it is called here')
    .option('--seat <NAME>', 'what you call your delegate there')
    .requiredOption(...REVIEW)
    .action(
      does(
        async ({ client, asOf }, of: { name?: string; seat?: string; review: string }, circle: string, other: string) =>
          client.link.accept({ circle, other, ...of, ...asOf }),
        proposed,
      ),
    )
  link
    .command('end <CIRCLE>')
    .description('Propose to end links; only this circle is asked')
    .requiredOption('--other <CIRCLE>', 'with whom; more than once for several', collect)
    .requiredOption('--reason <TEXT>', 'why')
    .requiredOption(...REVIEW)
    .action(
      does(
        async (
          { client, asOf },
          { other, ...of }: { other: string[]; reason: string; review: string },
          circle: string,
        ) => client.link.end({ circle, others: other, ...of, ...asOf }),
        proposed,
      ),
    )
}

type Objecting = { to: string; title: string; reason: string; concerns?: string; review: string }

function addObjections(link: Command, { does }: Nst): void {
  link
    .command('object <CIRCLE>')
    .description('Propose to send an objection to a linked circle')
    .requiredOption('--to <CIRCLE>', 'the linked circle that it goes to first')
    .requiredOption('--title <TITLE>', 'what it is called')
    .requiredOption('--reason <TEXT>', 'what goes wrong, and for whom')
    .option('--concerns <NAME>', 'whom it concerns, where that is further on')
    .requiredOption(...REVIEW)
    .action(
      does(
        async ({ client, asOf }, of: Objecting, circle: string) => client.trip.object({ circle, ...of, ...asOf }),
        proposed,
      ),
    )
  link
    .command('pass <CIRCLE> <OBJECTION>')
    .description('Hand an objection that came here on to another linked circle')
    .requiredOption('--to <CIRCLE>', 'the linked circle')
    .option('--reason <TEXT>', 'why')
    .action(
      does(
        async ({ client, asOf }, of: { to: string; reason?: string }, circle: string, objection: string) =>
          client.trip.pass({ circle, objection, ...of, ...asOf }),
        () => 'It goes on with the next who is in both circles.',
      ),
    )
  link
    .command('answer <CIRCLE> <OBJECTION>')
    .description('Propose an answer to an objection that came here')
    .requiredOption('--title <TITLE>', 'what it is called')
    .requiredOption('--text <TEXT>', 'the answer')
    .requiredOption(...REVIEW)
    .action(
      does(
        async (
          { client, asOf },
          of: { title: string; text: string; review: string },
          circle: string,
          objection: string,
        ) => client.trip.answer({ circle, objection, ...of, ...asOf }),
        proposed,
      ),
    )
}
