import { expect, it } from 'vitest'
import { STORY_WORDS } from '../../src/cli/tell/story.ts'
import { eventBodies } from '../../src/domain/events.ts'
import { words as ar } from '../../renderer/words/ar.ts'
import { words as en } from '../../renderer/words/en.ts'
import { words as es } from '../../renderer/words/es.ts'
import { words as fr } from '../../renderer/words/fr.ts'

/** By what an event says which proposal it is about (`domain/story.ts`). */
const ABOUT = ['proposal', 'round', 'question', 'objection', 'agreement', 'close', 'says', 'spoken']
const types = Object.keys(eventBodies) as (keyof typeof eventBodies)[]
const ofDrivers = types.filter((type) => /^(driver|forming|tuners)\./.test(type) && type !== 'driver.moved')
/** What was spoken is told by what it says. */
const spoken = ['words.consent', 'words.objection']
const moves = ['accepted', 'passed-on', 'discarded', 'sent-back'].map((move) => `driver.${move}`)
const ofProposals = types
  .filter((type) => type === 'proposal.presented' || ABOUT.some((field) => field in eventBodies[type].shape))
  .filter((type) => type !== 'words.spoken')

it.each([...ofProposals, ...spoken, ...ofDrivers, ...moves])('a story has words for it: %s', (type) => {
  expect(STORY_WORDS[type]).toBeTypeOf('string')
  const of = /^(driver|forming|tuners)\./.test(type) ? 'drivers' : 'proposals'
  for (const language of [en, es, fr, ar]) expect(language).toHaveProperty([`${of}.story.${type}`])
})
