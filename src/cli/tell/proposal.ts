import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { tellEffect } from './effect.ts'
import { naming, orNothing, section, short } from './lines.ts'
import { tellStory } from './story.ts'

type Page = OutputOf<Procedures['proposal']['show']>
type Name = ReturnType<typeof naming>

const STATE: Readonly<Record<Page['state'], string>> = {
  open: 'being shaped',
  'in-round': 'everyone is asked for consent',
  adopted: 'agreed',
  withdrawn: 'withdrawn',
  tabled: 'put off',
  escalated: 'handed on to where more people are concerned',
  'to-helping-circle': 'handed to a helping circle',
  contested: 'agreed, but not everyone stands behind it',
}

const MEANS = {
  renewed: 'Agreed to, it renews',
  changed: 'Agreed to, it takes the place of',
  ended: 'Agreed to, it ends',
}

export function tellProposals({ items }: OutputOf<Procedures['proposal']['list']>): string {
  const lines = items.map(({ proposal, title, state, awaiting, names }) => {
    const open = awaiting.length === 0 ? '' : `; waiting for ${awaiting.map(naming(names)).join(', ')}`
    return `${short(proposal)}  ${title} (${STATE[state]}${open})`
  })
  return orNothing(lines, 'No proposals yet. Bring one with: nst proposal present')
}

export function tellProposal(page: Page): string {
  const name = naming(page.names)
  const number = page.versions.find(({ version }) => version === page.version)?.number ?? 1
  return [
    `${page.title} (${short(page.proposal)})`,
    `Version ${number} (${short(page.version)}): ${STATE[page.state]}. ${page.lapses === true ? 'It lapses unless it is renewed by' : 'To be looked at again on'} ${page.review}.`,
    ...(page.means === null
      ? []
      : [`${MEANS[page.means.how]} “${page.means.title}” (${short(page.means.agreement)}).`]),
    ...(page.ended === undefined ? [] : endedLines(page.ended, name)),
    ...(page.answers === null ? [] : [`It answers: ${page.answers.statement} (${short(page.answers.driver)})`]),
    ...(page.driver === null ? [] : [`Why: ${page.driver}`]),
    ...(page.owner === null ? [] : [`${name(page.owner)} would look after it.`]),
    ...section('Text', [page.versions.find(({ version }) => version === page.version)?.text ?? '']),
    ...tellEffect(page),
    ...section('We will know it works when', page.criteria),
    ...section(
      'Other drafts',
      page.siblings.map((id) => draftLine(page, id, name)),
    ),
    ...section(
      'Questions',
      page.questions.flatMap((question) => questionLines(question, name)),
    ),
    ...section(
      'Reactions',
      page.reactions.map(({ person, text }) => `${name(person)}: ${text ?? '(passes)'}`),
    ),
    ...section(
      'Answers to the round',
      page.responses.map((response) => responseLine(response, name)),
    ),
    ...section(
      'Waiting for',
      page.awaiting.map((one) =>
        page.left?.includes(one) === true
          ? `${name(one)}, who has left: open the round again (nst round open)`
          : name(one),
      ),
    ),
    ...section(
      'Set aside',
      (page.aside ?? []).map((person) => `${name(person)}: everyone else said that it does not qualify`),
    ),
    ...(page.alsoOpen ?? []).flatMap((other) => alsoLines(page, other, name)),
    ...section(
      'Objections',
      page.objections.flatMap((objection) => objectionLines(objection, name)),
    ),
    ...section(
      'Concerns',
      page.concerns.map(({ person, text }) => `${name(person)}: ${text}`),
    ),
    ...section('How it came about', tellStory(page.story)),
  ].join('\n')
}

function draftLine({ versions }: Page, id: string, name: Name): string {
  const draft = versions.find(({ version }) => version === id)
  return draft === undefined
    ? short(id)
    : `${short(id)}  version ${draft.number} by ${name(draft.person)}: ${draft.text}`
}

/** Two asked without knowing of each other: each round has its own answers. */
function alsoLines(page: Page, other: NonNullable<Page['alsoOpen']>[number], name: Name): string[] {
  const words = other.version === page.version ? 'the same words' : draftLine(page, other.version, name)
  return section(`Another round, begun apart (${short(other.round)})`, [
    `It asks about ${words}`,
    ...other.responses.map((response) => responseLine(response, name)),
    ...(other.awaiting.length === 0 ? [] : [`Waiting for ${other.awaiting.map(name).join(', ')}`]),
    'Choose one of them together: of what one person says in both, the last counts.',
  ])
}

function questionLines({ question, person, text, state, answers }: Page['questions'][number], name: Name): string[] {
  return [
    `${short(question)}  ${name(person)}: ${text}${state === 'open' ? ' (not answered yet)' : answers.length === 0 ? ' (no longer asked)' : ''}`,
    ...answers.map((answer) => `          ${name(answer.person)}: ${answer.text}`),
  ]
}

function responseLine({ person, answer, reason }: Page['responses'][number], name: Name): string {
  return answer === 'consent' ? `${name(person)} consents` : `${name(person)} objects: ${reason ?? ''}`
}

function objectionLines({ objection, person, reason, state, tests }: Page['objections'][number], name: Name): string[] {
  return [
    `${short(objection)}  ${name(person)}: ${reason} (${state})`,
    ...(tests ?? []).map(
      (test) =>
        `          ${name(test.person)}: it ${test.qualifies ? 'qualifies' : 'does not qualify'}: ${test.reason}`,
    ),
  ]
}

/** Who put it away, why, and who has it now. */
function endedLines(
  { as, person, reason, until, carriers, helping }: NonNullable<Page['ended']>,
  name: Name,
): string[] {
  const did = as === 'withdrawn' ? 'withdrew it' : as === 'tabled' ? 'put it off' : 'handed it on'
  return [
    `${name(person)} ${did}: ${reason}`,
    ...(until === null ? [] : [`It comes back on ${until}.`]),
    ...(carriers.length === 0 ? [] : [`${carriers.map(name).join(', ')} carries it where more people are concerned.`]),
    ...(helping === null ? [] : [`It is with the helping circle ${helping.name} (${short(helping.helping)}).`]),
    ...(as === 'withdrawn' ? [] : ['To take it up again: nst proposal amend, or nst round open.']),
  ]
}
