import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayOf } from '../node/clock.ts'
import { tellStory } from './story.ts'

const HALF_A_YEAR_MS = 182 * 24 * 60 * 60 * 1000

const folder = await mkdtemp(join(tmpdir(), 'nst-story-'))
try {
  await tellStory(folder, dayOf(Date.now() + HALF_A_YEAR_MS), (line = '') => console.log(line))
} finally {
  await rm(folder, { recursive: true, force: true })
}
