import type { CertificateFault } from '../../domain/certificates/fault.ts'
import type { CertifiedConsent, Verdict } from '../../domain/certificates/verify.ts'
import { section, short } from './lines.ts'

const WHY: Readonly<Record<CertificateFault, string>> = {
  'not-a-certificate': 'This is not a certificate, or it is damaged.',
  changed: 'It was changed after it was made.',
  'bad-signature': 'A signature in it does not fit.',
  'other-circle': 'It comes from another circle.',
  'broken-admission': 'It does not show how everyone in it came into the circle.',
  'not-by-a-member': 'Somebody in it did not belong to the circle.',
  'not-these-words': 'The consents in it are for other words.',
  'not-everyone-consented': 'Not everyone who was asked consented.',
}

/** What a certificate proves, and what it does not. */
export function tellVerdict(verdict: Verdict): string {
  if (!verdict.valid) return `Not valid. ${WHY[verdict.why]}`
  const { title, text, version, circleName, practice, circle, consents, absent, gone, aside, asOf } = verdict
  const names = (people: typeof absent) => people.map(({ name }) => name)
  return [
    absent.length + gone.length + aside.length === 0
      ? 'Valid. Everyone whom this round asked consented to exactly these words.'
      : 'Valid. Of those whom this round asked, everyone consented to exactly these words but for those named below.',
    ...(practice
      ? ['It comes from a practice circle: it binds nobody, and some in it may be played by the program.']
      : []),
    ...(consents.some(({ spoken }) => spoken !== undefined)
      ? [
          'What is marked as spoken was not signed by the person, but by those who say that they heard it; the circle had agreed to let such words stand.',
        ]
      : []),
    ...section(`${title} (version ${short(version)})`, [text]),
    ...section(`In the circle ${circleName} (${circle})`, consents.map(consentLine)),
    ...section('Silent, where the circle had agreed that silence counts', names(absent)),
    ...section('Removed by the circle before the close', names(gone)),
    ...section(
      'Objected, and all the others said that it does not qualify, where the circle had agreed to test objections',
      aside.map(({ name, reason }) => `${name}: ${reason}`),
    ),
    '',
    `Closed on ${asOf}, by the clock of whoever closed it.`,
    'This does not say who stands behind each key, that nobody else belonged, or what happened later.',
  ].join('\n')
}

function consentLine({ name, at, spoken, borrowedFrom }: CertifiedConsent): string {
  const from = borrowedFrom === undefined ? '' : `, with a key of their own on the device of ${borrowedFrom}`
  if (spoken === undefined) return `${name} consented on ${at}${from}`
  const heard = `written down by ${spoken.by}, heard by ${spoken.witnesses.join(' and ')}`
  return `${name} consented on ${at}, as spoken in the room: ${heard}`
}
