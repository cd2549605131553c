import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Person, type Stage } from '../helpers/window.ts'

const NEXT_YEAR = `${new Date().getFullYear() + 1}-01-31`
let stage: Stage
let ana: Person
let kitchen: string
let river: string
beforeAll(async () => {
  stage = await openStage()
  ana = await stage.enters({ name: 'Ana' })
  kitchen = (await ana.node.circle.create({ name: 'Kitchen', aim: 'Cook' })).circle
  river = (await ana.node.circle.create({ name: 'River', aim: 'Keep it clean' })).circle
})
afterAll(async () => stage.close())

async function agrees({ proposal }: { proposal: string }, { node }: Person = ana): Promise<void> {
  await node.round.open({ proposal })
  await node.response.consent({ proposal })
  await node.round.close({ proposal })
}

it('offers a link, which the other circle accepts; both see it, and the map shows it', async () => {
  const { page, node } = ana
  await ana.goes(`/circles/${kitchen}/links`, 'Kitchen')
  await page.getByText(ana.say('links.none')).waitFor()
  await ana.button('links.offer').click()
  await ana.field('links.other').fill(river)
  await ana.field('links.name').fill('River')
  await ana.field('links.aim').fill('To share the water')
  await ana.field('links.shares').fill('What we decide about it')
  await ana.button('proposals.new.send').click()
  await page.getByRole('heading', { name: 'River', level: 1 }).waitFor()
  const { items } = await node.proposal.list({ circle: kitchen })
  await agrees({ proposal: items[0]?.proposal ?? '' })
  // Ana is in both: what one circle says is told in the other by itself.
  await ana.goes(`/circles/${river}/links`, 'River')
  await page.getByText(ana.say('links.state.consented-there', { us: 'River', them: 'Kitchen' })).waitFor()
  await page.getByText(ana.say('links.apart')).click()
  await page.getByText(ana.say('links.apart.3')).waitFor()
  await ana.button('links.accept').click()
  await ana.button('proposals.new.send').click()
  await page.getByRole('heading', { name: 'Kitchen', level: 1 }).waitFor()
  await agrees({ proposal: (await node.proposal.list({ circle: river })).items[0]?.proposal ?? '' })
  await ana.goes(`/circles/${kitchen}/links`, 'Kitchen')
  await page.getByText(ana.say('links.state.agreed')).waitFor()
  await ana.goes('/structure', ana.say('links.structure'))
  await page.getByRole('img', { name: ana.say('links.structure.drawn', { circles: 2, links: 1 }) }).waitFor()
  // What one finds in the list is shown on the map, and comes nearer there; all by keys.
  const drawn = page.locator('circle.structure-mine').last()
  const size = async () => Number(await drawn.getAttribute('r'))
  const whole = await size()
  await ana.button('links.structure.find', { name: 'River' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('[aria-current=true]').getByRole('link', { name: 'River' }).waitFor()
  await page.locator('.structure-chosen').waitFor()
  // It may come nearer little by little.
  await expect.poll(size, { timeout: 20_000 }).toBeGreaterThan(whole)
  await ana.button('links.structure.whole').press('Enter')
  await expect.poll(size, { timeout: 20_000 }).toBeCloseTo(whole, 1)
  // What one points at on the map is marked in the list.
  await drawn.click({ force: true })
  await page.locator('[aria-current=true]').waitFor()
  await page.getByText(ana.say('links.structure.way.double')).first().waitFor()
  expect(ana.faults).toEqual([])
})

it('comes nearer on the map by the wheel with Ctrl and by two fingers; the wheel and one finger are the page’s', async () => {
  const held = await ana.another({ look: { hasTouch: true, viewport: { width: 390, height: 480 } } })
  const { page } = held
  await held.goes('/structure', held.say('links.structure'))
  const map = page.locator('.structure-map > svg')
  const drawn = page.locator('circle.structure-mine').last()
  await drawn.waitFor()
  const size = async () => Number(await drawn.getAttribute('r'))
  const whole = await size()
  const middle = async () => {
    await map.scrollIntoViewIfNeeded()
    const { x, y, width, height } = (await map.boundingBox())!
    return { x: x + width / 2, y: y + height / 2 }
  }

  const over = await middle()
  await page.mouse.move(over.x, over.y)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -200)
  await expect.poll(size, { timeout: 20_000 }).toBeGreaterThan(whole * 1.2)
  await page.mouse.wheel(0, 2000)
  await page.keyboard.up('Control')
  await expect.poll(size, { timeout: 20_000 }).toBeCloseTo(whole, 1)

  // Nearer, what one drags comes along.
  await held.button('links.structure.nearer').press('Enter')
  await expect.poll(size, { timeout: 20_000 }).toBeGreaterThan(whole * 1.2)
  const place = async () => Number(await drawn.getAttribute('cx'))
  const before = await place()
  const from = await middle()
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x - 40, from.y, { steps: 4 })
  await page.mouse.up()
  await expect.poll(place, { timeout: 20_000 }).toBeCloseTo(before - 40, 0)
  await held.button('links.structure.whole').press('Enter')
  await expect.poll(size, { timeout: 20_000 }).toBeCloseTo(whole, 1)

  const cdp = await page.context().newCDPSession(page)
  const touched = await middle()
  const fingers = async (type: 'touchStart' | 'touchMove' | 'touchEnd', ...across: number[]) => {
    const touchPoints = across.map((apart, id) => ({ x: touched.x + apart, y: touched.y, id }))
    await cdp.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
  await fingers('touchStart', -30)
  await fingers('touchStart', -30, 30)
  for (const apart of [40, 50, 60, 75]) await fingers('touchMove', -apart, apart)
  await fingers('touchEnd')
  await expect.poll(size, { timeout: 20_000 }).toBeGreaterThan(whole * 2)
  const pinched = await size()

  const there = await place()
  await fingers('touchStart', -30)
  for (const along of [0, 30, 60]) await fingers('touchMove', along)
  await fingers('touchEnd')
  const scrolled = async () => page.evaluate<number>('window.scrollY')
  await page.evaluate('window.scrollTo(0, 0)')
  const { x, y } = (await map.boundingBox())!
  await page.mouse.move(x + 20, Math.min(y + 20, 470))
  await page.mouse.wheel(0, 150)
  await expect.poll(scrolled, { timeout: 20_000 }).toBeGreaterThan(50)
  expect([await size(), await place()]).toEqual([pinched, there])
  expect(held.faults).toEqual([])
  await held.leaves()
})

it('sends an objection along the link, and shows its way and the answer', async () => {
  const { page, node } = ana
  await ana.goes(`/circles/${kitchen}/links`, 'Kitchen')
  await ana.button('links.object').click()
  await ana.field('proposals.new.title').fill('The dam')
  await ana.field('links.object.reason').fill('It dries us out.')
  await ana.button('proposals.new.send').click()
  await page.getByRole('heading', { name: 'The dam', level: 1 }).waitFor()
  const sent = (await node.proposal.list({ circle: kitchen })).items.find(({ title }) => title === 'The dam')
  await agrees({ proposal: sent?.proposal ?? '' })
  await ana.goes(`/circles/${river}/links`, 'River')
  await ana.button('links.answer').waitFor()
  const [trip] = (await node.trip.list({ circle: river })).items
  const of = { objection: trip?.objection ?? '', title: 'We open it', text: 'On Sundays.', review: NEXT_YEAR }
  await agrees(await node.trip.answer({ circle: river, ...of }))
  await ana.goes(`/circles/${kitchen}/links`, 'Kitchen')
  await page.getByText('On Sundays.').waitFor()
  await page.getByText(ana.say('links.cameHome')).waitFor()
  expect(ana.faults).toEqual([])
})

it('says why a link stands as it does where both circles acted before they had heard of each other, and offers it anew', async () => {
  const rosa = await stage.enters({ name: 'Rosa' })
  const lake = (await rosa.node.circle.create({ name: 'Lake', aim: 'Swim' })).circle
  const terms = { aim: 'To swim', sends: 1, receives: 1, until: NEXT_YEAR, shares: 'When', review: NEXT_YEAR }
  const ends = [
    { person: ana, circle: kitchen, other: lake, name: 'Lake' },
    { person: rosa, circle: lake, other: kitchen, name: 'Kitchen' },
  ]
  for (const { person, circle, other, name } of ends) {
    await agrees(await person.node.link.propose({ circle, other, name, ...terms }), person)
    const over = { circle, others: [other], reason: 'Enough.', review: NEXT_YEAR }
    await agrees(await person.node.link.end(over), person)
  }
  const { text } = await rosa.node.statement.export({ circle: lake, other: kitchen })
  await ana.node.statement.import({ text })
  await ana.goes(`/circles/${kitchen}/links`, 'Kitchen')
  const card = ana.page.getByRole('listitem').filter({ has: ana.page.getByRole('heading', { name: 'Lake' }) })
  await card.getByText(ana.say('links.state.ended.both')).waitFor()
  await card.getByText(ana.say('links.did.ended-twice')).waitFor()
  await card.getByRole('button', { name: ana.say('links.anew') }).click()
  await ana.page.getByRole('dialog').getByText('To swim').waitFor()
  await ana.button('proposals.new.send').click()
  await ana.page.getByRole('heading', { name: 'Lake', level: 1 }).waitFor()
  expect([...ana.faults, ...rosa.faults]).toEqual([])
})
