import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import packageJson from '../package.json' with { type: 'json' }
import { laterPort } from './api/later-port.ts'
import type { Backend, HostProgram, NodePort } from './api/node-port.ts'
import { refusal, refuse, type Outcome } from './domain/refusal.ts'
import { randomBytes } from './log/crypto.ts'
import { usualBootstrap } from './network/internet/bootstrap.ts'
import { agreementCommands, concernCommands } from './node/commands/agreements.ts'
import { refusalOf } from './node/commands/answering.ts'
import { backlogCommands } from './node/commands/backlog.ts'
import { besideCommands, besideOf } from './node/commands/beside.ts'
import { bundleCommands } from './node/commands/bundles.ts'
import { certificateCommands } from './node/commands/certificates.ts'
import { circleCommands, logCommands, memberCommands, profileCommands } from './node/commands/circles.ts'
import { deviceCommands } from './node/commands/devices.ts'
import { actionCommands } from './node/commands/actions.ts'
import { agendaCommands } from './node/commands/agenda.ts'
import { meetingCommands } from './node/commands/meetings.ts'
import { minutesCommands } from './node/commands/minutes.ts'
import { spokenCommands } from './node/commands/spoken.ts'
import { doctorCommands } from './node/commands/doctor.ts'
import { driverCommands } from './node/commands/drivers.ts'
import { exportCommands } from './node/commands/exports.ts'
import { formingCommands } from './node/commands/forming.ts'
import { helpingCommands } from './node/commands/helping.ts'
import { subCircleCommands, wayCommands } from './node/commands/standing.ts'
import { linkCommands, structureCommands, tripCommands } from './node/commands/links.ts'
import { statementCommands } from './node/commands/statements.ts'
import { findCommands, homeCommands } from './node/commands/home.ts'
import { importCommands } from './node/commands/imports.ts'
import { inviteCommands, joinCommands } from './node/commands/joining.ts'
import { keeperCommands } from './node/commands/keepers.ts'
import { relayCommands } from './node/commands/relays.ts'
import { logbookCommands } from './node/commands/logbook.ts'
import { networkCommands } from './node/commands/network.ts'
import { programAlone } from './node/commands/program.ts'
import { proposalCommands } from './node/commands/proposals.ts'
import { reviewCommands, roleCommands } from './node/commands/roles.ts'
import { objectionCommands, responseCommands, roundCommands } from './node/commands/rounds.ts'
import { selectionCommands } from './node/commands/selections.ts'
import { stickCommands } from './node/commands/sticks.ts'
import { updateCommands } from './node/commands/updates.ts'
import { adoptCopy, type Rejoin } from './node/copied-folder.ts'
import { isBegun } from './node/data-folder.ts'
import { machineMark } from './node/machine.ts'
import { practiceCommands } from './node/practice/commands.ts'
import type { RunningNode } from './node/node.ts'
import type { NodeOptions } from './node/node-options.ts'
import { openNode } from './node/open-node.ts'

type Hosting = {
  readonly program?: HostProgram
  /** False: a folder in which nobody has begun is refused with `no-profile`, and left as it is. */
  readonly mayBegin?: boolean
  /** A copied folder is no refusal but a node that refuses everything until its person makes a new device of it. */
  readonly asksAboutCopies?: boolean
}

/**
 * A data folder in, a running node out. Imports no Electron, so that it can be hosted by a utility process, a plain Node
 * child, the command line, browser mode or a test.
 */
export async function openBackend(
  dir: string,
  { asksAboutCopies = false, ...options }: Partial<NodeOptions> & Hosting = {},
): Promise<Outcome<Backend>> {
  const opened = await openNow(dir, options)
  const isCopy = !opened.ok && opened.refusal.code === 'store-copied'
  return isCopy && asksAboutCopies ? { ok: true, value: untilAdopted(dir, options) } : opened
}

/** Stands for the node of a copied folder until its person says what is to become of it. */
function untilAdopted(dir: string, options: Partial<NodeOptions> & Hosting): Backend {
  let opened: Backend | undefined
  const adopt = async () => {
    const adopted = await adoptCopiedFolder(dir, options.machine)
    if (!adopted.ok) return adopted
    const backend = await openNow(dir, options)
    if (!backend.ok) return backend
    opened = backend.value
    later.opens(opened.commands)
    return { ok: true as const, value: { rejoin: adopted.value } }
  }
  let adopting: ReturnType<typeof adopt> | undefined
  const later = laterPort(refusal('store-copied'), {
    'profile.adoptCopy': async () => (adopting ??= adopt().finally(() => (adopting = undefined))),
  })
  const at: Backend['at'] = async (beside) => opened?.at(beside) ?? refuse('store-copied')
  const sleep = async (asleep: boolean) => opened?.sleep?.(asleep)
  return { commands: later.port, at, close: async () => opened?.close(), sleep }
}

async function openNow(
  dir: string,
  { program, mayBegin = true, ...options }: Partial<NodeOptions> & Omit<Hosting, 'asksAboutCopies'>,
): Promise<Outcome<Backend>> {
  try {
    if (!mayBegin && !(await isBegun(dir))) return refuse('no-profile')
    await makeFolder(dir)
    const node = await openNode({
      folder: dir,
      clock: () => Date.now(),
      chance: randomBytes,
      machine: await machineMark(),
      bootstrap: usualBootstrap(process.env['NST_BOOTSTRAP']),
      warn: (message) => process.stderr.write(`nst: ${message}\n`),
      ...options,
    })
    if (!node.ok) return node
    const host = program?.(() => node.value.changes.tell(null))
    const commands = portOf(node.value, host)
    const { reach } = node.value
    const sleep = async (asleep: boolean) => (asleep ? reach.suspend() : reach.resume())
    const at = portsBeside(node.value, commands)
    return { ok: true, value: { commands, at, close: () => node.value.close(), sleep } }
  } catch (error) {
    const refused = refusalOf(error)
    if (refused === null) throw error
    return { ok: false, refusal: refused }
  }
}

/** Makes a new device of a data folder that was copied from another. No node may be open on it. */
export async function adoptCopiedFolder(dir: string, mark?: string | null): Promise<Outcome<Rejoin[]>> {
  try {
    const machine = mark === undefined ? await machineMark() : mark
    return await adoptCopy({ folder: dir, machine, chance: randomBytes })
  } catch (error) {
    const refused = refusalOf(error)
    if (refused === null) throw error
    return { ok: false, refusal: refused }
  }
}

async function makeFolder(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 })
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error)
    throw Object.assign(new Error(`cannot make ${dir}`, { cause: error }), {
      refusal: refusal(why === 'ENOSPC' ? 'disk-full' : 'cannot-write-file', { file: dir, why }),
    })
  }
}

/** The nodes of people who have a key on this device; among each other they see the same list of who they are. */
function portsBeside(node: RunningNode, owners: NodePort): Backend['at'] {
  const ports = new WeakMap<RunningNode, NodePort>()
  return async (beside) => {
    const opened = await besideOf(node).open(beside)
    if (!opened.ok) return opened
    const known = ports.get(opened.value) ?? { ...portOf(opened.value), beside: owners.beside }
    ports.set(opened.value, known)
    return { ok: true, value: known }
  }
}

/** Without a host for its program, the node is one that no window looks at. */
export function portOf(node: RunningNode, program?: NodePort['program']): NodePort {
  const { version } = packageJson
  return {
    profile: profileCommands(node),
    home: homeCommands(node),
    find: findCommands(node),
    circle: circleCommands(node),
    member: memberCommands(node),
    device: deviceCommands(node),
    invite: inviteCommands(node),
    join: joinCommands(node),
    network: networkCommands(node),
    keeper: keeperCommands(node),
    relay: relayCommands(node),
    doctor: doctorCommands(node),
    proposal: proposalCommands(node.desk),
    round: roundCommands(node.desk),
    response: responseCommands(node.desk),
    objection: objectionCommands(node.desk),
    concern: concernCommands(node.desk),
    agreement: agreementCommands(node.desk),
    role: roleCommands(node.desk),
    selection: selectionCommands(node.desk, (session) => node.nominations(session)),
    review: reviewCommands(node.desk),
    driver: driverCommands(node.desk),
    forming: formingCommands(node.desk, () => node.sessions()),
    helpingCircle: helpingCommands(node.desk),
    subCircle: subCircleCommands(node),
    link: linkCommands(node),
    trip: tripCommands(node),
    structure: structureCommands(node),
    statement: statementCommands(node),
    way: wayCommands(node),
    logbook: logbookCommands(node.desk),
    backlog: backlogCommands(node.desk),
    action: actionCommands(node),
    meeting: meetingCommands(node.desk),
    agenda: agendaCommands(node.desk),
    minutes: minutesCommands(node.desk),
    spoken: spokenCommands(node.desk),
    certificate: certificateCommands(node.desk),
    bundle: bundleCommands(node),
    stick: stickCommands(node),
    exports: exportCommands(node.desk),
    imports: importCommands(node.desk),
    practice: practiceCommands(node),
    beside: besideCommands(node),
    log: logCommands(node),
    update: updateCommands(node),
    program: program ?? programAlone({ version, dataFolder: dirname(node.store.folder) }),
    changes: (signal) => node.changes.listen(signal),
  }
}
