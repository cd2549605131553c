import { agreements } from './ar/agreements.ts'
import { beside } from './ar/beside.ts'
import { circles } from './ar/circles.ts'
import { helping } from './ar/helping.ts'
import { links } from './ar/links.ts'
import { ways } from './ar/ways.ts'
import { forming } from './ar/forming.ts'
import { devices } from './ar/devices.ts'
import { doctor } from './ar/doctor.ts'
import { drivers } from './ar/drivers.ts'
import { backlog } from './ar/backlog.ts'
import { files } from './ar/files.ts'
import { first } from './ar/first.ts'
import { home } from './ar/home.ts'
import { joining } from './ar/joining.ts'
import { keepers } from './ar/keepers.ts'
import { logbook } from './ar/logbook.ts'
import { me } from './ar/me.ts'
import { meetings } from './ar/meetings.ts'
import { people } from './ar/people.ts'
import { practice } from './ar/practice.ts'
import { proposals } from './ar/proposals.ts'
import { refusals } from './ar/refusals.ts'
import { roles } from './ar/roles.ts'
import { updates } from './ar/updates.ts'
import { stick } from './ar/stick.ts'
import { shell } from './ar/shell.ts'
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
