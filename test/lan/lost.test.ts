import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { inStep, neighbours, until, type Neighbour } from './neighbour.ts'
import { canPretend } from './pretend-lan.ts'

/** Noticing that packets are lost takes long: `npm run soak:lan`. */
const isSoak = canPretend && process.env['NST_HISTORIES'] !== undefined
const LONG_MS = 120_000
const STAYS_MS = 1_000
const INTERNET = 3
const TESTNET = `
  const make = require('hyperdht/testnet.js')
  make(4, { host: '10.77.0.${INTERNET}' }).then(({ bootstrap: [{ port }] }) => console.log(port))
`

const pathsOf = async (circle: string, ...all: readonly Neighbour[]) =>
  Promise.all(all.map(async ({ api }) => (await api.network.status({ circle }))[0]?.path ?? null))

/** Two in one network, in a third room of which there is an internet of its own. */
async function scene() {
  const { lan, circle, all } = await neighbours(['ana', 'ben'], undefined, INTERNET)
  const [ana, ben] = all as [Neighbour, Neighbour]
  const internet = lan.start(INTERNET, process.execPath, '-e', TESTNET)
  onTestFinished(() => void internet.kill('SIGKILL'))
  const [port] = (await once(internet.stdout!, 'data')) as [Buffer]
  const come = ['--internet', '--bootstrap', `10.77.0.${INTERNET}:${String(port).trim()}`]
  return { lan, circle, ana, ben, come }
}

const areNear = (circle: string, ana: Neighbour, ben: Neighbour) =>
  until('both met in their own network', async () => (await pathsOf(circle, ana, ben)).every((path) => path === 'lan'))

test.runIf(canPretend)(
  'found in their own network and over the internet at once, the two keep the near way',
  async () => {
    const { circle, ana, ben, come } = await scene()
    await Promise.all([ana, ben].map((one) => one.comes(...come)))
    await inStep(circle, ana, ben)
    await areNear(circle, ana, ben)
    await pause(STAYS_MS)
    expect(await pathsOf(circle, ana, ben)).toEqual(['lan', 'lan'])
    await inStep(circle, ana, ben)
  },
)

test.runIf(isSoak)(
  'met over the internet first, then near, then cut off by lost packets that no cable shows, and healed',
  async () => {
    const { lan, circle, ana, ben, come } = await scene()
    await lan.withoutMulticast(1)
    await lan.withoutMulticast(2)
    await Promise.all([ana, ben].map((one) => one.comes(...come)))
    await inStep(circle, ana, ben)
    expect(await pathsOf(circle, ana, ben)).toEqual(['internet', 'internet'])

    await lan.withoutMulticast(1, true)
    await lan.withoutMulticast(2, true)
    await areNear(circle, ana, ben)
    await pause(STAYS_MS)
    expect(await pathsOf(circle, ana, ben)).toEqual(['lan', 'lan'])

    await lan.loses([1, 2], true)
    await until('both know that the other is gone', async () =>
      (await pathsOf(circle, ana, ben)).every((path) => path !== 'lan'),
    )
    await Promise.all([ana, ben].map(async ({ api }) => api.driver.notice({ circle, statement: 'It is quiet here.' })))
    await lan.loses([1, 2], false)
    await inStep(circle, ana, ben)
  },
  LONG_MS,
)
