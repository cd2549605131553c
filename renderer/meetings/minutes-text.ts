import type { Words } from '../words/words.tsx'
import type { MinutesData } from './meeting-data.ts'

type Round = MinutesData['opening'][number]
type Item = MinutesData['agenda'][number]
type Action = MinutesData['actions'][number]
type Decision = MinutesData['decisions'][number]
type Spoken = MinutesData['spoken'][number]

const noted = ({ text }: { readonly text: string }) => text
const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name)

/** The minutes as text, in the language of whoever looks: from what happened alone. */
export function minutesText(page: MinutesData, words: Words): string {
  const { t, time, list } = words
  const line = (label: string, said: string) => (said === '' ? [] : [`- ${t('minutes.line', { label, said })}`])
  return [
    ...line(t('minutes.when'), time(page.began ?? page.starts)),
    ...line(t('minutes.where'), page.place ?? ''),
    ...line(t('minutes.present'), list(page.present.map(({ who }) => shownAs(who, words)))),
    ...line(t('minutes.absent'), list(page.absent)),
    ...line(t('meetings.facilitator'), list(names(page.facilitator))),
    ...line(t('meetings.secretary'), list(names(page.secretary))),
    ...(page.accepted ? [`- ${t('meetings.agenda.accepted')}`] : []),
    ...part(
      t('meetings.step.opening'),
      page.opening.flatMap((one) => roundLines(one, words)),
    ),
    ...part(t('meetings.note.information'), page.information.map(noted)),
    ...page.agenda.flatMap((item) => itemLines(item, words)),
    ...part(
      t('minutes.decided'),
      page.decisions.map((one) => decided(one, words)),
    ),
    ...part(t('meetings.notes'), page.notes.map(noted)),
    ...part(t('meetings.note.backlog'), page.backlog.map(noted)),
    ...part(
      t('actions.title'),
      page.actions.map((one) => actionLine(one, words)),
    ),
    ...part(
      t('meetings.spoken'),
      page.spoken.map((one) => spokenLine(one, words)),
    ),
    ...part(t('meetings.step.closing'), [
      ...page.closing.flatMap((one) => roundLines(one, words)),
      ...evaluations(page, words),
    ]),
    ...part(
      t('minutes.next'),
      page.next.map((one) => `${one.title}, ${time(one.starts)}`),
    ),
  ].join('\n')
}

/** A guest of the evening is nobody of the circle, and the minutes are all that says so later. */
const shownAs = ({ name, person }: MinutesData['present'][number]['who'], { t }: Words) =>
  person === null ? `${name} (${t('meetings.guest')})` : name

const part = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `# ${heading}`, '', ...lines.map((line) => `- ${line.replaceAll('\n', '\n  ')}`)]

function itemLines(item: Item, words: Words): string[] {
  const { t } = words
  const left = item.left === null ? [] : [t(item.left === 'handed-back' ? 'meetings.handedBack' : 'meetings.removed')]
  const lines = [
    ...left,
    ...item.rounds.flatMap((one) => roundLines(one, words)),
    ...item.notes.map(noted),
    ...item.outcomes.map(({ text }) => text),
    ...item.decisions.map((one) => decided(one, words)),
    ...item.actions.map((one) => actionLine(one, words)),
  ]
  return part(`${item.title} (${t(`meetings.kind.${item.kind}`)})`, lines.length === 0 ? [t('minutes.nothing')] : lines)
}

/** A round in which nobody's words were kept leaves nothing to read. */
function roundLines({ prompt, turns }: Round, { t }: Words): string[] {
  const said = turns.flatMap(({ who, text }) =>
    text === null ? [] : [t('minutes.line', { label: who.name, said: text })],
  )
  return said.length === 0 ? [] : [...(prompt === null ? [] : [prompt]), ...said]
}

/** With its words, quoted: whoever reads the paper has nothing else to look them up in. */
function decided({ title, text, review }: Decision, { t, date }: Words): string {
  const words = text.split('\n').map((line) => `> ${line}`.trimEnd())
  return [t('minutes.agreed', { title, date: date(review) }), '', ...words].join('\n')
}

function actionLine({ text, ownerName, due }: Action, { t, date }: Words): string {
  const who = ownerName ?? t('backlog.nobody')
  return due === null ? `${text} (${who})` : `${text} (${who}, ${t('actions.by', { date: date(due) })})`
}

function spokenLine({ who, kind, text, by, witnesses, disputed }: Spoken, { t, list }: Words): string {
  const said = [who.name, t(`meetings.spoken.${kind}`), ...(text === null ? [] : [text])].join(' · ')
  const heard =
    witnesses.length === 0
      ? t('meetings.spoken.by', { name: by.name })
      : t('meetings.spoken.heard', { name: by.name, names: list(names(witnesses)) })
  return [said, heard, ...(disputed === null ? [] : [t('meetings.spoken.disputed', { text: disputed })])].join('. ')
}

function evaluations({ evaluations: all }: MinutesData, { t }: Words): string[] {
  const parts = ['content', 'process', 'people'] as const
  return all.map(({ who, ...how }) => {
    const said = parts.flatMap((one) => (how[one] === null ? [] : [`${t(`meetings.how.${one}`)} ${how[one]}`]))
    return t('minutes.line', { label: who.name, said: said.join(' ') })
  })
}
