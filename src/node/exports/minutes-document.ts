import { actionContents } from '../../domain/actions/queries.ts'
import { contentOf } from '../../domain/agreements/life.ts'
import type { Circle } from '../../domain/circle.ts'
import type { Who } from '../../domain/meetings/events.ts'
import { minutesOf, type Minutes, type MinutesItem, type MinutesRound } from '../../domain/meetings/minutes.ts'
import { agreedMinutes, minutesDrafts } from '../../domain/meetings/queries.ts'
import type { Evaluation, MeetingNote, MeetingRecord } from '../../domain/meetings/records.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { purpose } from '../../domain/purpose.ts'
import { isConfirmed, isDisputed, witnessesOf } from '../../domain/spoken/queries.ts'
import { facts, heading, list, note, under, words, type Block, type Document } from './document.ts'
import { wordsOf, writingOf, type FileWords, type Language, type Writing } from './words.ts'

type Telling = {
  readonly circle: Circle
  readonly says: FileWords
  readonly write: Writing
  readonly name: (who: Who) => string
  /** What somebody said; of a person who is not read here, only that they did. */
  readonly said: (by: Who, text: string) => string
}

/** A meeting as it is remembered: the text that the circle consented to, and what was noted while it went on. */
export function minutesDocument(
  circle: Circle,
  meeting: MeetingRecord,
  language: Language,
  notRead: ReadonlySet<string>,
): Document {
  const says = wordsOf(language)
  const name = (who: Who) => ('person' in who ? nameOf(circle, who.person) : `${who.guest} (${says.guest})`)
  const said = (by: Who, text: string) => ('person' in by && notRead.has(by.person) ? says.notRead : text)
  const telling: Telling = { circle, says, write: writingOf(language), name, said }
  const minutes = minutesOf(circle, meeting)
  return {
    language,
    title: `${says.minutes}${says.colon}${minutes.plan.title}`,
    blocks: [
      ...(purpose(circle).practice ? [note(says.practice)] : []),
      ...head(telling, minutes),
      ...written(telling, meeting),
      heading(2, says.noted),
      ...noted(telling, minutes),
      ...under(3, says.spoken, list(spokenWords(telling, meeting.id))),
    ],
  }
}

function head({ circle, says, write, name }: Telling, minutes: Minutes): Block[] {
  const { plan, began, ended, facilitator, secretary, present, absent, next } = minutes
  const plans = next.flatMap((id) => circle.meetings.meetings.get(id)?.plans.at(-1) ?? [])
  return facts([
    [says.circle, purpose(circle).name],
    [says.when, write.moment(began ?? plan.starts)],
    [says.until, ended === null ? null : write.moment(ended)],
    [says.place, plan.place],
    [says.roles.facilitator, facilitator.map(name)],
    [says.roles.secretary, secretary.map(name)],
    [says.present, present.map(({ who }) => name(who))],
    [says.absent, absent.map((person) => nameOf(circle, person))],
    [says.next, plans.map(({ plan: { title, starts } }) => `${title}, ${write.moment(starts)}`)],
  ])
}

/** D3 row 22: of texts written apart none hides another. */
function written({ circle, says }: Telling, meeting: MeetingRecord): Block[] {
  const agreed = agreedMinutes(circle, meeting.id)
  if (agreed !== null) return [note(says.minutesAgreed), ...words(agreed.text)]
  const drafts = minutesDrafts(meeting)
  return [
    note(says.minutesOpen),
    ...(drafts.length > 1 ? [note(says.minutesApart)] : []),
    ...drafts.flatMap(({ text }) => words(text)),
  ]
}

function noted(telling: Telling, minutes: Minutes): Block[] {
  const { says } = telling
  const texts = (notes: readonly MeetingNote[]) => list(notes.map((one) => noteText(telling, one)))
  return [
    ...under(3, says.opening, rounds(telling, minutes.opening)),
    ...under(3, says.information, texts(minutes.information)),
    ...minutes.items.flatMap((item) => itemBlocks(telling, item)),
    ...under(3, says.notes, texts(minutes.notes)),
    ...under(3, says.decided, agreedWords(telling, minutes.decisions)),
    ...under(3, says.nextSteps, list(steps(telling, minutes.actions))),
    ...under(3, says.forBacklog, texts(minutes.backlog)),
    ...under(3, says.closing, [
      ...rounds(telling, minutes.closing),
      ...minutes.evaluations.flatMap((one) => evaluation(telling, one)),
    ]),
  ]
}

function itemBlocks(telling: Telling, item: MinutesItem): Block[] {
  const { says } = telling
  const left = item.left === null ? null : item.left === 'removed' ? says.takenOff : says.handedBack
  const about = left === null ? [] : [note(item.reason === null ? left : `${left}${says.colon}${item.reason}`)]
  return [
    heading(3, item.topic.title),
    ...about,
    ...rounds(telling, item.rounds),
    ...list(item.notes.map((one) => noteText(telling, one))),
    ...item.outcomes.flatMap((text) => [note(says.outcome), ...words(text)]),
    ...(item.decisions.length === 0 ? [] : [note(says.decided), ...agreedWords(telling, item.decisions)]),
    ...(item.actions.length === 0 ? [] : [note(says.nextSteps), ...list(steps(telling, item.actions))]),
  ]
}

/** Whoever wrote it down. */
const noteText = ({ said }: Telling, { person, text }: MeetingNote) => said({ person }, text)

function rounds({ says, name, said: saidBy }: Telling, held: readonly MinutesRound[]): Block[] {
  return held.flatMap(({ prompt, turns }) => {
    const said = turns.flatMap(({ who, as, text }) => {
      if (as === 'pass') return [`${name(who)}${says.colon}${says.passed}`]
      return text === null ? [] : [`${name(who)}${says.colon}${saidBy(who, text)}`]
    })
    return said.length === 0 ? [] : [...(prompt === null ? [] : [note(prompt)]), ...list(said)]
  })
}

/** The very words: minutes are what people keep of a meeting, and may be all that they keep. */
function agreedWords({ circle, says, write }: Telling, agreements: readonly string[]): Block[] {
  return agreements.flatMap((id) => {
    const agreement = circle.agreements.get(id)
    const content = agreement === undefined ? null : contentOf(circle, agreement)
    if (content === null) return []
    const { title, text, review } = content
    return [...list([title]), ...words(text), ...facts([[says.review, write.day(review)]])]
  })
}

/** What was said without a device, by whom it was written down, and who signed that they heard it. */
function spokenWords({ circle, says, name, said: saidBy }: Telling, meeting: string): string[] {
  const spoken = [...circle.words.values()].filter((word) => word.meeting === meeting)
  return spoken.map((word) => {
    const { who, says: told } = word
    const text = told.kind === 'words' ? told.text : told.kind === 'objection' ? told.reason : null
    const what = told.kind === 'words' ? [] : [told.kind === 'objection' ? says.objects : says.consents]
    const heard = [word.person, ...witnessesOf(word)].map((person) => nameOf(circle, person))
    const since = isDisputed(word) ? [says.disputed] : isConfirmed(word) ? [says.confirmed] : []
    const parts = [...what, ...(text === null ? [] : [saidBy(who, text)])].join(says.colon)
    return `${name(who)}${says.colon}${parts} (${[`${says.heardBy} ${heard.join(', ')}`, ...since].join('; ')})`
  })
}

function steps({ circle, write, says }: Telling, actions: readonly string[]): string[] {
  return actions.flatMap((id) => {
    const action = circle.actions.get(id)
    if (action === undefined) return []
    const [{ text, owner, due }] = actionContents(action)
    const who = owner === null ? '' : ` (${nameOf(circle, owner)})`
    return [`${text}${who}${due === null ? '' : `, ${says.until} ${write.day(due)}`}`]
  })
}

function evaluation({ says, name, said: saidBy }: Telling, { who, content, process, people }: Evaluation): Block[] {
  const said = [
    [says.content, content],
    [says.process, process],
    [says.people, people],
  ] as const
  const texts = said.flatMap(([what, text]) => (text === null ? [] : [`${what}${says.colon}${text}`]))
  return texts.length === 0 ? [] : list([`${name(who)}${says.colon}${saidBy(who, texts.join('; '))}`])
}
