import { agreements } from './es/agreements.ts'
import { beside } from './es/beside.ts'
import { circles } from './es/circles.ts'
import { helping } from './es/helping.ts'
import { links } from './es/links.ts'
import { ways } from './es/ways.ts'
import { forming } from './es/forming.ts'
import { devices } from './es/devices.ts'
import { doctor } from './es/doctor.ts'
import { drivers } from './es/drivers.ts'
import { backlog } from './es/backlog.ts'
import { files } from './es/files.ts'
import { first } from './es/first.ts'
import { home } from './es/home.ts'
import { joining } from './es/joining.ts'
import { keepers } from './es/keepers.ts'
import { logbook } from './es/logbook.ts'
import { me } from './es/me.ts'
import { meetings } from './es/meetings.ts'
import { people } from './es/people.ts'
import { practice } from './es/practice.ts'
import { proposals } from './es/proposals.ts'
import { refusals } from './es/refusals.ts'
import { roles } from './es/roles.ts'
import { updates } from './es/updates.ts'
import { stick } from './es/stick.ts'
import { shell } from './es/shell.ts'
import type { WordKey } from './en.ts'

export const words: Record<WordKey, string> = {
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
}
