import type { Kinds } from '../kind.ts'
import { mustBelong } from '../members/rules.ts'
import * as drivers from './reducer.ts'
import * as driverRules from './rules.ts'

export const driverKinds: Kinds<'driver.noticed' | 'driver.reworded' | 'driver.moved'> = {
  'driver.noticed': {
    counts: ({ circle, past, by }) => mustBelong(circle, past, by),
    add: drivers.driverNoticed,
  },
  'driver.reworded': {
    counts: ({ circle, past, body, by }) => driverRules.rewordingCounts(circle, past, body, by),
    add: drivers.driverReworded,
  },
  'driver.moved': {
    counts: ({ circle, past, body, by }) => driverRules.movingCounts(circle, past, body, by),
    add: drivers.driverMoved,
    wise: ({ circle, past, body }) => driverRules.movingIsNeeded(circle, past, body),
  },
}
