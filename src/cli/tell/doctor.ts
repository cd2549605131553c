import type { DoctorCode, DoctorStep } from '../../api/contract/doctor.ts'
import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'

export type Examined = OutputOf<Procedures['doctor']['examine']>

export const STEP: Readonly<Record<DoctorStep, string>> = {
  clock: 'Clock',
  reach: 'Who may find you',
  network: 'Network',
  port: 'Your own door',
  multicast: 'Calls in this network',
  udp: 'Quick packets (UDP)',
  bootstrap: 'The way on the internet',
  nat: 'Your router',
  keeper: 'Keepers',
  people: 'People',
}

type About = Examined['about']

const CODE: Readonly<Record<DoctorCode, (about: About) => string>> = {
  'clock-good': () => 'fits what others wrote.',
  'clock-off': ({ minutes }) =>
    `somebody's words are ${minutes} minutes ahead of it. One of you has a wrong clock: compare them, and let the system set yours.`,
  'reach-nobody': () =>
    'nobody may find you, so nothing is sent and nobody is met but at an address. To change that: nst circle reach CIRCLE lan (or internet).',
  'reach-lan': () => 'people in the same network.',
  'reach-internet': () => 'people in the same network and on the internet.',
  'network-good': ({ host }) => `this machine is in one, as ${host}.`,
  'network-none': () => 'this machine is in none. Connect it to a Wi-Fi or a cable; a file on a stick works without.',
  'port-good': () => 'it opens.',
  'port-closed': ({ port }) =>
    `it does not open, at ${port}. A firewall on this machine may stand before it: allow this program there.`,
  'port-none': () => 'your node answers nowhere now. Start it, and leave it running: nst up',
  'multicast-good': () => 'other machines are heard.',
  'multicast-six': () =>
    'other machines are heard, but over IPv6 alone. That is enough for two programs that both know IPv6; whoever has IPv4 alone is met at an address.',
  'multicast-silent': () =>
    'nobody else is heard. Either nobody is there, or this network keeps its guests apart, as in cafés: then call each other at an address (nst up --listen, nst connect), or carry a file.',
  'multicast-failed': ({ why }) =>
    `this machine could not call (${why}). Another program may hold the place; or there is no network. Call each other at an address: nst connect`,
  'udp-good': () => 'they get through.',
  'udp-blocked': () =>
    'they do not get out or through. In this network your node takes another way, which is slower to find. On the internet it needs them: ask whoever runs the network to allow UDP, or try another network, such as a telephone.',
  'udp-no-route': () =>
    'there is no way out of this network. In it you still find each other; a file on a stick works everywhere.',
  'udp-unknown': () => 'not known until somebody is met here.',
  'bootstrap-good': () => 'those who know it answer.',
  'bootstrap-silent': () =>
    'those who know it do not answer. This network may let nothing of this kind out, or they are gone: try another network, or ask others (nst bootstrap set).',
  'bootstrap-nobody': () => 'there is nobody to ask. Name somebody: nst bootstrap set HOST:PORT',
  'nat-open': () => 'anybody you let can call you.',
  'nat-steady': () => 'it lets in those whom you call too: that is enough for most.',
  'nat-random': () =>
    'it uses another door for each call. You meet people whose router does not; with others you need a relay or a keeper of the circle, or another network.',
  'nat-unknown': () => 'too few answered to tell.',
  'keeper-good': () => 'one has everything.',
  'keeper-lacks': () => 'one is there and lacks something still. Leave your node up for a moment.',
  'keeper-full': () => 'full. Ask whoever runs it for more room: nst circle keepers CIRCLE',
  'keeper-untrue': () => 'it keeps back or alters what it has: name another one. See: nst circle keepers CIRCLE',
  'keeper-away': () => 'none answers. Ask whoever runs it whether it is up: nst circle keepers CIRCLE',
  'keeper-barred': () => 'not called, since nobody may find you where they are: nst circle reach',
  'keeper-none': () => 'the circle has none. With one you need not be there at the same time: nst keeper',
  'people-here': () => 'everyone is here.',
  'people-some': ({ here, count }) => `${here} of ${count} are here: nst status`,
  'people-away': () =>
    'nobody is here now. Is their program running, and does their circle let them be found? nst status',
  'people-none': () => 'nobody else is in your circles yet.',
  'not-needed': () => 'not needed for what you chose.',
  'not-allowed': () => 'not tried: it would send something, and nobody may find you. To try it all the same: --try',
  'too-late': () => 'no answer in time. Try again.',
}

const MARK = { good: '✓', advice: '!', bad: '✗', skipped: '–' } as const

export const tellStep = ({ step, outcome, code, about }: Examined): string =>
  `${MARK[outcome]} ${STEP[step]}: ${CODE[code](about)}`

/** What stands in the way first, since what comes after may only follow from it. */
export function tellExamined({ steps }: { readonly steps: readonly Examined[] }): string {
  const first = steps.find(({ outcome }) => outcome === 'bad') ?? steps.find(({ outcome }) => outcome === 'advice')
  const end =
    first === undefined ? 'Nothing stands in the way.' : `First, ${STEP[first.step]}: ${CODE[first.code](first.about)}`
  return [...steps.map(tellStep), '', end].join('\n')
}
