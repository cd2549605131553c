import type { Body } from '../events.ts'
import { Fault } from './fault.ts'
import { holderOf, isSorted, type Known, type Read } from './parts.ts'

type Spoken = Read<'words.spoken'>
type Witness = Read<'words.witnessed'>

/** What a certificate shows of a consent that was spoken in a room. */
interface SpokenConsent {
  readonly person: string
  readonly name: string
  readonly spoken: { readonly by: string; readonly witnesses: readonly string[] }
}

/**
 * [V5] A consent spoken in a room is proof only with the signatures of who wrote it down and of at least two others whom
 * the round asked. It does not prove that the person spoke, and the verdict says so. That the circle's own way lets such
 * words stand is certified beside it (`not-heard.ts`).
 */
export function spokenIn(
  round: Read<'round.opened'>,
  responses: readonly { readonly id: string; readonly body: object }[],
  witnesses: readonly Witness[],
  known: Known,
): (response: Spoken, person: string) => SpokenConsent {
  const spoken = new Set(responses.filter(({ body }) => 'says' in body).map(({ id }) => id))
  if (witnesses.some(({ body }) => !spoken.has(body.spoken)) || !isSorted(witnesses.map(({ id }) => id)))
    throw new Fault('not-everyone-consented')
  const names = new Map([...known.values()].map(({ person, name }) => [person, name]))
  const asked = (person: string) => round.body.electorate.includes(person)
  return (response, person) => {
    const by = holderOf(known, response.device)
    const heard = witnesses.filter(({ body }) => body.spoken === response.id).map((one) => holderOf(known, one.device))
    const others = new Map(heard.map((one) => [one.person, one.name]))
    const good = [by.person, ...others.keys()].every((one) => asked(one) && one !== person) && !others.has(by.person)
    const name = names.get(person)
    if (!good || others.size < 2 || name === undefined || !isConsent(response.body, round, person))
      throw new Fault('not-everyone-consented')
    return { person, name, spoken: { by: by.name, witnesses: [...others.values()] } }
  }
}

function isConsent({ who, says }: Body<'words.spoken'>, round: Read<'round.opened'>, person: string): boolean {
  if (!('person' in who) || who.person !== person || says.kind !== 'consent') return false
  return says.round === round.id && says.version === round.body.version
}
