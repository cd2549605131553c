import type { Kinds } from '../kind.ts'
import { mustBelong } from '../members/rules.ts'
import { refusal } from '../refusal.ts'
import type { evidenceEvents } from './events.ts'
import { carriedEvent, isProven } from './record.ts'

/**
 * [E9] Of a log that goes on in two ways each device can hold one way only, so the words of the other are carried to it in
 * somebody's own log, with the signature that proves them. Programs do so, building on nothing that their person was not
 * shown.
 */
export const evidenceKinds: Kinds<keyof typeof evidenceEvents> = {
  'word.missing': {
    counts: ({ circle, past, by }) => mustBelong(circle, past, by),
    add: () => {},
  },
  'word.carried': {
    counts: ({ circle, past, body, by, tools }) => {
      if (!isProven(circle, body, tools.verify)) return refusal('bad-signature')
      return mustBelong(circle, past, by)
    },
    add: ({ evidence }, _spoken, body, tools) => void evidence.carried.set(carriedEvent(body, tools.hash).id, body),
  },
}
