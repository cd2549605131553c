import { agreements } from './en/agreements.ts'
import { beside } from './en/beside.ts'
import { circles } from './en/circles.ts'
import { helping } from './en/helping.ts'
import { links } from './en/links.ts'
import { ways } from './en/ways.ts'
import { forming } from './en/forming.ts'
import { devices } from './en/devices.ts'
import { doctor } from './en/doctor.ts'
import { drivers } from './en/drivers.ts'
import { backlog } from './en/backlog.ts'
import { files } from './en/files.ts'
import { first } from './en/first.ts'
import { home } from './en/home.ts'
import { joining } from './en/joining.ts'
import { keepers } from './en/keepers.ts'
import { logbook } from './en/logbook.ts'
import { me } from './en/me.ts'
import { meetings } from './en/meetings.ts'
import { people } from './en/people.ts'
import { practice } from './en/practice.ts'
import { proposals } from './en/proposals.ts'
import { refusals } from './en/refusals.ts'
import { roles } from './en/roles.ts'
import { updates } from './en/updates.ts'
import { stick } from './en/stick.ts'
import { shell } from './en/shell.ts'

/** ICU messages by key. English is the source: every other language has the same keys, or the check fails. */
export const words = {
  ...agreements,
  ...beside,
  ...circles,
  ...helping,
  ...links,
  ...ways,
  ...forming,
  ...devices,
  ...doctor,
  ...drivers,
  ...backlog,
  ...files,
  ...first,
  ...home,
  ...joining,
  ...keepers,
  ...logbook,
  ...me,
  ...meetings,
  ...people,
  ...practice,
  ...proposals,
  ...refusals,
  ...roles,
  ...stick,
  ...updates,
  ...shell,
} as const
export type WordKey = keyof typeof words
