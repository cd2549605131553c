import { useWords, type Words } from '../words/words.tsx'
import type { LinkLine } from './link-data.ts'

type Props = { readonly link: LinkLine; readonly circle: string; readonly isMember: boolean }

/** Who takes part where for a link, who is on the way, and who is so no more. */
export function LinkSeats({ link, circle, isMember }: Props) {
  const words = useWords()
  const { t } = words
  return (
    <ul className="links-seats" aria-label={t('links.delegates')}>
      {link.sent.map((seat) => (
        <li key={seat.role}>
          <a href={`#/circles/${circle}/roles/${seat.role}`} dir="auto">
            {seat.name}
          </a>
          {' · '}
          {sentWords(seat, words)}
        </li>
      ))}
      {link.received.map((seat) => (
        <li key={seat.seat}>
          {receivedWords(seat, words)}
          {isMember && seat.person === null && seat.named.length === 1 && (
            <>
              {' · '}
              <a href={`#/circles/${circle}/invite`}>{t('links.invite')}</a>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function sentWords({ people, hasArrived, hasLeft }: LinkLine['sent'][number], { t, list }: Words): string {
  const [only] = people
  if (only === undefined) return t('links.nobodySelected')
  const name = list(people.map((one) => one.name))
  if (people.length > 1) return t('links.selectedApart', { name })
  if (hasLeft) return t('links.hasLeft', { name })
  if (!hasArrived) return t('links.notThereYet', { name })
  return t(only.isAway ? 'links.isAwayThere' : 'links.takesPartThere', { name })
}

function receivedWords({ named, over, person }: LinkLine['received'][number], { t, list }: Words): string {
  if (person !== null) return t(person.isAway ? 'links.isAwayHere' : 'links.takesPartHere', { name: person.name })
  if (named.length > 0) return t(named.length > 1 ? 'links.namedApart' : 'links.notHereYet', { name: list(named) })
  return over.length > 0 ? t('links.overHere', { name: list(over) }) : t('links.nobodyNamed')
}
