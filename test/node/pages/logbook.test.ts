import { describe, expect, it } from 'vitest'
import { backlogOf } from '../../../src/node/pages/backlog.ts'
import { logbookPage } from '../../../src/node/pages/logbook.ts'
import { plain } from '../../../src/node/pages/plain.ts'
import { proposalState } from '../../../src/node/pages/proposal-page.ts'
import { waitingIn } from '../../../src/node/pages/waiting.ts'
import { whyPage } from '../../../src/node/pages/why.ts'
import type { AgreementRecord } from '../../../src/domain/circle.ts'
import { agree, agreed, circleOf, together } from '../../helpers/circles.ts'
import { TODAY, type Person } from '../../helpers/people.ts'

const three = () => circleOf('Ana', 'Ben', 'Cleo') as [Person, Person, Person]
const the = (person: Person, close: string) =>
  person.circle.agreements.get(person.agreementOf(close)) as AgreementRecord
const titles = (person: Person, asked: Parameters<typeof logbookPage>[1], today = TODAY) =>
  logbookPage(person.circle, { kinds: ['agreement', 'ending', 'purpose'], ...asked }, today).items.map(
    ({ title, found }) => (found === null ? title : `${title}: ${found}`),
  )

describe('the logbook', () => {
  const people = three()
  const [ana, ben, cleo] = people
  agreed(people, { title: 'Café del barrio', text: 'Abrimos los sábados.', owner: ben.id })
  const round = ana.opensRound(ana.presents({ title: 'المطبخ المشترك', text: 'نَطبخُ معًا في الأحد', driver: 'الجوع' }))
  together(...people)
  cleo.objects(round, 'Wegen der Straße: zu laut für die Nachbarn')
  together(...people)
  const objection = [...ana.circle.responses.values()].find(({ reason }) => reason?.includes('Nachbarn') === true)
  const kitchen = ana.circle.rounds.get(round)?.proposal ?? ''
  const better = ana.amends(kitchen, { title: 'المطبخ المشترك', text: 'نطبخ بهدوء' }, undefined, [objection?.id ?? ''])
  const second = ana.opensRound(kitchen, better)
  together(...people)
  agree(second, ana, ben, cleo)

  it('is searched by any words of it, whatever their marks and case, in Arabic too', () => {
    expect(titles(ben, { search: 'CAFE sabados' })).toEqual(['Café del barrio: Abrimos los sábados.'])
    expect(titles(ben, { search: 'strasse' })).toEqual(['المطبخ المشترك: Wegen der Straße: zu laut für die Nachbarn'])
    expect(titles(ben, { search: 'مطبخ' })).toEqual(['المطبخ المشترك'])
    expect(titles(ben, { search: 'الاحد' })).toEqual([])
    expect(titles(ben, { search: 'بهُدوء' })).toEqual(['المطبخ المشترك: نطبخ بهدوء'])
    expect(titles(ben, { search: 'cleo' })).toEqual(['المطبخ المشترك: Cleo'])
    expect(titles(ben, { search: 'nothing of that' })).toEqual([])
    expect([plain('أَلْمَدْرَسَةُ ٢٠٢٦'), plain('İzmir ÅØ ﬁn')]).toEqual(['المدرسه 2026', 'izmir ao fin'])
  })

  it('is filtered by state, owner and day, put in order, and given out in parts', () => {
    const all = { order: 'oldest' } as const
    expect(titles(ben, all)).toEqual(['Café del barrio', 'المطبخ المشترك'])
    expect(titles(ben, { owner: ben.id })).toEqual(['Café del barrio'])
    expect(titles(ben, { state: 'overdue' })).toEqual([])
    expect(titles(ben, { state: 'overdue', order: 'title' }, '2027-01-01')).toHaveLength(2)
    expect(titles(ben, { state: 'due-soon' }, '2026-12-31')).toHaveLength(2)
    expect(titles(ben, { since: '2026-01-01' })).toEqual([])
    const part = logbookPage(ben.circle, { ...all, limit: 1, from: 1, whole: true, kinds: ['agreement'] }, TODAY)
    expect(part).toMatchObject({ total: 2, items: [{ title: 'المطبخ المشترك', text: 'نطبخ بهدوء' }] })
    expect(part.items[0]?.consents).toHaveLength(3)
    const kinds = logbookPage(ben.circle, all, TODAY).items.map(({ kind }) => kind)
    expect(kinds).toEqual(['founded', 'joined', 'joined', 'agreement', 'agreement'])
  })

  it('says whose words an excerpt is, where somebody said them and nobody consented to them', () => {
    const by = (search: string) => logbookPage(ben.circle, { search }, TODAY).items.map(({ foundBy }) => foundBy)
    expect(by('strasse')).toEqual([cleo.id])
    expect(by('sabados')).toEqual([undefined])
    expect(by('مطبخ')).toEqual([undefined])
  })

  it('has each kind by itself: what was noticed with what became of it, how something does, and who came', () => {
    const people = three()
    const [ana, ben] = people
    const content = (statement: string) => ({ statement, situation: null, effect: null, need: null, requirement: null })
    const noticed = ana.say('driver.noticed', { content: content('It is dark') })
    ana.say('driver.noticed', { content: content('It is cold') })
    together(...people)
    const close = agreed(people, { title: 'Lamps', criteria: ['We see.'] })
    ben.say('driver.moved', { driver: noticed, move: { as: 'passed-on', to: 'the city', reason: 'theirs' } })
    const results = [{ criterion: 'We see.', well: 'met' as const, text: 'everywhere' }]
    ben.say('agreement.evaluated', { agreement: ben.agreementOf(close), results, note: null })
    agreed(people, { title: 'A year', effect: { kind: 'way', way: { rule: 'terms', months: 12 } } })
    agreed(people, { title: 'No lamps', changes: ben.agreementOf(close), effect: { kind: 'end' } })
    together(...people)
    const kinds = (...wanted: NonNullable<Parameters<typeof logbookPage>[1]['kinds']>) =>
      logbookPage(ana.circle, { kinds: wanted, order: 'oldest', whole: true }, TODAY).items
    expect(kinds('driver')).toMatchObject([{ title: 'It is dark', titleBy: ana.id, person: ben.id, text: 'theirs' }])
    expect(kinds('evaluation')).toMatchObject([{ title: 'Lamps', person: ben.id }])
    expect(kinds('way')).toMatchObject([{ title: 'A year', kind: 'way' }])
    expect(kinds('ending', 'agreement').map(({ title, became }) => [title, became])).toEqual([
      ['Lamps', 'ended'],
      ['No lamps', null],
    ])
    expect(kinds('joined').map(({ title }) => title)).toEqual(['Ben', 'Cleo'])
    expect(kinds('founded')).toHaveLength(1)
    expect(kinds('role', 'minutes', 'state', 'helping', 'sub-circle', 'plan', 'belonging', 'purpose')).toEqual([])
    const ended = logbookPage(ana.circle, { state: 'ended' }, TODAY).items.map(({ title }) => title)
    expect(ended).toEqual(['Lamps'])
    expect(logbookPage(ana.circle, { search: 'everywhere' }, TODAY).items).toMatchObject([{ foundBy: ben.id }])
  })

  it('finds what was said since it was last looked at', () => {
    expect(titles(cleo, { search: 'zugluft' })).toEqual([])
    cleo.say('concern.added', { proposal: kitchen, agreement: null, text: 'Zugluft' })
    expect(titles(cleo, { search: 'zugluft' })).toEqual(['المطبخ المشترك: Zugluft'])
  })
})

describe('why it is so', () => {
  it('tells the way from the reason to what replaced it, and how each objection was taken care of', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const proposal = ana.presents({
      driver: 'We eat alone.',
      text: 'We cook on Tuesdays.',
      criteria: ['We eat together.'],
    })
    together(...people)
    const question = ben.asks(proposal, 'Where?')
    ana.hears(ben)
    ana.answers(question, 'At mine.')
    together(...people)
    cleo.reacts(proposal, 'At last!')
    const round = ana.opensRound(proposal)
    together(...people)
    const objection = cleo.objects(round, 'Tuesdays I work.')
    together(...people)
    const version = ana.amends(proposal, { text: 'We cook on Fridays.', driver: 'We eat alone.' }, undefined, [
      objection,
    ])
    const again = ana.opensRound(proposal, version)
    together(...people)
    const close = agree(again, ana, ben, cleo)
    const first = the(ana, close)
    ben.say('agreement.evaluated', {
      agreement: first.id,
      results: [{ criterion: 'We eat together.', well: 'met', text: null }],
      note: null,
    })
    together(...people)
    const renewed = agreed(people, { text: 'We cook on Fridays.', changes: first.id, review: '2029-01-01' })
    const ended = agreed(people, { text: 'Nobody comes.', changes: the(ana, renewed).id, effect: { kind: 'end' } })
    for (const of of [first, the(ben, renewed), the(ben, ended)]) {
      const { chapters } = whyPage(ben.circle, of)
      expect(chapters.map(({ means, became }) => [means, became])).toEqual([
        [null, 'renewed'],
        ['renewed', 'ended'],
        ['ended', null],
      ])
    }
    const [chapter] = whyPage(ben.circle, the(ben, ended)).chapters
    expect(chapter?.driver).toBe('We eat alone.')
    expect(chapter?.lines.map(({ kind }) => kind)).toEqual([
      'presented',
      'asked',
      'reacted',
      'round',
      'objected',
      'amended',
      'round',
      'agreed',
      'evaluated',
    ])
    const told = (kind: string) => chapter?.lines.find((line) => line.kind === kind)
    expect(told('asked')).toMatchObject({ person: ben.id, answers: [{ person: ana.id, text: 'At mine.' }] })
    expect(told('objected')).toMatchObject({
      person: cleo.id,
      reason: 'Tuesdays I work.',
      fate: 'integrated',
      integration: { person: ana.id, before: 'We cook on Tuesdays.', after: 'We cook on Fridays.' },
    })
    expect(told('agreed')).toMatchObject({ agreement: first.id, certificate: close })
    const agreedLine = told('agreed')
    const consented = agreedLine?.kind === 'agreed' ? agreedLine.consents.map(({ person }) => person) : []
    expect(consented.toSorted()).toEqual(people.map(({ id }) => id).toSorted())
  })
})

describe('what was agreed comes back', () => {
  it('[L1] [L5] soon due for whoever looks after it, overdue for all; a proposal for it is the next step instead', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const close = agreed(people, { owner: ben.id, review: '2026-12-01' })
    const on = (person: Person, day: string) => waitingIn(person.circle, person.id, day).map(({ kind }) => kind)
    expect([on(ben, '2026-11-20'), on(cleo, '2026-11-20')]).toEqual([['review-soon'], []])
    expect([on(ben, '2026-12-01'), on(cleo, '2026-12-02')]).toEqual([['review'], ['review']])
    expect(backlogOf(ana.circle, '2026-12-02')).toMatchObject([{ kind: 'review-due', owner: ben.id, proposal: null }])
    const proposal = ben.presents({ changes: ben.agreementOf(close), review: '2028-12-01' })
    together(...people)
    expect(on(cleo, '2026-12-02')).toEqual(['understand'])
    expect(backlogOf(ana.circle, '2026-12-02')).toMatchObject([{ kind: 'review-due', proposal }])
    const round = ben.opensRound(proposal)
    together(...people)
    agree(round, ben, ana, cleo)
    expect(on(cleo, '2026-12-02')).toEqual([])
    expect(proposalState(cleo.circle, cleo.proposal(the(cleo, close).proposal))).toBe('adopted')
  })
})
