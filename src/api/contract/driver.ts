import { z } from 'zod'
import type { Prepared } from '../../domain/drivers/prepared.ts'
import { command, query } from './procedure.ts'
import { AsOf, At, Day, Id, listOf, OnAgenda, Ref, StoryLine, Text } from './shapes.ts'
import { AgreementState, DriverState, ProposalState } from './states.ts'

const line = { driver: Id, statement: z.string(), state: DriverState, person: Id, name: z.string(), at: At }

const parts = {
  situation: z.string().nullable(),
  effect: z.string().nullable(),
  need: z.string().nullable(),
  requirement: z.string().nullable(),
}

const Wording = z.object({ version: Id, statement: z.string(), ...parts, person: Id, at: At })

const page = {
  ...line,
  ...parts,
  circle: Id,
  /** Who said last what is to become of it; null while it is only noticed. `to` is where it was passed on. */
  move: z.object({ person: Id, at: At, to: z.string().nullable(), reason: z.string().nullable() }).nullable(),
  version: Id,
  /** What somebody has ready to be presented as its answer, as what came in from another program: nobody consented to it. */
  prepared: z.custom<Prepared>((value) => typeof value === 'object' && value !== null).optional(),
  /** Other words that nobody has put together with these. */
  siblings: z.array(Wording),
  proposals: z.array(z.object({ proposal: Id, title: z.string(), state: ProposalState })),
  agreements: z.array(z.object({ agreement: Id, title: z.string(), state: AgreementState })),
  story: z.array(StoryLine),
  onAgenda: OnAgenda.optional(),
  names: z.record(z.string(), z.string()),
  asOf: AsOf,
}

const words = {
  situation: Text.optional(),
  effect: Text.optional(),
  need: Text.optional(),
  requirement: Text.optional(),
}
const moved = { driver: Id, state: DriverState }

export const driver = {
  notice: command({ circle: Ref, statement: Text, ...words }, { driver: Id }),
  list: query({ circle: Ref }, listOf(z.object(line))),
  show: query({ driver: Ref }, z.object(page)),
  /** What is not said stays as it is; words changed apart are put together. */
  reword: command({ driver: Ref, statement: Text.optional(), ...words }, { driver: Id, version: Id }),
  /** Brings before the circle what was prepared, with other words where some are given. `founder`: of a sub-circle. */
  propose: command(
    {
      driver: Ref,
      review: Day,
      title: Text.optional(),
      aim: Text.optional(),
      text: Text.optional(),
      founder: Ref.optional(),
    },
    { proposal: Id, version: Id },
  ),
  accept: command({ driver: Ref }, moved),
  /** To whom, in words. */
  passOn: command({ driver: Ref, to: Text, reason: Text.optional() }, moved),
  discard: command({ driver: Ref, reason: Text }, moved),
  /** To what is only noticed: whoever disagrees with what became of it. */
  sendBack: command({ driver: Ref, reason: Text }, moved),
}
