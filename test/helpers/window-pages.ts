import { isolated } from '../../renderer/words/isolated.ts'
import type { Lived } from './lived-circle.ts'
import { gatheringWords } from './lived-gathering.ts'
import { meetingWords } from './lived-meetings.ts'
import { livedWords } from './lived-words.ts'
import type { Person } from './window.ts'

/** Whose page it is, what they lived through, and the language of their words (the window may speak another). */
export type Visit = { readonly person: Person; readonly lived: Lived; readonly language: 'en' | 'ar' }
type PageToSee = { readonly name: string; readonly open: (visit: Visit) => Promise<void> }

const STATES = ['fresh', 'asked', 'inRound', 'objected', 'tabled'] as const

const ofGathering = (
  name: string,
  path: (of: Lived['gathering']) => string,
  title: 'circle' | 'driver' | 'helping',
) => ({
  name,
  open: async ({ person, lived, language }: Visit) => {
    const words = gatheringWords[language]
    await person.goes(path(lived.gathering), title === 'circle' ? words.circle.name : words[title])
  },
})

const gathering: readonly PageToSee[] = [
  ofGathering('backlog', ({ circle }) => `/circles/${circle}/backlog`, 'circle'),
  ofGathering('driver', ({ driver }) => `/drivers/${driver}`, 'driver'),
  ofGathering('helping-circles', ({ circle }) => `/circles/${circle}/helping`, 'circle'),
  ofGathering('links', ({ circle }) => `/circles/${circle}/links`, 'circle'),
  ofGathering('helping-circle', ({ helping }) => `/helping/${helping}`, 'helping'),
  ofGathering('ways', ({ circle }) => `/circles/${circle}/ways`, 'circle'),
]

/** Every page of the window as somebody sees it who has lived in a circle, and what lies over some of them. */
export const pages: readonly PageToSee[] = [
  at('home', '/', 'home.title'),
  at('circles', '/circles', 'circles.title'),
  {
    name: 'circle',
    open: async ({ person, lived, language }) =>
      person.goes(`/circles/${lived.circle}`, livedWords[language].circle.name),
  },
  {
    name: 'circle-alone',
    open: async ({ person, lived, language }) =>
      person.goes(`/circles/${lived.alone}`, livedWords[language].second.name),
  },
  at('new-circle', '/circles/new', 'circles.new'),
  at('updates', '/updates', 'updates.title'),
  at('structure', '/structure', 'links.structure'),
  at('people', (lived) => `/circles/${lived.circle}/people`, 'people.title'),
  at('relays', (lived) => `/circles/${lived.circle}/relays`, 'relays.title'),
  at('keepers', (lived) => `/circles/${lived.circle}/keepers`, 'keepers.title'),
  at('apart', (lived) => `/circles/${lived.circle}/people/apart`, 'people.apart.title'),
  at('away', (lived) => `/circles/${lived.circle}/people/away`, 'people.away.title'),
  at('new-proposal', (lived) => `/circles/${lived.circle}/propose`, 'proposals.new'),
  at('new-proposal-of-guest', (lived) => `/circles/${lived.circle}/propose/${lived.guest}`, 'proposals.new'),
  at('answer', ({ gathering: { circle, driver } }) => `/circles/${circle}/answer/${driver}`, 'proposals.new'),
  ...STATES.map((state) => ({ name: `proposal-${state}`, open: async (visit: Visit) => toProposal(visit, state) })),
  { name: 'object-dialog', open: objecting },
  { name: 'amend-dialog', open: amending },
  {
    name: 'agreement-settled',
    open: async ({ person, lived, language }) =>
      person.goes(`/agreements/${lived.agreements.settled}`, livedWords[language].opening.title),
  },
  {
    name: 'agreement-contested',
    open: async ({ person, lived, language }) =>
      person.goes(`/agreements/${lived.agreements.contested}`, livedWords[language].apart.title),
  },
  {
    name: 'logbook',
    open: async ({ person, lived, language }) =>
      person.goes(`/circles/${lived.circle}/logbook`, livedWords[language].circle.name),
  },
  {
    name: 'files',
    open: async ({ person, lived, language }) =>
      person.goes(`/circles/${lived.circle}/files`, livedWords[language].circle.name),
  },
  at('logbook-document', (lived) => `/circles/${lived.circle}/logbook/document`, 'logbook.title'),
  at('why', (lived) => `/agreements/${lived.agreements.settled}/why`, 'why.title'),
  ...(['renew', 'change', 'end'] as const).map((how) => ({
    name: how,
    open: async (visit: Visit) => anew(visit, how),
  })),
  {
    name: 'roles',
    open: async ({ person, lived, language }) =>
      person.goes(`/circles/${lived.circle}/roles`, livedWords[language].circle.name),
  },
  at('role', (lived) => `/circles/${lived.circle}/roles/facilitator`, 'roles.standard.facilitator'),
  {
    name: 'selection',
    open: async ({ person: { goes, say }, lived }) =>
      goes(`/selections/${lived.selection}`, say('selections.title', { title: say('roles.standard.secretary') })),
  },
  {
    name: 'review',
    open: async ({ person: { goes, say }, lived }) =>
      goes(`/reviews/${lived.review}`, say('reviews.title', { title: say('roles.standard.facilitator') })),
  },
  ...gathering,
  {
    name: 'meetings',
    open: async ({ person, lived, language }) =>
      person.goes(`/circles/${lived.circle}/meetings`, livedWords[language].circle.name),
  },
  {
    name: 'meeting-running',
    open: async ({ person, lived, language }) =>
      person.goes(`/meetings/${lived.meetings.running}`, meetingWords[language].running),
  },
  {
    name: 'meeting-ended',
    open: async ({ person, lived, language }) =>
      person.goes(`/meetings/${lived.meetings.ended}`, meetingWords[language].ended),
  },
  {
    name: 'room',
    open: async ({ person, lived, language }) =>
      person.goes(`/meetings/${lived.meetings.running}/room`, livedWords[language].asked.title),
  },
  {
    name: 'minutes',
    open: async ({ person, lived, language }) =>
      person.goes(
        `/meetings/${lived.meetings.ended}/minutes`,
        person.say('minutes.title', { title: meetingWords[language].ended }),
      ),
  },
  at('first-meeting', (lived) => `/circles/${lived.circle}/first-meeting`, 'first.title'),
  at('stick', '/stick', 'stick.title'),
  at('next-steps', '/next-steps', 'actions.title'),
  at('join', '/join', 'joining.join'),
  { name: 'invite', open: inviting },
  at('in-step', '/in-step', 'people.inStep'),
  at('doctor', '/in-step/doctor', 'doctor.title'),
  at('me', '/me', 'me.title'),
  at('certificate', '/certificate', 'certificate.title'),
  { name: 'palette', open: finding },
  at('nothing-here', '/nowhere', 'shell.notFound.title'),
  at('practice', '/practice', 'practice.title'),
]

function at(name: string, path: string | ((lived: Lived) => string), title: Parameters<Person['say']>[0]): PageToSee {
  const open = async ({ person, lived }: Visit) =>
    person.goes(typeof path === 'string' ? path : path(lived), person.say(title))
  return { name, open }
}

async function toProposal({ person, lived, language }: Visit, state: (typeof STATES)[number]): Promise<void> {
  await person.goes(`/proposals/${lived.proposals[state]}`, livedWords[language][state].title)
}

async function anew({ person, lived, language }: Visit, how: 'renew' | 'change' | 'end'): Promise<void> {
  const direction = (await person.page.locator('html').getAttribute('dir')) === 'rtl' ? 'rtl' : 'ltr'
  const title = isolated(livedWords[language].opening.title, direction)
  await person.goes(`/agreements/${lived.agreements.settled}/${how}`, person.say(`agreements.${how}.title`, { title }))
}

async function objecting(visit: Visit): Promise<void> {
  const { page, button } = visit.person
  await toProposal(visit, 'inRound')
  await button('proposals.object').click()
  await page.getByRole('dialog').waitFor()
}

async function amending(visit: Visit): Promise<void> {
  const { button, field } = visit.person
  const { objected, fresh } = livedWords[visit.language]
  await toProposal(visit, 'objected')
  await button('proposals.amend').first().click()
  await field('proposals.amend.text').fill(`${objected.text} ${fresh.text}`)
}

async function inviting({ person: { goes, say, button, page }, lived }: Visit): Promise<void> {
  await goes(`/circles/${lived.circle}/invite`, say('joining.invite'))
  await button('joining.invite.make').click()
  await page
    .getByRole('img', { name: say('joining.invite.qr') })
    .locator('path')
    .waitFor()
}

async function finding({ person: { goes, say, page } }: Visit): Promise<void> {
  await goes('/', say('home.title'))
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('option').first().waitFor()
}
