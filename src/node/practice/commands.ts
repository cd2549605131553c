import type { NodePort, OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { dayOf } from '../clock.ts'
import { answering, must } from '../commands/answering.ts'
import type { CircleSession } from '../circle-session.ts'
import type { RunningNode } from '../node.ts'
import { linesOf, type PracticeLanguage } from './lines.ts'
import { Practice } from './practice.ts'
import { progressOf } from './progress.ts'

type Status = OutputOf<Procedures['practice']['status']>

/** A season: long enough to try something out. */
const UNTIL_REVIEW_MS = 91 * 24 * 60 * 60 * 1000

const NOBODY: Status = {
  circle: null,
  step: null,
  hint: null,
  waitingFor: [],
  from: null,
  yours: false,
  companions: [],
  proposal: null,
  agreement: null,
  suggestion: null,
}

export function practiceCommands(node: RunningNode): NodePort['practice'] {
  const practice = new Practice(node)
  return {
    start: answering(async ({ language, names }) => ({ circle: must(await practice.start(language, names)) })),
    status: answering(async () => {
      const language = await practice.language()
      const session = practice.session()
      return session === undefined ? NOBODY : statusOf(session, language, node.options.clock())
    }),
    end: answering(async () => ({ circle: must(await practice.end()) })),
  }
}

function statusOf({ circle, me }: CircleSession, language: PracticeLanguage, now: number): Status {
  // As they came in: the person, who asks, who objects.
  const everyone = [...circle.members.keys()].map((person) => ({ person, name: nameOf(circle, person) }))
  const companions = everyone.filter(({ person }) => person !== me)
  const { step, hint, waitingFor, from, proposal, agreement } = progressOf(circle, me)
  const { title, text, answer, addition } = linesOf(language).suggestion
  return {
    circle: circle.id,
    step,
    hint: companions.length < 2 ? 'companions-come' : hint,
    waitingFor: everyone.filter(({ person }) => waitingFor.includes(person)),
    from: everyone.find(({ person }) => person === from) ?? null,
    yours: waitingFor.includes(me),
    companions,
    proposal,
    agreement,
    suggestion: { title, text, review: dayOf(now + UNTIL_REVIEW_MS), answer, addition },
  }
}
