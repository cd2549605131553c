import type { Circle } from '../circle.ts'
import type { Past } from '../causality.ts'
import { areMinutesOf } from '../meetings/records.ts'
import { linkSlot, unlinkSlot } from '../links/effects.ts'
import * as links from '../links/rules.ts'
import { belongingSlot, voiceSlot } from '../members/belonging.ts'
import { holderOf, memberState } from '../members/queries.ts'
import { mustBeHere } from '../members/rules.ts'
import { isUnvoiced } from '../members/voice.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { planSlot } from '../reviews/plan.ts'
import { planCounts } from '../reviews/rules.ts'
import { roleSlot, seatSlot } from '../roles/role.ts'
import { seatCounts, seatIsWise } from '../roles/rules.ts'
import { adoptsSlot } from '../standing/effects.ts'
import { keepersOf, keeperSlot } from '../standing/keepers.ts'
import { relaysOf, relaySlot } from '../standing/relays.ts'
import { circleState } from '../standing/queries.ts'
import type { Effect, EffectOf } from './effect.ts'
import { waySlot } from '../ways/way.ts'

/** What an effect is beside its schema: where it stands, and whether it makes sense in a past. */
interface EffectRules<E extends Effect> {
  /** The slot of its own that it fills; null where it stands with its proposal (`slots.ts`). */
  slot(effect: E): string | null
  counts(circle: Circle, past: Past, effect: E, changes: string | null): Refusal | null
  /** Why it would help nobody to say it now (`kind.ts`). */
  wise?(circle: Circle, past: Past, effect: E, today: string): Refusal | null
}

const effectRules: { readonly [K in Effect['kind']]: EffectRules<EffectOf<K>> } = {
  admit: {
    slot: () => null,
    counts: (circle, past, { person }) => mustBeHere(circle, past, person),
  },
  remove: {
    slot: ({ person }) => belongingSlot(person),
    counts: (circle, past, { person }) => mustBeHere(circle, past, person),
  },
  rest: {
    slot: ({ person }) => belongingSlot(person),
    counts: (circle, past, { person }) =>
      memberState(circle, past, person) === 'guest' ? refusal('no-such-person') : mustBeHere(circle, past, person),
  },
  rekey: {
    slot: ({ person }) => voiceSlot(person),
    counts: (circle, past, { person, device }) =>
      holderOf(circle, past, device) === person ? mustBeHere(circle, past, person) : refusal('no-such-device'),
    wise: (circle, past, { device }) => (isUnvoiced(circle, past, device) ? null : refusal('already-done')),
  },
  purpose: {
    slot: () => 'purpose',
    counts: () => null,
  },
  way: {
    slot: ({ way }) => waySlot(way.rule),
    counts: () => null,
  },
  minutes: {
    slot: ({ meeting }) => `minutes:${meeting}`,
    counts: (circle, past, { meeting, minutes }) =>
      areMinutesOf(circle, past, minutes, meeting) ? null : refusal('no-such-minutes'),
  },
  role: {
    slot: ({ standard }) => (standard === null ? null : roleSlot(standard)),
    counts: () => null,
  },
  seat: {
    slot: ({ role }) => seatSlot(role),
    counts: seatCounts,
    wise: seatIsWise,
  },
  plan: {
    slot: ({ review }) => planSlot(review),
    counts: (circle, past, { review }) => planCounts(circle, past, review),
  },
  state: {
    slot: () => 'state',
    counts: () => null,
    wise: (circle, past, { state }) => (circleState(circle, past) === state ? refusal('already-done') : null),
  },
  'helping-circle': {
    slot: () => null,
    counts: (circle, past, { members }) => firstOf(members, (person) => mustBeHere(circle, past, person)),
    wise: (_circle, _past, { due }, today) => (due <= today ? refusal('date-in-the-past', { date: due }) : null),
  },
  'sub-circle': {
    slot: () => null,
    counts: (circle, past, { founder }) => mustBeHere(circle, past, founder),
  },
  adopts: {
    slot: ({ circle }) => adoptsSlot(circle),
    counts: (circle, _past, { circle: other }) => (other === circle.id ? refusal('other-circle') : null),
  },
  keeper: {
    slot: ({ keeper }) => keeperSlot(keeper),
    counts: () => null,
    wise: (circle, past, { keeper, address }) =>
      keepersOf(circle, past).some((one) => one.keeper === keeper && one.address === address)
        ? refusal('already-done')
        : null,
  },
  relay: {
    slot: ({ relay }) => relaySlot(relay),
    counts: () => null,
    wise: (circle, past, { relay, address }) =>
      relaysOf(circle, past).some((one) => one.relay === relay && one.address === address)
        ? refusal('already-done')
        : null,
  },
  link: {
    slot: ({ circle }) => linkSlot(circle),
    counts: links.linkCounts,
    wise: links.linkIsWise,
  },
  unlink: {
    slot: ({ circles }) => unlinkSlot(circles),
    counts: links.unlinkCounts,
  },
  objects: {
    slot: () => null,
    counts: links.objectingCounts,
  },
  answers: {
    slot: ({ objection }) => `answer:${objection}`,
    counts: links.answerCounts,
  },
  end: {
    slot: () => null,
    counts: (_circle, _past, _effect, changes) => (changes === null ? refusal('no-such-agreement') : null),
  },
}

export function slotOfEffect(effect: Effect | null): string | null {
  return effect === null ? null : rulesOf(effect).slot(effect)
}

export function effectProblem(
  circle: Circle,
  past: Past,
  effect: Effect | null,
  changes: string | null,
): Refusal | null {
  return effect === null ? null : rulesOf(effect).counts(circle, past, effect, changes)
}

export function effectIsWise(circle: Circle, past: Past, effect: Effect | null, today: string): Refusal | null {
  return effect === null ? null : (rulesOf(effect).wise?.(circle, past, effect, today) ?? null)
}

function firstOf(people: readonly string[], problem: (person: string) => Refusal | null): Refusal | null {
  return people.map(problem).find((one) => one !== null) ?? null
}

/** One kind's effect belongs to that kind's rules; the compiler cannot pair them across the union. */
function rulesOf(effect: Effect): EffectRules<Effect> {
  const rules: EffectRules<Effect> = effectRules[effect.kind]
  return rules
}
