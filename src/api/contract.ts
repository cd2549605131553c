import { action } from './contract/action.ts'
import { agreement, certificate, concern } from './contract/agreement.ts'
import { beside } from './contract/beside.ts'
import { backlog } from './contract/backlog.ts'
import { circle, device, log, member, profile } from './contract/circle.ts'
import { doctor } from './contract/doctor.ts'
import { driver } from './contract/driver.ts'
import { exports } from './contract/exports.ts'
import { forming } from './contract/forming.ts'
import { find, home } from './contract/home.ts'
import { imports } from './contract/imports.ts'
import { invite, join } from './contract/joining.ts'
import { keeper } from './contract/keeper.ts'
import { liveTwins } from './contract/live.ts'
import { logbook } from './contract/logbook.ts'
import { agenda, meeting, minutes, spoken } from './contract/meeting.ts'
import { bundle, network } from './contract/network.ts'
import { practice } from './contract/practice.ts'
import { link, statement, structure, trip } from './contract/link.ts'
import { helpingCircle, subCircle, way } from './contract/standing.ts'
import { program } from './contract/program.ts'
import { relay } from './contract/relay.ts'
import { review } from './contract/review.ts'
import { role } from './contract/role.ts'
import { stick } from './contract/stick.ts'
import { update } from './contract/update.ts'
import { selection } from './contract/selection.ts'
import { objection, proposal, response, round } from './contract/proposal.ts'

/** All that a client may ask, by concept. A new query or command is one line in its group. */
export const procedures = {
  profile,
  home,
  find,
  circle,
  member,
  device,
  invite,
  join,
  network,
  keeper,
  relay,
  doctor,
  proposal,
  round,
  response,
  objection,
  concern,
  agreement,
  role,
  selection,
  review,
  driver,
  forming,
  helpingCircle,
  subCircle,
  link,
  trip,
  structure,
  statement,
  way,
  logbook,
  backlog,
  action,
  meeting,
  agenda,
  minutes,
  spoken,
  certificate,
  bundle,
  stick,
  exports,
  imports,
  practice,
  beside,
  log,
  update,
  program,
}
export type Procedures = typeof procedures

/** The procedures, and under `live` the twin of each query: a snapshot first, then one whenever it differs. */
export const contract = { ...procedures, live: liveTwins(procedures) }
export type Contract = typeof contract
