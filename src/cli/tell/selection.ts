import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { naming, orNothing, section, short } from './lines.ts'
import { roleName } from './role.ts'

type Page = OutputOf<Procedures['selection']['show']>

const STATE: Readonly<Record<Page['state'], string>> = {
  nominating: 'everyone nominates, sealed',
  revealed: 'the nominations are open',
  changing: 'the change round',
  proposed: 'somebody is proposed',
  consenting: 'everyone is asked for consent',
  selected: 'selected',
  returned: 'back to the nominations',
  'none-suitable': 'nobody suitable for now',
}

export function tellSelections({ items }: OutputOf<Procedures['selection']['list']>): string {
  const lines = items.map(
    ({ selection, role, name, state }) => `${short(selection)}  ${roleName(role, name)}: ${STATE[state]}`,
  )
  return orNothing(lines, 'There was no selection yet. Open one with: nst selection open CIRCLE ROLE')
}

/** A7: reasons by person named, and no number of anything. */
export function tellSelection(page: Page): string {
  const who = naming(page.names)
  return [
    `${roleName(page.role, page.name)} (${short(page.selection)}): ${STATE[page.state]}`,
    ...(page.isOpen ? [] : section('Sealed; nobody can read them yet', page.sealed.map(who))),
    ...(page.mine === null ? [] : ['', tellMine(page.mine, who)]),
    ...page.nominees.flatMap(({ person, reasons }) =>
      section(
        who(person),
        reasons.map((one) => `${who(one.person)}${one.changed ? ' (in the change round)' : ''}: ${one.reason}`),
      ),
    ),
    ...section('Passed', page.passed.map(who)),
    ...section('Sealed, and still to be opened by their device', page.unopened.map(who)),
    ...section(
      'Good to know',
      page.information.map(({ person, text }) => `${who(person)}: ${text}`),
    ),
    ...section(
      'Proposed',
      page.proposals.map(({ proposal, title }) => `${short(proposal)}  ${title}`),
    ),
    ...section(page.isOpen ? 'Not heard in the change round' : 'Still to nominate', page.awaiting.map(who)),
    ...nextStep(page),
    ...(page.ended === null ? [] : ['', `Ended by ${who(page.ended.person)}: ${page.ended.reason}`]),
  ].join('\n')
}

/** What anybody can do now to go on. */
function nextStep({ state, awaiting, selection }: Page): string[] {
  const say = (what: string) => ['', `Next: nst selection ${what} ${short(selection)}`]
  if (state === 'nominating') return say('nominate')
  if (state === 'revealed' || (state === 'changing' && awaiting.length > 0)) return say('change, or keep,')
  return state === 'changing' || state === 'returned' ? say('propose') : []
}

function tellMine({ nominee, reason }: NonNullable<Page['mine']>, who: (person: string) => string): string {
  return nominee === null ? 'You passed.' : `You nominated ${who(nominee)}${reason === null ? '' : `: ${reason}`}`
}
