import { z } from 'zod'
import { command, query } from './procedure.ts'
import { AsOf, At, Id, Practice } from './shapes.ts'

/** Why something waits for this person; the client has the words. In the order in which they are shown. */
export const WaitingKind = z.enum([
  'meeting-now',
  'confirm',
  'only-you',
  'apart',
  'reconcile',
  'answer',
  'respond',
  'offered',
  'integrate',
  'again',
  'nominate',
  'change-round',
  'choose',
  'review-begin',
  'review-say',
  'review-plan',
  'close',
  'close-silent',
  'close-aside',
  'left-in-round',
  'open-selected',
  'objected-agreement',
  'objection-arrived',
  'link-go',
  'link-offered',
  'link-changed',
  'link-seat',
  'link-due',
  'meeting-soon',
  'confirm-words',
  'witness',
  'action-due',
  'answered',
  'review',
  'review-soon',
  'term-due',
  'minutes',
  'tabled',
  'understand',
  'found',
  'carry',
  'help',
  'noticed',
  'answer-driver',
  'react',
  'open',
  'welcome',
  'invite',
])

const inCircle = { circle: Id, circleName: z.string(), practice: Practice }

const Waiting = z.object({
  ...inCircle,
  kind: WaitingKind,
  proposal: Id.nullable(),
  agreement: Id.nullable(),
  driver: Id.nullable(),
  role: z.string().nullable(),
  selection: Id.nullable(),
  review: Id.nullable(),
  meeting: Id.nullable(),
  action: Id.nullable(),
  /** Of the proposal or agreement. */
  title: z.string(),
  /** Who asks, objects, proposes or wants in: a name; null where it is nobody in particular. */
  person: z.string().nullable(),
  /** The guest whom it is about. */
  guest: Id.nullable(),
  /** Their words: a question, a reason. */
  text: z.string().nullable(),
  /** Whether the proposal is this person's own. */
  mine: z.boolean(),
  /** How many voices are still missing, or how many questions or objections there are. */
  count: z.number(),
  since: At,
})

export const NewsKind = z.enum([
  'contested',
  'agreed',
  'ended',
  'objected',
  'round',
  'changed',
  'proposed',
  'joined',
  'link-ended',
  'link-answered',
])

const News = z.object({
  kind: NewsKind,
  proposal: Id.nullable(),
  agreement: Id.nullable(),
  title: z.string(),
  person: z.string(),
  text: z.string().nullable(),
  /** Whether the words are this person's own: what they said elsewhere contests it. */
  mine: z.boolean(),
  at: At,
  /** Done by somebody who did not know all that this person knew when they last looked. */
  apart: z.boolean(),
  /** Names of those for whom it waits now, this person not among them. */
  waitsFor: z.array(z.string()),
  waitsForYou: z.boolean(),
})

const Mark = z.object({ circle: Id, asOf: AsOf })

export const home = {
  /** All circles at once: what waits for this person, most urgent first, and what the others did since they last looked. */
  show: query(
    {},
    z.object({
      waiting: z.array(Waiting),
      news: z.array(z.object({ ...inCircle, asOf: AsOf, items: z.array(News) })),
      /** Circles of which nothing is noted yet: to be noted as read where there is no news. */
      unread: z.array(Mark),
      circles: z.number(),
      /** Own requests to join that are not decided. */
      joining: z.number(),
    }),
  ),
  /** Notes on this device how far this person has read; tells nobody. */
  read: command({ circles: z.array(Mark) }, {}),
}

const Found = z.object({
  kind: z.enum(['circle', 'proposal', 'agreement', 'person', 'driver', 'role', 'helping', 'meeting']),
  ...inCircle,
  /** Of the thing itself. */
  id: Id,
  title: z.string(),
  /** Whose words the title is, where it is what somebody noticed. */
  titleBy: Id.optional(),
})

export const find = {
  /** Circles and what is in them whose name has every word of the text; the nearest first, 30 at most. */
  list: query({ text: z.string().max(200) }, z.array(Found)),
}
