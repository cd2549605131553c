import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { actionWords } from './action.ts'
import { when } from './lines.ts'
import { spokenLine } from './meeting.ts'

type Minutes = OutputOf<Procedures['minutes']['show']>
type Item = Minutes['agenda'][number]
type Round = Minutes['opening'][number]
type Evaluation = Minutes['evaluations'][number]

/** The text that stands, else those that were written, else what the program makes of what happened. */
export function tellMinutes(page: Minutes): string {
  const { agreed, drafts } = page.standing
  if (agreed !== null) return `${agreed.text}\n\n(Consented to by the circle.)`
  if (drafts.length === 0) return minutesText(page)
  const apart = drafts.length > 1 ? ['Written apart; consent chooses one of them.\n'] : []
  return [...apart, ...drafts.map(({ text, name }) => `${text}\n\n(Written by ${name}.)`)].join('\n---\n')
}

/** Minutes as Markdown, from what happened. */
export function minutesText(page: Minutes): string {
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).join(', ')
  const line = (label: string, text: string) => (text === '' ? [] : [`- ${label}: ${text}`])
  return [
    `# ${page.circleName}: ${page.title}`,
    '',
    ...line('When', when(page.began ?? page.starts)),
    ...line('Where', page.place ?? ''),
    ...line('Here', page.present.map(({ who }) => (who.person === null ? `${who.name} (guest)` : who.name)).join(', ')),
    ...line('Not here', page.absent.join(', ')),
    ...line('Facilitator', names(page.facilitator)),
    ...line('Secretary', names(page.secretary)),
    ...(page.accepted ? ['- Everyone said yes to the agenda.'] : []),
    ...page.opening.flatMap((round) => part('Opening round', roundLines(round))),
    ...part('Information', page.information.map(noted)),
    ...page.agenda.flatMap(itemLines),
    ...part('Decided besides', page.decisions.map(decided)),
    ...part('Notes', page.notes.map(noted)),
    ...part('For the backlog', page.backlog.map(noted)),
    ...part('Next steps', page.actions.map(actionWords)),
    ...part('Said in the room', page.spoken.map(spokenLine)),
    ...page.closing.flatMap((round) => part('Closing round', roundLines(round))),
    ...part('How it was', page.evaluations.map(evaluated)),
    ...part(
      'Next meeting',
      page.next.map((one) => `${one.title}, ${when(one.starts)}`),
    ),
  ].join('\n')
}

const part = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `## ${heading}`, '', ...lines.map((line) => `- ${line.replaceAll('\n', '\n  ')}`)]

function itemLines(item: Item): string[] {
  const became =
    item.left === 'handed-back' ? ['Goes on between meetings.'] : item.left === 'removed' ? ['Taken off.'] : []
  const lines = [
    ...became,
    ...item.rounds.flatMap(roundLines),
    ...item.notes.map(noted),
    ...item.outcomes.map(({ text }) => text),
    ...item.decisions.map(decided),
    ...item.actions.map((one) => `Next step: ${actionWords(one)}`),
  ]
  return ['', `## ${item.title} (${item.kind})`, '', ...lines.map((line) => `- ${line.replaceAll('\n', '\n  ')}`)]
}

const noted = ({ text }: { readonly text: string }) => text
const decided = ({ title, text, review }: Minutes['decisions'][number]) =>
  `Agreed: ${title} (looked at again on ${review})\n${text}`

function roundLines({ prompt, turns }: Round): string[] {
  const said = turns.flatMap(({ who, text }) => (text === null ? [] : [`${who.name}: ${text}`]))
  return prompt === null ? said : [prompt, ...said]
}

function evaluated({ who, content, process, people }: Evaluation): string {
  const said = [
    ...(content === null ? [] : [`content: ${content}`]),
    ...(process === null ? [] : [`process: ${process}`]),
    ...(people === null ? [] : [`people: ${people}`]),
  ]
  return `${who.name}: ${said.join('; ')}`
}
