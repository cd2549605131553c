import { Command } from 'commander'
import { addActionCommands } from './commands/actions.ts'
import { addAgreementCommands } from './commands/agreements.ts'
import { addBacklogCommands } from './commands/backlog.ts'
import { addBesideCommands } from './commands/beside.ts'
import { addCarryingCommands } from './commands/carrying.ts'
import { addStickCommands } from './commands/stick.ts'
import { addDecidingCommands } from './commands/deciding.ts'
import { addDoctorCommand } from './commands/doctor.ts'
import { addDriverCommands } from './commands/drivers.ts'
import { addExportCommand } from './commands/exporting.ts'
import { addFormingCommands } from './commands/forming.ts'
import { addImportCommand } from './commands/importing.ts'
import { addJoiningCommands } from './commands/joining.ts'
import { addRelayCommands } from './commands/relay.ts'
import { addKeeperCommands } from './commands/keeper.ts'
import { addLinkCommands } from './commands/links.ts'
import { addLogbookCommands } from './commands/logbook.ts'
import { addMeetingCommands } from './commands/meeting.ts'
import { addCircleMeetingCommands } from './commands/meetings.ts'
import { addPeopleCommands } from './commands/people.ts'
import { addProposalCommands } from './commands/proposals.ts'
import { addRoleCommands } from './commands/roles.ts'
import { addSelectionCommands } from './commands/selections.ts'
import { addStandingCommands } from './commands/standing.ts'
import { addStatementCommands } from './commands/statements.ts'
import { addUpdateCommands } from './commands/updates.ts'
import { createDesk } from './desk.ts'
import type { World } from './world.ts'

const WELCOME = `Decide together by consent, without anybody's server and without asking anyone.

A first evening:
  nst profile create --name Ana
  nst circle create --name Garden --aim "Grow food for our street"
  nst invite create Garden      (send the line it prints to a friend)
  nst proposal present Garden --title Sundays --text idea.txt --review 2030-01-31`

const IDS = `
Whatever has a name or a title can be called by it, as long as only one fits; everything has an id.
Help on one thing: nst help proposal, nst proposal present --help`

/** Every command and its help; `ended.code` is the exit code of what ran. */
export function createProgram(world: World, ended: { code: number }): Command {
  const program = new Command('nst')
    .description(WELCOME)
    .option('--data <DIR>', 'the folder that holds your circles', world.dataFolder)
    .option('--json', 'answer with one JSON value, for programs')
    .option('--at <NAME>', 'somebody who came without a device and has a key on this one: it is their word')
    .option('--as-of <TOKEN>', 'what you were looking at when you decided (asOf in what was shown)')
    .option('--with-blocked', 'show also the words of people whom you do not read')
    .version(world.version, '--version', 'say which version this is')
    .helpOption('-h, --help', 'say what is possible here')
    .helpCommand('help [command]', 'say more about one command')
    .addHelpText('after', IDS)
    .showHelpAfterError('(Add --help to see what is possible.)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void world.stdout.write(text),
      writeErr: (text) => void world.stderr.write(text),
    })
  const nst = createDesk(program, world, ended)
  addPeopleCommands(nst)
  addJoiningCommands(nst)
  addMeetingCommands(nst)
  addKeeperCommands(nst)
  addRelayCommands(nst)
  addDoctorCommand(nst)
  addCircleMeetingCommands(nst)
  addActionCommands(nst)
  addDriverCommands(nst)
  addFormingCommands(nst)
  addProposalCommands(nst)
  addDecidingCommands(nst)
  addRoleCommands(nst)
  addSelectionCommands(nst)
  addAgreementCommands(nst)
  addBacklogCommands(nst)
  addBesideCommands(nst)
  addStandingCommands(nst)
  addLinkCommands(nst)
  addStatementCommands(nst)
  addLogbookCommands(nst)
  addCarryingCommands(nst)
  addStickCommands(nst)
  addExportCommand(nst)
  addImportCommand(nst)
  addUpdateCommands(nst)
  return program
}
