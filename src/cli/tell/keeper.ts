import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import type { KeeperState } from '../world.ts'
import { orNothing, short, when } from './lines.ts'

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const

/** As people say it: 4.2 MB. */
export function size(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const amount = bytes / 1000 ** step
  return `${step === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${UNITS[step]}`
}

export function keeperPage(state: KeeperState): string {
  const { address, open, limit, bytes, cores, full, letters, callers, refused, lastSeen } = state
  return [
    open ? 'Keeper, open to anybody' : 'Keeper, for those who know its address',
    '',
    `Address      ${address}`,
    `Kept         ${size(bytes)} of ${size(limit)}, in ${cores} logs`,
    ...(letters === 0 ? [] : [`Letters      ${letters}, sealed, of people who ask to be let in or were`]),
    `Here now     ${callers}`,
    `Last seen    ${lastSeen === null ? 'nobody yet' : when(lastSeen)}`,
    ...(refused === 0 ? [] : [`Sent away    ${refused}, who did not know its address`]),
    ...(full ? ['', FULL] : []),
    '',
    open ? 'Give the address to anybody.' : 'Give the address only to circles that it is to keep things for.',
    'It cannot read what it keeps. It sees addresses on the network, how much is written by how many devices, and when.',
  ].join('\n')
}

export function keeperLine({ bytes, limit, cores, callers, full }: KeeperState): string {
  return `${size(bytes)} of ${size(limit)} kept, in ${cores} logs; ${callers} here now${full ? '; full' : ''}`
}

const FULL =
  'It is full: what is here it goes on handing out, and takes in nothing new. Start it again with a higher --limit.'

type Listed = OutputOf<Procedures['keeper']['list']>

const STANDING: Readonly<Record<Listed['keepers'][number]['standing'], string>> = {
  whole: 'has everything that is here',
  coming: 'is being brought what it lacks',
  full: 'is full, and lacks something: ask whoever runs it for more room, or name another one',
  away: 'does not answer now',
  barred: 'is not called: for this circle you are not found where it is (nst circle reach)',
  withholds: 'says that it has what is missing here, and hands nothing out: ask whoever runs it, or name another one',
  untrue: 'handed out what nobody signed. Nothing of it was taken. Ask whoever runs it, and name another one',
  newer: 'runs a newer program: update this one',
}

export function tellKeepers({ keepers, proposed }: Listed): string {
  const lines = keepers.map(({ keeper, agreement, place, standing, kept, known, lastHere }) =>
    [
      `${short(keeper)}  ${place ?? 'on the internet'}: ${STANDING[standing]}${standing === 'coming' || standing === 'full' ? ` (${kept} of ${known})` : ''}${standing === 'away' && lastHere !== null ? `; last here ${when(lastHere)}` : ''}`,
      `          agreed: nst agreement show ${short(agreement)}`,
    ].join('\n'),
  )
  const more = proposed.map(({ proposal, title }) => `Proposed: ${title} (${short(proposal)})`)
  const none =
    'The circle has no keeper. Run one with: nst keeper; propose it with: nst proposal present CIRCLE --keeper ADDRESS …'
  return [orNothing([...lines, ...more], none), '', WHAT_A_KEEPER_SEES].join('\n')
}

const WHAT_A_KEEPER_SEES =
  'A keeper cannot read anything. Whoever runs it sees from which network addresses it is called and when, how many devices write, how much and when. It can lose or hold back what it has, not change it.'
