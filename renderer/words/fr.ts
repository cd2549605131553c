import { agreements } from './fr/agreements.ts'
import { beside } from './fr/beside.ts'
import { circles } from './fr/circles.ts'
import { helping } from './fr/helping.ts'
import { links } from './fr/links.ts'
import { ways } from './fr/ways.ts'
import { forming } from './fr/forming.ts'
import { devices } from './fr/devices.ts'
import { doctor } from './fr/doctor.ts'
import { drivers } from './fr/drivers.ts'
import { backlog } from './fr/backlog.ts'
import { files } from './fr/files.ts'
import { first } from './fr/first.ts'
import { home } from './fr/home.ts'
import { joining } from './fr/joining.ts'
import { keepers } from './fr/keepers.ts'
import { logbook } from './fr/logbook.ts'
import { me } from './fr/me.ts'
import { meetings } from './fr/meetings.ts'
import { people } from './fr/people.ts'
import { practice } from './fr/practice.ts'
import { proposals } from './fr/proposals.ts'
import { refusals } from './fr/refusals.ts'
import { roles } from './fr/roles.ts'
import { updates } from './fr/updates.ts'
import { stick } from './fr/stick.ts'
import { shell } from './fr/shell.ts'
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
