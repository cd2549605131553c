import { expect, it } from 'vitest'
import { found } from '../../../src/node/pages/found.ts'
import { agreed, circleOf, together } from '../../helpers/circles.ts'
import { TODAY, type Person } from '../../helpers/people.ts'

const content = (statement: string) => ({ statement, situation: null, effect: null, need: null, requirement: null })

it('finds whatever is called so in any circle, what begins with it first, whatever its marks and case', () => {
  const people = circleOf('Ana', 'Ben', 'Cleo') as [Person, Person, Person]
  const [ana, ben] = people
  const close = agreed(people, { title: 'Café on Sundays' })
  ana.presents({ title: 'A new café' })
  const driver = ben.say('driver.noticed', { content: content('The café is cold') })
  const role = { standard: null, name: 'Café host', aim: 'Welcome', domain: null, accountabilities: [], qualities: [] }
  agreed(people, { title: 'Who hosts', effect: { kind: 'role', ...role, months: null } })
  together(...people)
  const look = (text: string) => found([ana.circle], text, TODAY)
  expect(look('CAFE').map(({ kind, title }) => [kind, title])).toEqual([
    ['role', 'Café host'],
    ['agreement', 'Café on Sundays'],
    ['proposal', 'A new café'],
    ['driver', 'The café is cold'],
  ])
  expect(look('cold cafe')).toMatchObject([{ id: driver, titleBy: ben.id, circleName: 'Kitchen' }])
  expect(look('ben').map(({ kind }) => kind)).toEqual(['person'])
  expect(look('kitchen').map(({ kind }) => kind)).toEqual(['circle'])
  for (const nothing of ['', '  ', '…', 'nothing of that']) expect(look(nothing)).toEqual([])

  // What no longer stands is not found; what took its place is.
  agreed(people, { title: 'Tea on Sundays', changes: ana.agreementOf(close) })
  together(...people)
  expect(look('sundays').map(({ title }) => title)).toEqual(['Tea on Sundays'])
})
