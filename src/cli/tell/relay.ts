import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import type { RelayState } from '../world.ts'
import { orNothing, short } from './lines.ts'

export function relayPage({ address, open, callers, carried, refused }: RelayState): string {
  return [
    open ? 'Relay, open to anybody' : 'Relay, for those who know its address',
    '',
    `Address      ${address}`,
    `Passes on    ${carried} connections now, for ${callers} devices`,
    ...(refused === 0 ? [] : [`Sent away    ${refused}, who did not know its address`]),
    '',
    open ? 'Give the address to anybody.' : 'Give the address only to circles that it is to pass on for.',
    'It can read nothing. It sees which addresses on the network speak with each other, how much and when.',
  ].join('\n')
}

export const relayLine = ({ carried, callers }: RelayState): string =>
  `${carried} connections passed on, for ${callers} devices`

type Listed = OutputOf<Procedures['relay']['list']>

const STANDING: Readonly<Record<Listed['relays'][number]['standing'], string>> = {
  used: 'passes on for you now',
  ready: 'is used where no other way is found',
  barred: 'is not called: for this circle you are not found on the internet (nst circle reach)',
}

export function tellRelays({ relays, proposed }: Listed): string {
  const lines = relays.map(({ relay, agreement, standing, carries }) =>
    [
      `${short(relay)}  ${STANDING[standing]}${standing === 'used' ? ` (${carries})` : ''}`,
      `          agreed: nst agreement show ${short(agreement)}`,
    ].join('\n'),
  )
  const more = proposed.map(({ proposal, title }) => `Proposed: ${title} (${short(proposal)})`)
  const none =
    'The circle has no relay. Run one with: nst relay; propose it with: nst proposal present CIRCLE --relay ADDRESS …'
  return [orNothing([...lines, ...more], none), '', WHAT_A_RELAY_SEES].join('\n')
}

const WHAT_A_RELAY_SEES =
  'A relay can read nothing and keeps nothing. Whoever runs it sees which network addresses speak with each other through it, how much and when; not which circle it is or who they are.'
