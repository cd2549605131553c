import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { evaluationLines } from './agreement.ts'
import { naming, section, short, when } from './lines.ts'

type Why = OutputOf<Procedures['logbook']['why']>
type Chapter = Why['chapters'][number]
type Line = Chapter['lines'][number]
type Name = ReturnType<typeof naming>

const MEANS = { renewed: 'to renew it', changed: 'to change it', ended: 'to end it' }
const FATE: Readonly<Record<Extract<Line, { kind: 'objected' }>['fate'], string>> = {
  raised: 'It still waits.',
  understood: 'The others understand it; it still waits.',
  offered: 'Other words were offered for it; it still waits.',
  integrated: 'Other words took care of it, and they consented to those.',
  withdrawn: 'They took it back themselves.',
  reframed: 'They turned it into a concern themselves.',
  'set-aside': 'The others said that it does not qualify, as the circle had agreed to; it is kept as a concern.',
  forked: 'It came from a device of theirs that said two things at once, and is kept like a concern.',
  kept: 'Its author lost their say here; it is kept like a concern.',
  'cut-off': 'It came from a device of theirs that was gone by then, and is kept like a concern.',
}

/** The whole story in plain sentences: a chapter for each time that the circle decided. */
export function tellWhy({ title, circleName, chapters, underWay, names }: Why): string {
  const name = naming(names)
  return [
    `Why “${title}” is as it is (${circleName})`,
    ...chapters.flatMap((chapter, index) => chapterLines(chapter, index, name)),
    ...section(
      'Under way',
      underWay.map(({ proposal, title: other, how }) => `${short(proposal)}  ${other} (${MEANS[how]})`),
    ),
  ].join('\n')
}

function chapterLines(
  { title, means, driver, noticed, criteria, review, owner, lines }: Chapter,
  index: number,
  name: Name,
) {
  const heading = `${index + 1}. ${title}${means === null ? '' : ` (${MEANS[means]})`}`
  return section(heading, [
    ...(noticed === null ? [] : [`${when(noticed.at)}  ${name(noticed.person)} noticed: ${noticed.statement}`]),
    ...(driver === null ? [] : [`It began with this: ${driver}`]),
    ...lines.flatMap((line) => sentences(line, name)),
    ...(criteria.length === 0 ? [] : [`They would know that it works by: ${criteria.join('; ')}`]),
    `It was to be looked at again on ${review}${owner === null ? '' : `, and ${name(owner)} looks after it`}.`,
  ])
}

function sentences(line: Line, name: Name): string[] {
  const who = name(line.person)
  const at = when(line.at)
  switch (line.kind) {
    case 'presented':
      return [`${at}  ${who} proposed: ${line.text}`]
    case 'asked':
      return [
        `${at}  ${who} asked: ${line.text}`,
        ...line.answers.map(({ person, text }) => `  ${name(person)} answered: ${text}`),
      ]
    case 'reacted':
      return [`${at}  ${who} said: ${line.text}`]
    case 'amended':
      return amended(line, name)
    case 'round':
      return [`${at}  ${who} asked ${line.asked.map(name).join(', ')} for consent.`]
    case 'objected':
      return objected(line, name)
    case 'agreed':
      return [
        `${at}  All had consented, and ${who} closed the round:`,
        ...line.consents.map(({ person, at: then }) => `  ${name(person)} consented, ${when(then)}`),
        `  Agreement ${short(line.agreement)}, certificate ${short(line.certificate)}`,
      ]
    case 'contested':
      return [`${at}  ${who} had said something else without knowing of it.`]
    case 'laid-aside':
      return [`${at}  ${who} laid it aside: ${line.reason}`]
    case 'concern':
      return [`${at}  ${who} noted a concern: ${line.text}`]
    default:
      return ['How it does:', ...evaluationLines(line.evaluation, name)]
  }
}

function amended({ person, at, before, after, integrates }: Extract<Line, { kind: 'amended' }>, name: Name): string[] {
  const why = integrates.length === 0 ? '' : ` for the objection of ${integrates.map(name).join(', ')}`
  return [`${when(at)}  ${name(person)} changed the words${why}.`, `  Before: ${before}`, `  After:  ${after}`]
}

function objected(line: Extract<Line, { kind: 'objected' }>, name: Name): string[] {
  const { person, at, reason, fate, integration, toAgreement } = line
  const to = toAgreement ? ' to what was agreed' : ''
  const change =
    integration === null
      ? []
      : [
          `  The words of ${name(integration.person)}, before: ${integration.before}`,
          `  and after: ${integration.after}`,
        ]
  return [`${when(at)}  ${name(person)} objected${to}: ${reason}`, `  ${FATE[fate]}`, ...change]
}
