import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { refusalIn } from '../../../src/api/router.ts'
import { verifyCertificate } from '../../../src/domain/certificates/verify.ts'
import { TOOLS } from '../../../src/node/circle-session.ts'
import { linesOf, PRACTICE_LANGUAGES } from '../../../src/node/practice/lines.ts'
import { HandPace, learner, practising } from './practising.ts'

const PATIENT = { timeout: 30_000 }

describe('a practice circle', () => {
  it.each(PRACTICE_LANGUAGES)(
    '[C1] goes the whole way to a certificate that says practice, in %s',
    async (language) => {
      const ana = await practising(language)
      const steps: (string | null)[] = []
      const agreement = await ana.goesOn(async ({ step }) => void steps.push(step))
      expect(steps).toEqual([
        'propose',
        'answer',
        'round',
        'consent',
        'objection',
        'amend',
        'consent-again',
        'consent-again',
        'close',
        'done',
      ])
      const page = await ana.api.agreement.show({ agreement })
      const lines = linesOf(language)
      expect(page).toMatchObject({ practice: true, text: `${lines.suggestion.text} ${lines.suggestion.addition}` })
      const said = page.story.filter(({ name }) => name !== 'Ana').flatMap(({ text }) => text ?? [])
      expect(said).toEqual(
        expect.arrayContaining([
          lines.question[0],
          lines.reaction.asks[0],
          lines.reaction.objects[0],
          lines.objection[0],
        ]),
      )
      expect(Object.values(page.names).toSorted()).toEqual(['Ana', ...lines.names].toSorted())
      const { certificate } = await ana.api.certificate.export({ agreement })
      const verdict = verifyCertificate(certificate, TOOLS)
      expect(verdict).toMatchObject({ valid: true, practice: true, circleName: lines.circle.name })
      expect(ana.warnings).toEqual([])
    },
  )

  it('[C1] is marked wherever it is shown; other circles are not', async () => {
    const ana = await practising()
    const { circle } = await ana.api.circle.create({ name: 'Kitchen', aim: 'to cook' })
    const lines = await ana.api.circle.list({})
    expect(new Map(lines.map((line) => [line.name, line.practice]))).toEqual(
      new Map([
        ['Practice garden', true],
        ['Kitchen', false],
      ]),
    )
    expect((await ana.api.circle.show({ circle })).practice).toBe(false)
    expect((await ana.api.circle.show({ circle: 'Practice garden' })).practice).toBe(true)
  })

  it('[C1] lets in nobody real', async () => {
    const ana = await practising()
    expect(await refusalOf(ana.api.invite.create({ circle: 'Practice garden' }))).toBe('practice-circle')
  })

  it('settles by the companions having been shown the agreement, and takes up a second proposal in other words', async () => {
    const ana = await practising()
    await ana.goesOn()
    const state = async () => (await ana.api.agreement.list({ circle: 'Practice garden' })).items[0]?.state
    await expect.poll(state, PATIENT).toBe('settled')
    const { circle } = await ana.api.practice.start({ language: 'en' })
    const terms = { circle, title: 'Compost', text: 'We compost.', review: '2027-01-01' }
    const { proposal } = await ana.api.proposal.present(terms)
    const status = await ana.until(({ hint, proposal: now }) => hint === 'answer-question' && now === proposal)
    expect(status.from?.name).toBe('Noor')
    const { questions } = await ana.api.proposal.show({ proposal })
    expect(questions.map(({ text }) => text)).toEqual([linesOf('en').question[1]])
    expect(status.step).toBe('answer')
    expect(await state()).toBe('settled')
  })

  it('is opened once: a second start answers with the same circle', async () => {
    const ana = await learner()
    const names: [string, string] = ['Mia', 'Tom']
    const { circle } = await ana.api.practice.start({ language: 'en', names })
    expect((await ana.api.practice.start({ language: 'fr' })).circle).toBe(circle)
    const { companions, hint, yours } = await ana.api.practice.status({})
    expect(companions.map(({ name }) => name)).toEqual(['Mia', 'Tom'])
    expect({ hint, yours }).toEqual({ hint: 'propose', yours: true })
  })
})

describe('the companions', () => {
  it('say one thing at a time, after seconds, and nothing before', async () => {
    const hand = new HandPace()
    const ana = await practising('en', hand.pace)
    expect(hand.waits).toEqual([])
    await ana.next()
    const heard = () => ana.node.sessions()[0]?.circle.counted.size ?? 0
    await expect.poll(() => hand.waits.length, PATIENT).toBe(1)
    expect(hand.waits[0]?.ms).toBe(4_000)
    const before = heard()
    hand.tick()
    await expect.poll(heard, PATIENT).toBe(before + 1)
    expect((await ana.api.practice.status({})).hint).toBe('answer-question')
    expect(hand.waits).toEqual([])
  })

  it('wait for as long as nothing is offered to the one who objected', async () => {
    const ana = await practising()
    const { proposal } = await ana.until(() => true)
    expect(proposal).toBe(null)
    let status = await ana.next()
    while (status.hint !== 'hear-objection') status = await ana.next()
    const it = status.proposal ?? ''
    await ana.api.proposal.amend({ proposal: it, text: 'Other words, and nothing for Sam.' })
    await ana.api.round.open({ proposal: it })
    const noor = status.companions.find(({ name }) => name === 'Noor')?.person
    await ana.until(() => {
      const responses = ana.node.sessions()[0]?.circle.proposals.get(it)?.responses ?? []
      return responses.filter(({ person }) => person === noor).length === 2
    })
    await ana.api.response.consent({ proposal: it })
    const page = await ana.api.proposal.show({ proposal: it })
    expect(page.awaiting.map((person) => page.names[person])).toEqual(['Sam'])
    expect((await ana.api.practice.status({})).hint).toBe('amend')
    const agreement = await ana.goesOn()
    expect((await ana.api.agreement.show({ agreement })).consents).toHaveLength(3)
  })

  it('answer a question that the learner puts to all', async () => {
    const ana = await practising()
    await ana.next()
    const { proposal } = await ana.until(({ hint }) => hint === 'answer-question')
    const asked = { proposal: proposal ?? '', text: 'Do we need gloves?' }
    const { question } = await ana.api.proposal.ask(asked)
    await ana.until(() => (ana.node.sessions()[0]?.circle.questions.get(question)?.answers.length ?? 0) > 0)
    const agreement = await ana.goesOn()
    expect(agreement).not.toBe('')
  })

  it('open no socket, neither theirs nor the learner’s', async () => {
    const ana = await learner()
    const before = sockets()
    await ana.api.practice.start({ language: 'en' })
    await ana.goesOn(async () => expect(sockets()).toEqual(before))
    expect(ana.node.meeting()).toBeUndefined()
  })
})

describe('ending a practice', () => {
  it('erases it: keys, companions, and the circle from every list; another can be begun', async () => {
    const ana = await practising()
    const agreement = await ana.goesOn()
    const { circle } = await ana.api.practice.end({})
    expect(await ana.api.circle.list({})).toEqual([])
    expect((await ana.api.practice.status({})).circle).toBe(null)
    expect(await refusalOf(ana.api.agreement.show({ agreement }))).toBe('no-such-agreement')
    expect(await refusalOf(ana.api.practice.end({}))).toBe('no-such-circle')
    expect(readdirSync(join(ana.folder, 'circles'))).toEqual([])
    expect(['practice', 'practice.json'].filter((name) => existsSync(join(ana.folder, name)))).toEqual([])
    await ana.restart()
    expect(await ana.api.circle.list({})).toEqual([])
    expect((await ana.api.practice.start({ language: 'es' })).circle).not.toBe(circle)
    expect(ana.warnings).toEqual([])
  })

  it('is finished at the next start where it was cut short', async () => {
    const ana = await practising()
    await ana.next()
    const { practiceRecord } = await import('../../../src/node/practice/record.ts')
    await practiceRecord(ana.folder).update((now) => ({ ...now!, ending: true }))
    await ana.restart()
    await ana.until(({ circle }) => circle === null)
    await expect.poll(() => existsSync(join(ana.folder, 'practice.json')), PATIENT).toBe(false)
    expect(existsSync(join(ana.folder, 'practice'))).toBe(false)
    expect(ana.warnings).toEqual([])
  })
})

/** This process's open sockets, where the system shows them. */
function sockets(): string[] {
  if (!existsSync('/proc/self/fd')) return []
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const target = readlinkSync(`/proc/self/fd/${fd}`)
      return target.startsWith('socket:') ? [target] : []
    } catch {
      return []
    }
  })
}

async function refusalOf(work: Promise<unknown>) {
  const [settled] = await Promise.allSettled([work])
  return settled.status === 'rejected' ? refusalIn(settled.reason)?.code : undefined
}
