import { agreementState } from '../../domain/agreements/queries.ts'
import { keepersOf } from '../../domain/standing/keepers.ts'
import type { CircleSession } from '../circle-session.ts'
import type { Keepers } from '../keepers.ts'
import { proposalState } from './proposal-page.ts'

/** What is to be said of a keeper in one word; the rest is detail. */
type Standing = 'whole' | 'coming' | 'full' | 'away' | 'barred' | 'newer' | 'withholds' | 'untrue'

/** The keepers that the circle named, how they stand, and who else is proposed. */
export function keeperLines(session: CircleSession, keepers: Keepers | undefined) {
  const { circle } = session
  const states = keepers?.statesOf(circle.id)
  return keepersOf(circle).map(({ keeper, address, agreement }) => {
    const record = circle.agreements.get(agreement)
    const state = states?.get(keeper)
    const known = keepers?.known(session, address)
    return {
      keeper,
      address,
      agreement,
      state: record === undefined ? ('in-force' as const) : agreementState(circle, record),
      place: known?.address.at?.host ?? null,
      standing: standingOf(known?.barred !== false, state),
      connected: state?.connected ?? false,
      kept: state?.kept ?? 0,
      known: state?.known ?? 0,
      lastHere: state?.lastHere ?? null,
    }
  })
}

type State = ReturnType<Keepers['statesOf']> extends ReadonlyMap<string, infer S> ? S : never

function standingOf(isBarred: boolean, state: State | undefined): Standing {
  if (isBarred) return 'barred'
  if (state?.untrue === true) return 'untrue'
  if (state === undefined || !state.connected) return 'away'
  if (state.newer) return 'newer'
  if (state.withholds) return 'withholds'
  if (state.kept >= state.known && state.known > 0) return 'whole'
  return state.full ? 'full' : 'coming'
}

/** Proposals that would name a keeper, or a relay, and that nobody has decided on yet. */
export function proposedOf({ circle }: CircleSession, kind: 'keeper' | 'relay') {
  return [...circle.proposals.values()].flatMap((proposal) => {
    const state = proposalState(circle, proposal)
    const { effect = null, title = '' } = proposal.versions.at(-1)?.content ?? {}
    if ((effect?.kind !== 'keeper' && effect?.kind !== 'relay') || effect.kind !== kind) return []
    return state === 'open' || state === 'in-round' ? [{ proposal: proposal.id, title, address: effect.address }] : []
  })
}
