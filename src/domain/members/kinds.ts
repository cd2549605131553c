import type { Kinds } from '../kind.ts'
import { refusal } from '../refusal.ts'
import * as members from './reducer.ts'
import * as memberRules from './rules.ts'
import { memberState } from './queries.ts'

export const memberKinds: Kinds<
  | 'member.admitted'
  | 'device.admitted'
  | 'device.revoked'
  | 'device.borrowed'
  | 'member.on-leave'
  | 'member.returned'
  | 'member.left'
  | 'member.renamed'
> = {
  'member.admitted': {
    counts: ({ circle, past, event, body, by, tools }) =>
      memberRules.admissionCounts(circle, past, event, body, by, tools.verify),
    add: (circle, spoken, body) => members.memberAdmitted(circle, spoken.stamp, spoken.person, body),
  },
  'device.admitted': {
    counts: ({ circle, past, event, body, by, tools }) =>
      memberRules.deviceCounts(circle, past, event, body, by, tools.verify),
    add: (circle, spoken, body) => members.deviceAdmitted(circle, spoken.stamp, spoken.person, body),
  },
  'device.revoked': {
    counts: ({ circle, past, event, body, by }) => memberRules.revokingCounts(circle, past, event, body, by),
    add: (circle, spoken, body) => members.deviceRevoked(circle, spoken.stamp, spoken.person, body),
  },
  'device.borrowed': {
    counts: ({ circle, past, event, body, by }) => memberRules.borrowingCounts(circle, past, event, body, by),
    add: (_circle, spoken, { from }) => members.deviceBorrowed(spoken.stamp, from),
  },
  'member.renamed': {
    counts: ({ circle, past, by }) => memberRules.mustBelong(circle, past, by),
    add: (circle, spoken, { name }) => members.memberRenamed(circle, spoken.stamp, spoken.person, name),
  },
  'member.on-leave': {
    counts: ({ circle, past, by }) => {
      const state = memberState(circle, past, by)
      return state === 'on-leave' ? refusal('already-on-leave') : memberRules.mustHaveRights(circle, past, by)
    },
    add: (circle, spoken) => members.memberOnLeave(circle, spoken.stamp, spoken.person),
  },
  'member.returned': {
    counts: ({ circle, past, by }) => (memberState(circle, past, by) === 'on-leave' ? null : refusal('not-on-leave')),
    add: () => {},
  },
  'member.left': {
    counts: ({ circle, past, by }) => memberRules.mustBelong(circle, past, by),
    add: (circle, spoken) => members.memberLeft(circle, spoken.stamp, spoken.person),
  },
}
