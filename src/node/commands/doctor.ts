import type { NodePort } from '../../api/node-port.ts'
import type { Case } from '../doctor/finding.ts'
import { needsWord, STEPS, takeStep } from '../doctor/steps.ts'
import type { RunningNode } from '../node.ts'
import { answering, must } from './answering.ts'

const FAR = ['internet', 'lan', 'nobody'] as const

export function doctorCommands(node: RunningNode): NodePort['doctor'] {
  const caseOf = (circle: string | undefined): Case => {
    must(node.profile())
    const real = node.sessions().filter((session) => session.keys().practice !== true)
    const sessions = circle === undefined ? real : [must(node.desk.session(circle))]
    const reach = FAR.find((far) => sessions.some((session) => node.reach.of(session) === far)) ?? 'nobody'
    return { node, sessions, reach }
  }
  return {
    steps: answering(({ circle }) => {
      const given = caseOf(circle)
      return STEPS.map((step) => ({ step: step.name, sends: step.sends, needs: needsWord(step, given) }))
    }),
    examine: answering(async ({ circle, step: name, allow = false }, { signal }) => {
      const given = caseOf(circle)
      const step = STEPS.find((one) => one.name === name)
      if (step === undefined) throw new Error(`no such step: ${name}`)
      // What the person allows is tried as if they had chosen it.
      const tried = allow && given.reach === 'nobody' && step.sends ? { ...given, reach: 'internet' as const } : given
      const { outcome, code, about = {} } = await takeStep(step, tried, allow, signal)
      return { step: name, outcome, code, about }
    }),
  }
}
