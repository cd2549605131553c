import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Client } from '../../../src/api/client.ts'
import { clientInProcess } from '../../../src/api/in-process.ts'
import { createRouter } from '../../../src/api/router.ts'
import { portOf } from '../../../src/backend.ts'
import type { RunningNode } from '../../../src/node/node.ts'
import { openNode } from '../../../src/node/open-node.ts'
import type { PracticeLanguage } from '../../../src/node/practice/lines.ts'
import type { Pace } from '../../../src/node/practice/pace.ts'
import { chanceOf } from '../../helpers/chance.ts'
import { testFolder } from '../../helpers/folder.ts'
import { quickWords } from '../../helpers/quick-words.ts'

const PATIENCE_MS = 30_000

export type Status = Awaited<ReturnType<Client['practice']['status']>>

/** Companions who need no time to think. */
const atOnce: Pace = (_ms, work) => {
  const soon = setImmediate(work)
  return () => clearImmediate(soon)
}

/** Companions who think until they are told that the time has come. */
export class HandPace {
  readonly waits: { readonly ms: number; readonly work: () => void }[] = []

  readonly pace: Pace = (ms, work) => {
    const wait = { ms, work }
    this.waits.push(wait)
    return () => void this.waits.splice(this.waits.indexOf(wait), 1)
  }

  tick(): void {
    this.waits.shift()?.work()
  }
}

/** Somebody who is alone with the program. */
export class Learner {
  readonly folder: string
  readonly pace: Pace
  readonly warnings: string[] = []
  now = Date.UTC(2026, 2, 1, 12)
  node!: RunningNode
  api!: Client
  #life = 0

  constructor(folder: string, pace: Pace) {
    this.folder = folder
    this.pace = pace
  }

  async open(): Promise<this> {
    await mkdir(this.folder, { recursive: true })
    const opened = await openNode({
      folder: this.folder,
      clock: () => (this.now += 1000),
      chance: chanceOf(`learner ${(this.#life += 1)}`),
      ackInterval: 0,
      pace: this.pace,
      stretch: quickWords,
      warn: (message) => this.warnings.push(message),
    })
    if (!opened.ok) throw new Error(opened.refusal.code)
    this.node = opened.value
    this.api = clientInProcess(createRouter(portOf(this.node), (fault) => this.warnings.push(String(fault))))
    return this
  }

  async restart(): Promise<void> {
    await this.node.close()
    await this.open()
  }

  /** The status once it is as wanted: asked again at every change. */
  async until(isSo: (status: Status) => boolean): Promise<Status> {
    const changes = this.node.changes.listen(AbortSignal.timeout(PATIENCE_MS))[Symbol.asyncIterator]()
    try {
      for (;;) {
        const status = await this.api.practice.status({})
        if (isSo(status)) return status
        if ((await changes.next()).done === true) throw new Error(`waited in vain at ${JSON.stringify(status)}`)
      }
    } finally {
      await changes.return?.()
    }
  }

  /** Until there is something to do, and then the one thing that the hint says. */
  async next(): Promise<Status> {
    const status = await this.until(({ yours, step }) => yours || step === 'done')
    await this.does(status)
    return status
  }

  async does({ hint, proposal, circle, suggestion }: Status): Promise<void> {
    const { api } = this
    if (circle === null || suggestion === null) throw new Error('nobody practises')
    if (hint === 'propose') {
      const { title, text, review } = suggestion
      await api.proposal.present({ circle, title, text, review })
    }
    if (proposal === null) return
    const page = await api.proposal.show({ proposal })
    const question = page.questions.find(({ state }) => state === 'open')?.question
    const objection = page.objections[0]?.objection ?? ''
    const text = `${suggestion.text} ${suggestion.addition}`
    if (hint === 'answer-question') await api.proposal.answer({ question: question ?? '', text: suggestion.answer })
    if (hint === 'open-round' || hint === 'open-again') await api.round.open({ proposal })
    if (hint === 'consent') await api.response.consent({ proposal })
    if (hint === 'hear-objection') await api.objection.understood({ objection })
    if (hint === 'amend') await api.proposal.amend({ proposal, text, integrates: [objection] })
    if (hint === 'close') await api.round.close({ proposal })
  }

  /** Goes on to the agreement; `at` is told each state in which it was the learner's turn. */
  async goesOn(at: (status: Status) => Promise<void> = async () => {}): Promise<string> {
    for (;;) {
      const status = await this.until(({ yours, step }) => yours || step === 'done')
      await at(status)
      if (status.agreement !== null) return status.agreement
      await this.does(status)
    }
  }
}

export async function learner(pace: Pace = atOnce): Promise<Learner> {
  const made = await new Learner(join(await testFolder(), 'data'), pace).open()
  onTestFinished(() => made.node.close())
  await made.api.profile.create({ name: 'Ana' })
  return made
}

export async function practising(language: PracticeLanguage = 'en', pace: Pace = atOnce): Promise<Learner> {
  const made = await learner(pace)
  await made.api.practice.start({ language })
  return made
}
