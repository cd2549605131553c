import { certificateParts, certificateText, type Signed } from '../../src/domain/certificates/certificate.ts'
import type { Said } from './devices.ts'
import type { Person } from './people.ts'

const asSigned = ({ event, signature }: Said): Signed => ({ event, signature })

/** The certificate of a close's agreement, as this person's device would write it. */
export function certificateOf(person: Person, close: string): string {
  const agreement = person.circle.agreements.get(person.agreementOf(close))
  const parts = agreement === undefined ? null : certificateParts(person.circle, agreement)
  if (parts === null) throw new Error('there is no certificate')
  return certificateText(parts, new Map([...person.known].map(([id, said]) => [id, asSigned(said)])))
}
