import { describe, expect, it } from 'vitest'
import { verifyCertificate } from '../../../src/domain/certificates/verify.ts'
import { TOOLS } from '../../../src/node/circle-session.ts'
import { HandPace, practising } from './practising.ts'

const STEPS = ['propose', 'answer', 'round', 'consent', 'objection', 'amend', 'consent-again', 'close', 'done'] as const

const PATIENT = { timeout: 30_000 }

describe('a practice that was interrupted', () => {
  it.each(STEPS)('goes on after a restart at the step “%s”', async (step) => {
    const ana = await practising()
    let restarted = false
    const agreement = await ana.goesOn(async (status) => {
      if (status.step !== step || restarted) return
      restarted = true
      await ana.restart()
      expect(await ana.api.practice.status({})).toMatchObject({ step, circle: status.circle, hint: status.hint })
    })
    expect(restarted).toBe(true)
    const { certificate } = await ana.api.certificate.export({ agreement })
    expect(verifyCertificate(certificate, TOOLS)).toMatchObject({ valid: true, practice: true })
    expect(ana.warnings).toEqual([])
  })

  it('goes on after a restart while a companion was about to speak', async () => {
    const hand = new HandPace()
    const ana = await practising('en', hand.pace)
    const heard = () => ana.node.sessions()[0]?.circle.counted.size ?? 0
    const isWaiting = () => expect.poll(() => hand.waits.length, PATIENT).toBe(1)
    await ana.next()
    for (const word of ['question', 'understood', 'reaction', 'understood', 'reaction']) {
      await isWaiting()
      await ana.restart()
      await isWaiting()
      const before = heard()
      const spoken = () => {
        if (heard() === before) hand.tick()
        return heard()
      }
      await expect.poll(spoken, PATIENT).toBe(before + 1)
      if (word === 'question') await ana.next()
    }
    expect((await ana.api.practice.status({})).hint).toBe('open-round')
    expect(ana.warnings).toEqual([])
  })
})
