import { byCodeUnit } from '../../domain/canonical.ts'
import type { Circle } from '../../domain/circle.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { purpose } from '../../domain/purpose.ts'
import { dayOf } from '../clock.ts'
import { entriesOf } from '../pages/logbook-entries.ts'
import type { Kept } from '../pages/logbook-kept.ts'
import { facts, heading, list, note, under, words, type Block, type Document } from './document.ts'
import { wordsOf, writingOf, type Language } from './words.ts'

/** All that a circle agreed and did, oldest first, with the words themselves. */
export function logbookDocument(
  circle: Circle,
  language: Language,
  today: string,
  notRead: ReadonlySet<string>,
): Document {
  const says = wordsOf(language)
  const write = writingOf(language)
  const { name, aim, domain, practice } = purpose(circle)
  const entries = entriesOf(circle).sort((a, b) => a.at - b.at || byCodeUnit(a.entry, b.entry))
  const agreed = entries.filter(({ agreement, kind }) => agreement !== null && kind !== 'evaluation')
  const stands = agreed.filter(({ state, kind }) => state !== 'superseded' && kind !== 'ending')
  const before = agreed.filter((one) => !stands.includes(one))
  const others = entries.filter((one) => !agreed.includes(one))
  const shown = (one: Kept) => entryBlocks(circle, one, language)
  return {
    language,
    title: `${says.logbook}${says.colon}${name}`,
    blocks: [
      ...(practice ? [note(says.practice)] : []),
      ...facts([
        [says.aim, aim],
        [says.domain, domain],
        [says.made, write.day(today)],
      ]),
      heading(2, says.stands),
      ...(stands.length === 0 ? [note(says.nothing)] : stands.flatMap(shown)),
      ...under(2, says.stoodBefore, before.flatMap(shown)),
      ...under(2, says.alsoHappened, list(others.map((one) => happened(circle, one, language, notRead)))),
    ],
  }
}

function entryBlocks(circle: Circle, entry: Kept, language: Language): Block[] {
  const says = wordsOf(language)
  const write = writingOf(language)
  const { title, kind, state, became, at, review, owner, text, driver, criteria, consents, borrowed } = entry
  const onDevice = new Map(
    borrowed.map(({ person, from }) => [person, ` (${says.onDeviceOf} ${nameOf(circle, from)})`]),
  )
  const standing = became === null ? (state === null ? null : says.states[state]) : says.became[became]
  return [
    heading(3, kind === 'agreement' ? title : `${says.kinds[kind]}${says.colon}${title}`),
    ...facts([
      [says.state, standing],
      [says.agreedOn, write.day(dayOf(at))],
      [says.review, state === 'superseded' || review === null ? null : write.day(review)],
      [says.owner, owner === null ? null : nameOf(circle, owner)],
    ]),
    ...words(text),
    ...facts([
      [says.why, driver],
      [says.consented, consents.map((person) => `${nameOf(circle, person)}${onDevice.get(person) ?? ''}`)],
    ]),
    ...(criteria.length === 0 ? [] : [note(says.criteria), ...list(criteria)]),
  ]
}

/** One line for what is no agreement. */
function happened(
  circle: Circle,
  { kind, title: called, titleBy, at, person, text }: Kept,
  language: Language,
  notRead: ReadonlySet<string>,
): string {
  const says = wordsOf(language)
  const title = titleBy !== undefined && notRead.has(titleBy) ? says.notRead : called
  const who = person === null || nameOf(circle, person) === title ? '' : ` (${nameOf(circle, person)})`
  const said = person !== null && notRead.has(person) ? says.notRead : (text ?? '').replaceAll('\n', '; ')
  const more = kind === 'evaluation' && text !== null ? `: ${said}` : ''
  return `${writingOf(language).day(dayOf(at))} · ${says.kinds[kind]}${says.colon}${title}${who}${more}`
}
